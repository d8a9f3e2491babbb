#include <fmt/format.h>
#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "app/cli/command.h"
#include "app/cli/parse_values.h"
#include "app/cli/question_layer.h"
#include "app/text/question_errors.h"
#include "app/text/usage_errors.h"
#include "engine/forward.h"
#include "engine/uses.h"

namespace convscope {
namespace {

struct ReachOptions {
  LayerOptions layer;
  std::optional<Index> input_cell;
  std::optional<Index> weight;
  bool json = false;
};

/// "C,Y,X" or "O,I,KY,KX".
std::optional<Index> parse_index(std::string_view text, std::size_t numbers) {
  const auto read = parse_integers(text, ',');
  if (!read || read->size() != numbers) {
    return std::nullopt;
  }
  const std::size_t first = numbers - 3;
  return Index{first == 0 ? 0 : read->front(), (*read)[first], (*read)[first + 1], (*read)[first + 2]};
}

void add_index_flag(CLI::App& command, const char* name, const char* type, const char* help, std::size_t numbers,
                    std::optional<Index>& target) {
  command
      .add_option_function<std::string>(
          name, [&target, numbers](const std::string& value) { target = parse_index(value, numbers); }, help)
      ->type_name(type)
      ->check([numbers, type](const std::string& value) {
        return parse_index(value, numbers) ? std::string()
                                           : text::bad_value(value, fmt::format("{} whole numbers: {}", numbers, type));
      });
}

bool is_in(const Index& index, const Shape& shape) {
  const auto below = [](std::int64_t place, std::int64_t size) { return place >= 0 && place < size; };
  return below(index.batch, shape.batch) && below(index.channel, shape.channels) && below(index.y, shape.height) &&
         below(index.x, shape.width);
}

Result<UseProduct> answer(const ReachOptions& options, const SizedLayer& sized) {
  if (options.input_cell) {
    if (!is_in(*options.input_cell, input_shape(sized))) {
      return text::no_such_input_cell(*options.input_cell, input_shape(sized));
    }
    return uses_of_input(sized, *options.input_cell);
  }
  const Shape weight = weight_shape(sized.layer);
  if (element_count(weight) == 0) {
    return text::op_without_weight("--weight", sized.layer.op);
  }
  if (!is_in(*options.weight, weight)) {
    return text::no_such_weight(*options.weight, weight);
  }
  return uses_of_weight(sized, *options.weight);
}

std::string cell(const std::optional<Index>& index, const char* otherwise) {
  return index ? fmt::format("[{},{},{}]", index->channel, index->y, index->x) : otherwise;
}

std::string weight_place(const std::optional<Index>& index, const char* otherwise) {
  return index ? fmt::format("[{},{},{},{}]", index->batch, index->channel, index->y, index->x) : otherwise;
}

void print_json(const std::vector<Use>& uses, std::ostream& out) {
  out << R"({"uses":[)";
  for (std::size_t i = 0; i < uses.size() && out; ++i) {
    const Use& use = uses[i];
    fmt::print(out, R"({}{{"output":{},"input":{},"weight":{}}})", i == 0 ? "\n" : ",\n", cell(use.output, ""),
               cell(use.input, "null"), weight_place(use.weight, "null"));
  }
  fmt::print(out, "],\n\"total\":{}}}\n", uses.size());
}

void print_text(const std::vector<Use>& uses, std::ostream& out) {
  fmt::print(out, "{} {}\n", uses.size(), uses.size() == 1 ? "use" : "uses");
  for (const Use& use : uses) {
    fmt::print(out, "  output {:12} input {:12} weight {}\n", cell(use.output, ""), cell(use.input, "padding"),
               weight_place(use.weight, "none"));
  }
}

Status run_reach(const ReachOptions& options, std::ostream& out) {
  const Result<SizedLayer> sized = question_layer(options.layer);
  if (!sized) {
    return sized.error();
  }
  const Result<UseProduct> product = answer(options, sized.value());
  if (!product) {
    return product.error();
  }
  if (const std::int64_t count = use_count(product.value()); count > max_answer) {
    return text::answer_too_long("uses", count, max_answer);
  }
  const std::vector<Use> uses = list_uses(product.value());
  if (options.json) {
    print_json(uses, out);
  } else {
    print_text(uses, out);
  }
  return Done{};
}

Status check_reach(const ReachOptions& options) {
  if (Status layer = options.layer.check_usage(); !layer) {
    return layer;
  }
  if (options.input_cell.has_value() == options.weight.has_value()) {
    return text::reach_needs_one_question();
  }
  return Done{};
}

}  // namespace

Command add_reach_command(CLI::App& app) {
  CLI::App* parser = app.add_subcommand(
      "reach", "Print the outputs that an input cell reaches and through which weights, or all uses of one weight");
  const auto options = std::make_shared<ReachOptions>();
  options->layer.add_to(*parser);
  add_index_flag(*parser, "--input-cell", "C,Y,X", "The input cell to ask about, counted from 0", 3,
                 options->input_cell);
  add_index_flag(*parser, "--weight", "O,I,KY,KX", "The weight to ask about: its place in the weight tensor", 4,
                 options->weight);
  parser->add_flag("--json", options->json, "Print JSON");
  return {parser, [options] { return check_reach(*options); },
          [options](std::ostream& out) { return run_reach(*options, out); }};
}

}  // namespace convscope
