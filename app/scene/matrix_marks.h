#pragma once

#include <optional>
#include <vector>

#include "app/scene/parts.h"

namespace convscope {

/// What the moment's step, or the cell that is pointed at, lights in the matrix beside the grids.

[[nodiscard]] bool is_im2col(const Parts& parts);

/// The column of C that an input cell is, or the row of im2col that a weight meets; none of what is no line of the
/// matrix.
[[nodiscard]] std::optional<CellRect> pointed_line(const Parts& parts);

/// Covers of the line that is lit. Of C the entries of the taps that the sum has reached are left bright; of im2col,
/// whose line is nothing but taps, all of it is covered alike, and the winner of a maximum marked.
[[nodiscard]] std::vector<CellLattice> matrix_lattices(const Parts& parts, Color number_color);

/// The frames around that line and around the entry of the tap that is being added.
[[nodiscard]] std::vector<CellFrame> matrix_frames(const Parts& parts);

}  // namespace convscope
