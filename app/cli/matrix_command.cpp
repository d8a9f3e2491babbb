#include <fmt/format.h>
#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "app/cli/command.h"
#include "app/cli/json_output.h"
#include "app/cli/json_values.h"
#include "app/cli/question_layer.h"
#include "app/io/npy.h"
#include "app/text/question_errors.h"
#include "app/text/usage_errors.h"
#include "engine/forward.h"
#include "engine/matrix.h"
#include "engine/problem.h"

namespace convscope {
namespace {

struct MatrixOptions {
  LayerOptions layer;
  std::string form;
  std::string input;
  std::string weight;
  bool json = false;

  [[nodiscard]] bool wants_im2col() const { return form == "im2col"; }
};

Status check_matrix(const MatrixOptions& options) {
  const bool input_says_size = options.wants_im2col() && !options.input.empty();
  if (Status layer = options.layer.check_usage({.input_size = !input_says_size}); !layer) {
    return layer;
  }
  if (options.wants_im2col() && options.input.empty() && !options.layer.brings_input()) {
    return text::missing_tensor("--input");
  }
  return Done{};
}

/// The input whose columns are asked for; sizes that were not said become its.
Result<Tensor> load_input(const MatrixOptions& options, ChosenLayer& chosen) {
  SizedLayer& sized = chosen.sized;
  std::string where = options.input;
  Tensor tensor;
  if (where.empty()) {
    where = tensor_name(*chosen.preset, "input");
    tensor = *chosen.preset->input;
  } else {
    Result<NpyInput> read = read_input_npy(where);
    if (!read) {
      return read.error();
    }
    tensor = std::move(read).value().tensor;
  }
  const Shape& shape = tensor.shape();
  if (shape.batch != 1) {
    return text::question_about_a_batch("--input", shape.batch);
  }
  if (!chosen.says_input_size) {
    sized.input_size = {shape.height, shape.width};
  }
  if (!chosen.says_in_channels) {
    sized.layer.in_channels = shape.channels;
    complete_pool(chosen);
  }
  if (shape.channels != sized.layer.in_channels) {
    return text::wrong_in_channels(where, shape, sized.layer.in_channels);
  }
  if (Size{shape.height, shape.width} != sized.input_size) {
    return text::wrong_input_size(where, shape, sized.input_size);
  }
  return tensor;
}

Status print_im2col(const MatrixOptions& options, ChosenLayer chosen, std::ostream& out) {
  const Result<Tensor> input = load_input(options, chosen);
  if (!input) {
    return input.error();
  }
  const SizedLayer& sized = chosen.sized;
  if (Status checked = check_question(sized); !checked) {
    return checked;
  }
  if (const std::int64_t count = im2col_element_count(sized); count > max_answer) {
    return text::answer_too_long("elements", count, max_answer);
  }
  const Im2colMatrix matrix = im2col(sized.layer, input.value());
  if (options.json) {
    fmt::print(out, R"({{"form":"im2col","rows":{},"columns":{},"values":)", matrix.rows, matrix.columns);
    write_json_matrix(out, matrix.columns, matrix.values);
    out << "}\n";
    return Done{};
  }
  fmt::print(out, "{} rows (channel, ky, kx), {} columns (y, x)\n", matrix.rows, matrix.columns);
  for (std::size_t i = 0; i < matrix.values.size() && out; ++i) {
    const bool last = (i + 1) % static_cast<std::size_t>(matrix.columns) == 0;
    fmt::print(out, "{:>8}{}", fmt::format("{}", matrix.values[i]), last ? "\n" : " ");
  }
  return Done{};
}

/// The weights whose values the matrix shows, if there are any: a file's, or the preset's where they still fit.
Result<std::optional<Tensor>> load_weight(const MatrixOptions& options, const ChosenLayer& chosen) {
  const Shape expected = weight_shape(chosen.sized.layer);
  if (is_pool(chosen.sized.layer.op)) {
    if (!options.weight.empty()) {
      return text::op_without_weight("--weight", chosen.sized.layer.op);
    }
    return std::optional(Tensor());
  }
  if (options.weight.empty()) {
    const Preset* preset = chosen.preset;
    const bool fits = preset != nullptr && preset->weight && preset->weight->shape() == expected;
    return fits ? preset->weight : std::nullopt;
  }
  Result<Tensor> read = read_weight_npy(options.weight);
  if (!read) {
    return read.error();
  }
  if (read.value().shape() != expected) {
    return text::wrong_weight(options.weight, read.value().shape(), chosen.sized.layer.op, expected);
  }
  return std::optional(std::move(read).value());
}

float value_of(const SparseMatrix& matrix, std::size_t entry, const Tensor& weight) {
  return static_cast<float>(entry_value(matrix, matrix.entries[entry], weight));
}

void print_sparse_json(const SparseMatrix& matrix, const std::optional<Tensor>& weight, std::ostream& out) {
  fmt::print(out, R"({{"form":"sparse","rows":{},"columns":{},"entries":[)", matrix.rows, matrix.columns);
  for (std::size_t i = 0; i < matrix.entries.size() && out; ++i) {
    const auto& [row, column, place] = matrix.entries[i];
    fmt::print(out, R"({}{{"row":{},"column":{},"weight":)", i == 0 ? "\n" : ",\n", row, column);
    if (place) {
      fmt::print(out, "[{},{},{},{}]", place->batch, place->channel, place->y, place->x);
    } else {
      out << "null";
    }
    if (weight) {
      fmt::print(out, ",\"value\":{}", json_number(value_of(matrix, i, *weight)));
    }
    out << '}';
  }
  out << "]}\n";
}

void print_sparse_text(const SparseMatrix& matrix, const std::optional<Tensor>& weight, std::ostream& out) {
  fmt::print(out, "{} rows (outputs), {} columns (inputs), {} entries\n", matrix.rows, matrix.columns,
             matrix.entries.size());
  for (std::size_t i = 0; i < matrix.entries.size() && out; ++i) {
    const auto& [row, column, place] = matrix.entries[i];
    fmt::print(out, "  {:6} {:6}", row, column);
    if (place) {
      fmt::print(out, "  weight ({}, {}, {}, {})", place->batch, place->channel, place->y, place->x);
    }
    fmt::print(out, "{}\n", weight ? fmt::format("  {}", value_of(matrix, i, *weight)) : "");
  }
}

Status print_sparse(const MatrixOptions& options, const ChosenLayer& chosen, std::ostream& out) {
  const SizedLayer& sized = chosen.sized;
  if (Status checked = check_question(sized); !checked) {
    return checked;
  }
  if (sized.layer.op == Op::max_pool2d) {
    return text::not_linear("--form sparse", sized.layer.op);
  }
  if (const std::int64_t count = sparse_entry_limit(sized); count > max_answer) {
    return text::answer_too_long("entries", count, max_answer);
  }
  const Result<std::optional<Tensor>> weight = load_weight(options, chosen);
  if (!weight) {
    return weight.error();
  }
  const SparseMatrix matrix = sparse_matrix(sized);
  if (options.json) {
    print_sparse_json(matrix, weight.value(), out);
  } else {
    print_sparse_text(matrix, weight.value(), out);
  }
  return Done{};
}

Status run_matrix(const MatrixOptions& options, std::ostream& out) {
  const Result<ChosenLayer> chosen = options.layer.choose();
  if (!chosen) {
    return chosen.error();
  }
  return options.wants_im2col() ? print_im2col(options, chosen.value(), out)
                                : print_sparse(options, chosen.value(), out);
}

}  // namespace

Command add_matrix_command(CLI::App& app) {
  CLI::App* parser = app.add_subcommand(
      "matrix", "Print a layer as a matrix: the im2col columns of an input, or the sparse C of vec(out) = C·vec(in)");
  const auto options = std::make_shared<MatrixOptions>();
  options->layer.add_to(*parser);
  parser->add_option("--form", options->form, "im2col or sparse")
      ->type_name("NAME")
      ->check(CLI::IsMember({"im2col", "sparse"}))
      ->required();
  parser->add_option("--input", options->input, "With im2col: the input, (C,H,W); without it, the preset's values")
      ->type_name("FILE.npy")
      ->group("Values");
  parser->add_option("--weight", options->weight, "With sparse: a weight, whose values are shown; or the preset's")
      ->type_name("FILE.npy")
      ->group("Values");
  parser->add_flag("--json", options->json, "Print JSON");
  return {parser, [options] { return check_matrix(*options); },
          [options](std::ostream& out) { return run_matrix(*options, out); }};
}

}  // namespace convscope
