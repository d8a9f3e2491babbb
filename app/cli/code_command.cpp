#include <CLI/CLI.hpp>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/layer_options.h"
#include "app/code/write_code.h"
#include "app/text/problem_words.h"
#include "app/text/usage_errors.h"
#include "engine/forward.h"
#include "engine/problem.h"

namespace convscope {
namespace {

constexpr const char* framework_names = "pytorch, keras, jax, onnx or numpy";

struct CodeOptions {
  LayerOptions layer;
  Framework framework = Framework::pytorch;
};

/// The preset's values, where they still fit the layer. `zeros` is the bias of a preset that has none.
LayerValues values_of(const ChosenLayer& chosen, std::vector<float>& zeros) {
  const Preset* preset = chosen.preset;
  if (preset == nullptr || !preset->input) {
    return {};
  }
  LayerValues values;
  const Layer& layer = chosen.sized.layer;
  if (preset->input->shape() == input_shape(chosen.sized)) {
    values.input = &*preset->input;
  }
  if (preset->weight && preset->weight->shape() == weight_shape(layer)) {
    values.weight = &*preset->weight;
    zeros.resize(static_cast<std::size_t>(layer.out_channels));
    values.bias = preset->bias.size() == zeros.size() ? preset->bias : zeros;
  }
  return values;
}

Status run_code(const CodeOptions& options, std::ostream& out) {
  const Result<ChosenLayer> chosen = options.layer.choose();
  if (!chosen) {
    return chosen.error();
  }
  const SizedLayer& sized = chosen.value().sized;
  if (const std::vector<Problem> problems = validate(sized); !problems.empty()) {
    return text::invalid_layer(problems);
  }
  std::vector<float> zeros;
  out << write_code(text::Language::english, options.framework, sized, values_of(chosen.value(), zeros));
  return Done{};
}

}  // namespace

/// `code LAYER --framework NAME`: the layer as a program.
Command add_code_command(CLI::App& app) {
  CLI::App* parser = app.add_subcommand("code", "Print the layer as a program that computes it");
  parser->footer("Values of a preset stand in the program where they are few; all others are random there.");
  const auto options = std::make_shared<CodeOptions>();
  options->layer.add_to(*parser);
  parser
      ->add_option_function<std::string>(
          "--framework", [options](const std::string& value) { options->framework = *framework_named(value); },
          std::string("What it is written for: ") + framework_names + " (default pytorch)")
      ->type_name("NAME")
      ->check([](const std::string& value) {
        return framework_named(value) ? std::string() : text::bad_value(value, framework_names);
      });
  return {parser, [options] { return options->layer.check_usage(); },
          [options](std::ostream& out) { return run_code(*options, out); }};
}

}  // namespace convscope
