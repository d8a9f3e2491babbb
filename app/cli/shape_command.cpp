#include <fmt/format.h>
#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/json_output.h"
#include "app/cli/layer_options.h"
#include "app/scene/formula.h"
#include "app/text/layer_words.h"
#include "app/text/problem_words.h"
#include "app/text/window.h"
#include "engine/memory.h"
#include "engine/single_mends.h"

namespace convscope {
namespace {

using nlohmann::ordered_json;

struct ShapeOptions {
  LayerOptions layer;
  bool json = false;
};

/// Every key is there for an invalid layer, too: null, and its problems.
ordered_json shape_json(const SizedLayer& sized, std::span<const Problem> problems) {
  ordered_json json{{"output_size", nullptr}, {"effective_kernel_size", nullptr},
                    {"unread", nullptr},      {"parameters", nullptr},
                    {"macs", nullptr},        {"cells_read", nullptr},
                    {"bytes", nullptr},       {"derivation", nullptr}};
  if (problems.empty()) {
    const OutputArithmetic arithmetic = output_arithmetic(sized);
    json["output_size"] = to_json(output_size(sized));
    json["effective_kernel_size"] = to_json(effective_kernel_size(sized.layer));
    json["unread"] = to_json(Size{arithmetic.height.unread, arithmetic.width.unread});
    json["parameters"] = parameter_count(sized.layer);
    json["macs"] = multiply_accumulates(sized);
    json["cells_read"] = cells_read(sized);
    const TensorBytes bytes = tensor_bytes(sized);
    json["bytes"] = {{"input", bytes.input}, {"weight", bytes.weight}, {"output", bytes.output}};
    json["derivation"] = {{"height", to_json(arithmetic.height)}, {"width", to_json(arithmetic.width)}};
  }
  json["problems"] = to_json(problems);
  json["mends"] = to_json(single_mends(sized));
  return json;
}

void print_axis(std::ostream& out, const char* name, const AxisArithmetic& axis) {
  std::string margin = fmt::format("{:8}", name);
  for (const FormulaLine& line : size_formula(axis)) {
    fmt::print(out, "{}{}\n", margin, plain_text(line));
    margin = std::string(12, ' ');  // The equals signs stand under the first line's.
  }
}

void print_shape(std::ostream& out, const SizedLayer& sized) {
  const OutputArithmetic arithmetic = output_arithmetic(sized);
  fmt::print(out, "{}\n", text::layer_summary(sized.layer));
  fmt::print(out, "input {}, output {}\n\n", text::size(sized.input_size), text::size(output_size(sized)));
  print_axis(out, "height", arithmetic.height);
  print_axis(out, "width", arithmetic.width);
  fmt::print(out, "\neffective kernel size {}\n{}, {}\n{}\n", text::size(effective_kernel_size(sized.layer)),
             text::window::unread_rows(text::Language::english, arithmetic.height.unread),
             text::window::unread_columns(text::Language::english, arithmetic.width.unread),
             text::window::counts(text::Language::english, parameter_count(sized.layer), multiply_accumulates(sized)));
}

Status run_shape(const ShapeOptions& options, std::ostream& out) {
  const Result<ChosenLayer> chosen = options.layer.choose();
  if (!chosen) {
    return chosen.error();
  }
  const SizedLayer& sized = chosen.value().sized;
  const std::vector<Problem> problems = validate(sized);
  if (options.json) {
    out << shape_json(sized, problems).dump() << '\n';
  }
  if (!problems.empty()) {
    return text::invalid_layer(problems);
  }
  if (!options.json) {
    print_shape(out, sized);
  }
  return Done{};
}

}  // namespace

Command add_shape_command(CLI::App& app) {
  CLI::App* parser = app.add_subcommand("shape", "Print a layer's output size and how it comes about");
  const auto options = std::make_shared<ShapeOptions>();
  options->layer.add_to(*parser);
  parser->add_flag("--json", options->json, "Print JSON");
  return {parser, [options] { return options->layer.check_usage(); },
          [options](std::ostream& out) { return run_shape(*options, out); }};
}

}  // namespace convscope
