#include "app/render/gl/plane_part.h"

#include <algorithm>

namespace convscope::gl {

PlanePart grown(const PlanePart& part, Vec2 by) {
  return {part.left - by.x, part.top - by.y, part.right + by.x, part.bottom + by.y};
}

PlanePart around(const PlanePart& a, const PlanePart& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

PlanePart common(const PlanePart& a, const PlanePart& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

Vec2 in_cells(const style::CellAxes& axes, Vec2 point) {
  const Vec2 p = point - axes.origin;
  const float determinant = axes.determinant();
  return {(p.x * axes.row.y - p.y * axes.row.x) / determinant,
          (p.y * axes.column.x - p.x * axes.column.y) / determinant};
}

PlanePart picture_part(const Scene& scene, const style::CellAxes& axes) {
  const Vec2 first = in_cells(axes, {});
  PlanePart part{first.x, first.y, first.x, first.y};
  for (const Vec2 corner : {Vec2{scene.size.x, 0}, Vec2{0, scene.size.y}, scene.size}) {
    const Vec2 p = in_cells(axes, corner);
    part = around(part, {p.x, p.y, p.x, p.y});
  }
  return part;
}

PlanePart whole_plane(const Plane& plane) {
  return {0, 0, static_cast<float>(plane.columns), static_cast<float>(plane.rows)};
}

PlanePart padded_plane(const Plane& plane) {
  const Sides& border = plane.border.cells;
  return {static_cast<float>(-border.left), static_cast<float>(-border.top),
          static_cast<float>(plane.columns + border.right), static_cast<float>(plane.rows + border.bottom)};
}

PlanePart lattice_box(const CellLattice& lattice) {
  return {lattice.column, lattice.row,
          lattice.column + static_cast<float>(lattice.columns - 1) * lattice.column_spacing + 1,
          lattice.row + static_cast<float>(lattice.rows - 1) * lattice.row_spacing + 1};
}

}  // namespace convscope::gl
