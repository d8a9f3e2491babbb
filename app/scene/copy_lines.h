#pragma once

#include <vector>

#include "app/scene/parts.h"

namespace convscope {

/// From padding of the window to what it copies, in cells of the input's grid: (x, y) each.
struct CopyLine {
  Vec2 from;  ///< In the padding cell, beside its number.
  Vec2 to;    ///< In the cell that it copies, beside its number.
};
inline constexpr float copy_line_width = 1.5F;  ///< Pixels at scale 1.
/// Between two cells that are given by their (column, row); with others between them, it passes beside their numbers.
[[nodiscard]] CopyLine copy_line(Vec2 padding_cell, Vec2 source_cell);
/// One for each padding cell. Replicated padding leads from cell to cell of the window. Circular padding, whose copies
/// lie far away, has one for all cells that are copied by the same way: it passes between the numbers and ends at the
/// edge of the block that they copy, which copied_blocks frames.
[[nodiscard]] std::vector<CopyLine> copy_lines(const Parts& parts);

/// The same where the window is taken out of the input and shown beside it: those to cells out of the window, and those
/// within, from kernel cell to kernel cell. Circular padding's all lead out.
struct WindowCopyLines {
  std::vector<CopyLine> out;     ///< In cells of the input's grid.
  std::vector<CopyLine> within;  ///< In cells of the kernel.
};
[[nodiscard]] WindowCopyLines window_copy_lines(const Parts& parts);

/// Of circular padding the parts of the input that the window's padding repeats, one for each line; else none.
[[nodiscard]] std::vector<CellRect> copied_blocks(const Parts& parts);

}  // namespace convscope
