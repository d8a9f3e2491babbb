#include <fmt/format.h>
#include <fmt/ostream.h>

#include <optional>

#include "app/cli/json_output.h"
#include "app/cli/json_values.h"
#include "app/cli/matrix_forms.h"
#include "app/cli/question_layer.h"
#include "app/io/npy.h"
#include "app/text/question_errors.h"
#include "app/text/usage_errors.h"
#include "engine/forward.h"
#include "engine/matrix.h"

namespace convscope {
namespace {

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

}  // namespace

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

}  // namespace convscope
