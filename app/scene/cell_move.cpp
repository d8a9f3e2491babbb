#include "app/scene/cell_move.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "app/scene/hit.h"

namespace convscope {
namespace {

auto place_in_order(const Plane* plane) {
  return std::tuple(plane->cells.role, plane->cells.batch, plane->cells.channel);
}

/// The planes whose cells can be pointed at, in the order in which keys go through them.
std::vector<const Plane*> grids_of(const Scene& scene) {
  std::vector<const Plane*> grids;
  for (const SceneItem& item : scene.items) {
    const Plane* const plane = std::get_if<Plane>(&item);
    if (plane != nullptr && can_be_pointed_at(*plane)) {
      grids.push_back(plane);
    }
  }
  std::ranges::stable_sort(grids, {}, place_in_order);
  return grids;
}

/// The cell of a plane that is nearest to a row and column.
CellRef nearest(const Plane& plane, std::int64_t row, std::int64_t column) {
  const Sides& border = plane.border.cells;
  return cell_at(plane, std::clamp(row, -border.top, plane.rows + border.bottom - 1),
                 std::clamp(column, -border.left, plane.columns + border.right - 1))
      .value();
}

}  // namespace

std::optional<CellRef> moved(const Scene& scene, const CellRef& cell, CellMove move) {
  const std::vector<const Plane*> grids = grids_of(scene);
  const auto grid = std::ranges::find_if(grids, [&](const Plane* plane) { return shows_channel(*plane, cell); });
  if (grid == grids.end()) {
    return std::nullopt;
  }
  const Vec2 place = place_on(**grid, cell);
  const auto row = static_cast<std::int64_t>(place.y);
  const auto column = static_cast<std::int64_t>(place.x);
  switch (move) {
    case CellMove::left:
      return nearest(**grid, row, column - 1);
    case CellMove::right:
      return nearest(**grid, row, column + 1);
    case CellMove::up:
      return nearest(**grid, row - 1, column);
    case CellMove::down:
      return nearest(**grid, row + 1, column);
    case CellMove::next_grid:
      return nearest(grid + 1 == grids.end() ? *grids.front() : **(grid + 1), row, column);
    case CellMove::previous_grid:
      return nearest(grid == grids.begin() ? *grids.back() : **(grid - 1), row, column);
  }
  return cell;
}

}  // namespace convscope
