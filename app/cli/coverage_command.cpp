#include <fmt/format.h>
#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/json_values.h"
#include "app/cli/question_layer.h"
#include "app/text/question_errors.h"
#include "engine/coverage.h"
#include "engine/forward.h"

namespace convscope {
namespace {

struct CoverageOptions {
  LayerOptions layer;
  bool json = false;
};

void print_channel(const char* title, const Coverage& coverage, std::ostream& out) {
  fmt::print(out, "{}\n", title);
  for (std::int64_t y = 0; y < coverage.shape.height; ++y) {
    for (std::int64_t x = 0; x < coverage.shape.width; ++x) {
      fmt::print(out, "{:5}", coverage.counts[static_cast<std::size_t>(y * coverage.shape.width + x)]);
    }
    out << '\n';
  }
}

Status run_coverage(const CoverageOptions& options, std::ostream& out) {
  const Result<SizedLayer> chosen = question_layer(options.layer);
  if (!chosen) {
    return chosen.error();
  }
  const SizedLayer& sized = chosen.value();
  const std::int64_t cells = element_count(input_shape(sized)) + element_count(output_shape(sized));
  if (cells > max_answer) {
    return text::answer_too_long("cells", cells, max_answer);
  }
  const Coverage input = input_coverage(sized);
  const Coverage output = output_coverage(sized);
  if (options.json) {
    out << R"({"input":)";
    write_json_values(out, input.shape, input.counts);
    out << ",\n\"output\":";
    write_json_values(out, output.shape, output.counts);
    out << "}\n";
  } else {
    print_channel("taps that read each cell of an input channel", input, out);
    print_channel("\ninput cells that meet in each cell of an output channel", output, out);
  }
  return Done{};
}

}  // namespace

Command add_coverage_command(CLI::App& app) {
  CLI::App* parser =
      app.add_subcommand("coverage", "Print how often each input cell is used, and each output cell written");
  const auto options = std::make_shared<CoverageOptions>();
  options->layer.add_to(*parser);
  parser->add_flag("--json", options->json, "Print JSON");
  return {parser, [options] { return options->layer.check_usage(); },
          [options](std::ostream& out) { return run_coverage(*options, out); }};
}

}  // namespace convscope
