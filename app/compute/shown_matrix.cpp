#include "app/compute/shown_matrix.h"

#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "engine/arithmetic.h"
#include "engine/forward.h"
#include "engine/matrix.h"

namespace convscope {
namespace {

ShownMatrix im2col_matrix(const Document& document) {
  const std::int64_t elements = im2col_element_count(document.sized);
  const Size out = output_size(document.sized);
  const Layer& layer = document.sized.layer;
  ShownMatrix matrix{.rows = layer.in_channels * layer.kernel_size.height * layer.kernel_size.width,
                     .columns = out.height * out.width,
                     .values = {},
                     .weights = {}};
  if (elements <= max_matrix_elements) {
    const Im2colMatrix columns = im2col(layer, *document.input);
    matrix.values = shown(Tensor({1, 1, columns.rows, columns.columns}, columns.values));
  }
  return matrix;
}

ShownMatrix dense_matrix(const Document& document) {
  const std::int64_t rows = element_count(output_shape(document.sized));
  const std::int64_t columns = element_count(input_shape(document.sized));
  ShownMatrix dense{.rows = rows, .columns = columns, .values = {}, .weights = {}};
  const bool linear = document.sized.layer.op != Op::max_pool2d;
  if (!linear || element_count({1, 1, rows, columns}) > max_matrix_elements) {
    return dense;
  }
  const SparseMatrix matrix = sparse_matrix(document.sized);
  const float none = std::numeric_limits<float>::quiet_NaN();
  std::vector<float> values(static_cast<std::size_t>(rows * columns), none);
  std::vector<float> weights = values;
  for (const MatrixEntry& entry : matrix.entries) {
    const auto at = static_cast<std::size_t>(entry.row * columns + entry.column);
    const auto value = static_cast<float>(entry_value(matrix, entry, *document.weight));
    values[at] = std::isnan(values[at]) ? value : values[at] + value;
    if (entry.weight) {
      weights[at] = static_cast<float>(entry.weight->y * document.sized.layer.kernel_size.width + entry.weight->x);
    }
  }
  dense.values = shown(Tensor({1, 1, rows, columns}, std::move(values)));
  dense.weights = std::make_shared<const Tensor>(Shape{1, 1, rows, columns}, std::move(weights));
  return dense;
}

}  // namespace

ShownMatrix shown_matrix(const Document& document) {
  return document.view.matrix == MatrixForm::im2col ? im2col_matrix(document) : dense_matrix(document);
}

std::int64_t matrix_elements(const Document& document) {
  const SizedLayer& sized = document.sized;
  const std::int64_t count =
      document.view.matrix == MatrixForm::none ? 0
      : document.view.matrix == MatrixForm::im2col
          ? im2col_element_count(sized)
          : element_count({1, 1, element_count(output_shape(sized)), element_count(input_shape(sized))});
  return count <= max_matrix_elements ? count : 0;
}

}  // namespace convscope
