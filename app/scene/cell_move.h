#pragma once

#include <optional>

#include "app/scene/cell_ref.h"
#include "app/scene/scene.h"

namespace convscope {

/// How keys go from cell to cell.
enum class CellMove { left, right, up, down, next_grid, previous_grid };

/// The cell that one comes to on a picture: the one beside it on its grid, be it padding or a gap (at the grid's end
/// the cell itself), or the one at the same row and column of the next grid: input, weight, output, each by its
/// channels, and around. None where the picture does not show the cell.
[[nodiscard]] std::optional<CellRef> moved(const Scene& scene, const CellRef& cell, CellMove move);

}  // namespace convscope
