#include <fmt/format.h>
#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/json_output.h"
#include "app/io/layer_json.h"
#include "app/io/presets.h"
#include "app/text/layer_words.h"
#include "engine/taps.h"

namespace convscope {
namespace {

using nlohmann::ordered_json;

ordered_json preset_json(const Preset& preset) {
  return {{"name", preset.name},
          {"layer", layer_to_json(preset.sized.layer)},
          {"input_size", to_json(preset.sized.input_size)},
          {"frames", step_count(preset.sized)}};
}

Status run_presets(bool json, std::ostream& out) {
  if (json) {
    ordered_json list = ordered_json::array();
    for (const Preset& preset : presets()) {
      list.push_back(preset_json(preset));
    }
    out << list.dump() << '\n';
    return Done{};
  }
  for (const Preset& preset : presets()) {
    fmt::print(out, "{:40} input {}, {} frames: {}\n", preset.name, text::size(preset.sized.input_size),
               step_count(preset.sized), text::layer_summary(preset.sized.layer));
  }
  return Done{};
}

}  // namespace

Command add_presets_command(CLI::App& app) {
  CLI::App* parser = app.add_subcommand("presets", "List the layers that --preset knows");
  const auto json = std::make_shared<bool>(false);
  parser->add_flag("--json", *json, "Print JSON");
  return {parser, [] { return Done{}; }, [json](std::ostream& out) { return run_presets(*json, out); }};
}

}  // namespace convscope
