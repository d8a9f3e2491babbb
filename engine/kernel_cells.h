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

/// The row (or column) of the weight that lies at a kernel row: the same, counted from behind with flip_kernel.
[[nodiscard]] constexpr std::int64_t weight_cell(const Layer& layer, Axis axis, std::int64_t kernel_cell) {
  return layer.flip_kernel ? along(layer.kernel_size, axis) - 1 - kernel_cell : kernel_cell;
}

/// The kernel rows (or columns) that can reach an output row of a transposed layer, were the input without ends: those
/// k for which output + p_before − k·d is a multiple of the stride. Requires a valid conv_transpose2d; so do the next.
[[nodiscard]] KernelCells reaching_kernel_cells(const Layer& layer, Axis axis, std::int64_t output);

/// Those of them through which a row of the input does.
[[nodiscard]] KernelCells transposed_kernel_cells(const SizedLayer& sized, Axis axis, std::int64_t output);

/// The input row that reaches the output row through one of those kernel rows; of reaching_kernel_cells it may lie
/// beyond the input's ends.
[[nodiscard]] std::int64_t transposed_input_cell(const Layer& layer, Axis axis, std::int64_t output,
                                                 std::int64_t kernel_cell);

/// The other way: the output row that an input row reaches through a kernel row, input·s + k·d − p_before. Negative or
/// past the end where padding crops it.
[[nodiscard]] std::int64_t transposed_output_cell(const Layer& layer, Axis axis, std::int64_t input,
                                                  std::int64_t kernel_cell);

}  // namespace convscope
