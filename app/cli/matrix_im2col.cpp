#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/cli/json_values.h"
#include "app/cli/matrix_forms.h"
#include "app/cli/question_layer.h"
#include "app/io/npy.h"
#include "app/text/question_errors.h"
#include "app/text/usage_errors.h"
#include "engine/matrix.h"

namespace convscope {
namespace {

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

}  // namespace

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

}  // namespace convscope
