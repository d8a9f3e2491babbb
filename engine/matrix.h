#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// A layer as matrices. A tensor as a vector (vec) is its values in row-major order, one batch element.

/// The columns that a convolution multiplies its weight with, as torch.nn.functional.unfold lays them out: row
/// (c·kH + ky)·kW + kx, column y·oW + x, holding what the weight at (ky, kx) lies on in channel c under the window of
/// output (y, x); 0 in padding (max_pool2d: −∞), and where a transposed layer has no cell for that weight. For a
/// group's channels, conv2d's out = weight as (out_channels / groups × rows) · their rows.
struct Im2colMatrix {
  std::int64_t rows = 0;     ///< in_channels · kH · kW
  std::int64_t columns = 0;  ///< oH · oW
  std::vector<float> values;
  bool operator==(const Im2colMatrix&) const = default;
};

/// rows · columns, saturated, for limits before it is made. Requires a valid layer.
[[nodiscard]] std::int64_t im2col_element_count(const SizedLayer& sized);

/// Of one batch element. Requires a valid layer and an input that fits it.
[[nodiscard]] Im2colMatrix im2col(const Layer& layer, const Tensor& input, std::int64_t batch = 0);

/// One entry of C. Where padding repeats the input, several entries share a place: they add up.
struct MatrixEntry {
  std::int64_t row = 0;     ///< Output cell: (c·oH + y)·oW + x
  std::int64_t column = 0;  ///< Input cell: (c·H + y)·W + x
  /// The place in the weight tensor that gives the value; empty for avg_pool2d, whose entries are 1 / (kH·kW).
  std::optional<Index> weight;
  bool operator==(const MatrixEntry&) const = default;
};

/// C of vec(out) = C·vec(in) + bias, without its zeros: by row, then in the order of `taps`. Its transpose is the
/// transposed convolution with the same weight (Dumoulin & Visin 2016, section 4.1).
struct SparseMatrix {
  std::int64_t rows = 0;
  std::int64_t columns = 0;
  std::vector<MatrixEntry> entries;
  double unweighted = 0;  ///< The value of entries without a weight.
};

/// The value of one of its entries. `weight` is not read for pools.
[[nodiscard]] double entry_value(const SparseMatrix& matrix, const MatrixEntry& entry, const Tensor& weight);

/// The most entries that C can have: all taps, saturated. For limits before it is made. Requires a valid layer.
[[nodiscard]] std::int64_t sparse_entry_limit(const SizedLayer& sized);

/// Requires a valid layer that is linear: any but max_pool2d.
[[nodiscard]] SparseMatrix sparse_matrix(const SizedLayer& sized);

/// C·vector, in float64: `columns` values in, `rows` values out.
[[nodiscard]] std::vector<double> multiply(const SparseMatrix& matrix, const Tensor& weight,
                                           std::span<const float> vector);

/// Cᵀ·vector: `rows` values in, `columns` values out.
[[nodiscard]] std::vector<double> multiply_transposed(const SparseMatrix& matrix, const Tensor& weight,
                                                      std::span<const float> vector);

}  // namespace convscope
