#include <fmt/format.h>
#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/cli/command.h"
#include "app/cli/json_output.h"
#include "app/cli/parse_values.h"
#include "app/io/json.h"
#include "app/io/layer_json.h"
#include "app/text/layer_words.h"
#include "app/text/problem_words.h"
#include "app/text/question_errors.h"
#include "app/text/usage_errors.h"
#include "engine/chain.h"
#include "engine/receptive_field.h"

namespace convscope {
namespace {

using nlohmann::ordered_json;

struct ReceptiveFieldOptions {
  std::vector<std::string> files;
  std::optional<Size> input_size;
  bool json = false;
};

/// Adds the layer, or all layers of the list, of one file.
Status append_layers(const std::string& file, std::vector<Layer>& chain) {
  const Result<nlohmann::json> read = read_json_file(file);
  if (!read) {
    return read.error();
  }
  const nlohmann::json& json = read.value();
  if (json.is_array() && json.empty()) {
    return text::empty_chain(file);
  }
  for (std::size_t i = 0; i < (json.is_array() ? json.size() : 1); ++i) {
    const Result<Layer> layer = layer_from_json(json.is_array() ? json[i] : json, file);
    if (!layer) {
      return json.is_array() ? text::layer_in_chain(chain.size() + 1, layer.error()) : layer.error();
    }
    chain.push_back(layer.value());
  }
  return Done{};
}

/// What no input size would mend.
std::vector<Problem> problems_of_any_size(const Layer& layer) {
  std::vector<Problem> problems = validate({layer, Size{1, 1}});
  std::erase_if(problems, [](const Problem& problem) {
    return problem.reason != Reason::below_minimum && problem.reason != Reason::above_maximum;
  });
  return problems;
}

/// The size after each layer, where there is one before the first.
Result<std::vector<std::optional<Size>>> sizes_after(std::span<const Layer> chain, std::optional<Size> size) {
  if (size) {
    const ChainSizes sizes = chain_sizes(chain, *size);
    if (!sizes.problems.empty()) {
      return text::layer_in_chain(sizes.outputs.size() + 1, text::invalid_layer(sizes.problems));
    }
    return std::vector<std::optional<Size>>(sizes.outputs.begin(), sizes.outputs.end());
  }
  for (std::size_t i = 0; i < chain.size(); ++i) {
    if (const std::vector<Problem> problems = problems_of_any_size(chain[i]); !problems.empty()) {
      return text::layer_in_chain(i + 1, text::invalid_layer(problems));
    }
  }
  return std::vector<std::optional<Size>>(chain.size());
}

/// Whole numbers as integers, as the sizes are.
ordered_json number(double value) {
  return value == std::floor(value) ? ordered_json(static_cast<std::int64_t>(value)) : ordered_json(value);
}

ordered_json pair_json(const ReceptiveField& field, double AxisReceptiveField::*member) {
  return {number(field.height.*member), number(field.width.*member)};
}

void print_json(std::span<const ReceptiveField> fields, std::span<const std::optional<Size>> sizes, std::ostream& out) {
  ordered_json layers = ordered_json::array();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    layers.push_back({{"receptive_field", pair_json(fields[i], &AxisReceptiveField::size)},
                      {"jump", pair_json(fields[i], &AxisReceptiveField::jump)},
                      {"start", pair_json(fields[i], &AxisReceptiveField::start)},
                      {"center", pair_json(fields[i], &AxisReceptiveField::center)},
                      {"output_size", sizes[i] ? to_json(*sizes[i]) : ordered_json(nullptr)}});
  }
  out << ordered_json{{"layers", layers}}.dump() << '\n';
}

void print_text(std::span<const ReceptiveField> fields, std::span<const std::optional<Size>> sizes, std::ostream& out) {
  const auto pair = [](double height, double width) { return fmt::format("{}×{}", height, width); };
  constexpr const char* row = "{:>5}  {:>15}  {:>13}  {:>13}  {:>13}  {}\n";
  fmt::print(out, row, "layer", "receptive field", "jump", "start", "center", "output size");
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto& [h, w] = fields[i];
    fmt::print(out, row, i + 1, pair(h.size, w.size), pair(h.jump, w.jump), pair(h.start, w.start),
               pair(h.center, w.center), sizes[i] ? text::size(*sizes[i]) : "–");
  }
}

Status run_receptive_field(const ReceptiveFieldOptions& options, std::ostream& out) {
  std::vector<Layer> chain;
  for (const std::string& file : options.files) {
    if (Status read = append_layers(file, chain); !read) {
      return read;
    }
  }
  const Result<std::vector<std::optional<Size>>> sizes = sizes_after(chain, options.input_size);
  if (!sizes) {
    return sizes.error();
  }
  const std::vector<ReceptiveField> fields = receptive_fields(chain);
  if (fields.size() < chain.size()) {
    return text::receptive_field_too_large(fields.size() + 1);
  }
  if (options.json) {
    print_json(fields, sizes.value(), out);
  } else {
    print_text(fields, sizes.value(), out);
  }
  return Done{};
}

}  // namespace

Command add_receptive_field_command(CLI::App& app) {
  CLI::App* parser = app.add_subcommand(
      "receptive-field", "Print what one cell behind a chain of layers sees of the chain's input, layer by layer");
  const auto options = std::make_shared<ReceptiveFieldOptions>();
  parser->add_option("--layer", options->files, "A layer, or a list of layers; the next --layer comes behind it")
      ->type_name("FILE.json");
  parser
      ->add_option_function<std::string>(
          "--input-size", [options](const std::string& value) { options->input_size = parse_size(value); },
          "Height and width of the input, to print the size after each layer")
      ->type_name("HxW")
      ->check([](const std::string& value) {
        return parse_size(value) ? std::string() : text::bad_value(value, "a whole number or HEIGHTxWIDTH");
      });
  parser->add_flag("--json", options->json, "Print JSON");
  return {parser, [options] { return options->files.empty() ? Status(text::no_chain()) : Status(Done{}); },
          [options](std::ostream& out) { return run_receptive_field(*options, out); }};
}

}  // namespace convscope
