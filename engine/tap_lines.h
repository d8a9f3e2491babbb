#pragma once

#include <cstdint>

#include "engine/kernel_cells.h"
#include "engine/layer.h"
#include "engine/line_sums.h"
#include "engine/tensor.h"

namespace convscope {

/// Parts of forward_fast: what the taps of a run of output cells read. Inside the engine only.

/// Output cells of one row of one batch element: columns first, first + column_step, …, so many that their taps have
/// the same kernel columns but for the input's ends; at most line_length.
struct OutputRun {
  std::int64_t batch = 0;
  std::int64_t y = 0;
  std::int64_t first_x = 0;
  std::int64_t count = 0;
};

/// 1, and for conv_transpose2d the stride.
[[nodiscard]] std::int64_t column_step(const Layer& layer);

/// Rows of the kernel that a run's cells have taps in.
[[nodiscard]] KernelCells kernel_rows(const SizedLayer& sized, const OutputRun& run);
/// Columns of the kernel in which at least one of the run's cells can have a tap.
[[nodiscard]] KernelCells kernel_columns(const SizedLayer& sized, const OutputRun& run);

/// One tap of all cells of a run: an input channel and a cell of the kernel.
struct RunTap {
  std::int64_t channel = 0;
  std::int64_t ky = 0;
  std::int64_t kx = 0;
};

/// Fills the line's values, and which cells have them.
void read_line(const Layer& layer, const Tensor& input, const OutputRun& run, const RunTap& tap, LineTap& line);

}  // namespace convscope
