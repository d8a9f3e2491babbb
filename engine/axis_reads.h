#pragma once

#include <cstdint>
#include <vector>

#include "engine/layer.h"

namespace convscope {

/// Which rows (or columns) of the padded input are read, how often, and by which rows of the kernel. Padding counts by
/// its own place, not for the cell that it copies. Of conv_transpose2d the rows are those of the input, and a row is
/// read where it reaches an output that is not cropped.
struct AxisReads {
  std::int64_t first = 0;  ///< The row that counts[0] stands for: −padding before; 0 for conv_transpose2d.
  /// Taps that read each row, over all outputs along the axis. 0: the row is never read, be it cut off at the end by
  /// the floor, or in a gap that stride or dilation leaves.
  std::vector<std::int64_t> counts;
  /// Bit k is set where row k of the weight (of a pool: of the window) reads the row; rows from 64 on have no bit.
  std::vector<std::uint64_t> kernel_cells;
  bool operator==(const AxisReads&) const = default;
};

/// Requires a valid layer. Costs what the padded input has rows and the axis has taps (axis_tap_count), and holds 16
/// bytes a row.
[[nodiscard]] AxisReads axis_reads(const SizedLayer& sized, Axis axis);

/// Whether no output reads the cell at a row and a column of the padded input, counted from the input's first cell.
/// Places outside of what the reads stand for are never read.
[[nodiscard]] bool is_unread(const AxisReads& rows, const AxisReads& columns, std::int64_t padded_y,
                             std::int64_t padded_x);

}  // namespace convscope
