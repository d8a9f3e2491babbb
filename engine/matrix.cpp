#include "engine/matrix.h"

#include <limits>

#include "engine/arithmetic.h"
#include "engine/axis_taps.h"
#include "engine/check.h"
#include "engine/forward.h"
#include "engine/taps.h"

namespace convscope {
namespace {

Shape im2col_shape(const SizedLayer& sized) {
  const Size output = output_size(sized);
  const Size kernel = sized.layer.kernel_size;
  return {sized.layer.in_channels, kernel.height * kernel.width, output.height, output.width};
}

}  // namespace

std::int64_t im2col_element_count(const SizedLayer& sized) { return element_count(im2col_shape(sized)); }

Im2colMatrix im2col(const Layer& layer, const Tensor& input, std::int64_t batch) {
  const SizedLayer sized{layer, {input.shape().height, input.shape().width}};
  const Size output = output_size(sized);
  const Size kernel = layer.kernel_size;
  Im2colMatrix matrix{layer.in_channels * kernel.height * kernel.width, output.height * output.width, {}};
  constexpr float infinity = std::numeric_limits<float>::infinity();
  const float padding = layer.op == Op::max_pool2d ? -infinity : 0.0F;
  matrix.values.resize(static_cast<std::size_t>(im2col_element_count(sized)), padding);

  const std::vector<AxisTap> rows = axis_taps(sized, Axis::height);
  const std::vector<AxisTap> columns = axis_taps(sized, Axis::width);
  for (std::int64_t channel = 0; channel < layer.in_channels; ++channel) {
    for (const AxisTap& y : rows) {
      for (const AxisTap& x : columns) {
        if (y.input && x.input) {
          const std::int64_t row = (channel * kernel.height + y.kernel) * kernel.width + x.kernel;
          const std::int64_t column = y.output * output.width + x.output;
          matrix.values[static_cast<std::size_t>(row * matrix.columns + column)] =
              input.at({batch, channel, *y.input, *x.input});
        }
      }
    }
  }
  return matrix;
}

std::int64_t sparse_entry_limit(const SizedLayer& sized) { return cells_read(sized); }

SparseMatrix sparse_matrix(const SizedLayer& sized) {
  const Size input = sized.input_size;
  CHECK_EQ(sized.layer.op == Op::max_pool2d, false);
  const Size kernel = sized.layer.kernel_size;
  SparseMatrix matrix{step_count(sized), element_count(input_shape(sized)), {}};
  matrix.unweighted = 1.0 / static_cast<double>(kernel.height * kernel.width);
  for (std::int64_t step = 0; step < matrix.rows; ++step) {
    for (const Tap& tap : taps(sized, output_of_step(sized, step))) {
      if (tap.input) {
        const std::int64_t column = (tap.input->channel * input.height + tap.input->y) * input.width + tap.input->x;
        matrix.entries.push_back({step, column, tap.weight});
      }
    }
  }
  return matrix;
}

double entry_value(const SparseMatrix& matrix, const MatrixEntry& entry, const Tensor& weight) {
  return entry.weight ? weight.at(*entry.weight) : matrix.unweighted;
}

std::vector<double> multiply(const SparseMatrix& matrix, const Tensor& weight, std::span<const float> vector) {
  CHECK_EQ(static_cast<std::int64_t>(vector.size()), matrix.columns);
  std::vector<double> product(static_cast<std::size_t>(matrix.rows));
  for (const MatrixEntry& entry : matrix.entries) {
    product[static_cast<std::size_t>(entry.row)] +=
        entry_value(matrix, entry, weight) * vector[static_cast<std::size_t>(entry.column)];
  }
  return product;
}

std::vector<double> multiply_transposed(const SparseMatrix& matrix, const Tensor& weight,
                                        std::span<const float> vector) {
  CHECK_EQ(static_cast<std::int64_t>(vector.size()), matrix.rows);
  std::vector<double> product(static_cast<std::size_t>(matrix.columns));
  for (const MatrixEntry& entry : matrix.entries) {
    product[static_cast<std::size_t>(entry.column)] +=
        entry_value(matrix, entry, weight) * vector[static_cast<std::size_t>(entry.row)];
  }
  return product;
}

}  // namespace convscope
