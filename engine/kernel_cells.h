#pragma once

#include <cstdint>

#include "engine/layer.h"

namespace convscope {

/// Rows or columns of a kernel, evenly spaced: first, first + step, … (`count` of them).
struct KernelCells {
  std::int64_t first = 0;
  std::int64_t step = 1;
  std::int64_t count = 0;
  bool operator==(const KernelCells&) const = default;
};

/// The kernel rows (or columns) through which input cells reach one output row of a transposed layer: those k for which
/// output + p_before − k·d is an input row times the stride. Requires a valid conv_transpose2d.
[[nodiscard]] KernelCells transposed_kernel_cells(const SizedLayer& sized, Axis axis, std::int64_t output);

/// The input row that reaches the output row through one of those kernel rows.
[[nodiscard]] std::int64_t transposed_input_cell(const Layer& layer, Axis axis, std::int64_t output,
                                                 std::int64_t kernel_cell);

}  // namespace convscope
