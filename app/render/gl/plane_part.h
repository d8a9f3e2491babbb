#pragma once

#include "app/render/style.h"
#include "app/scene/scene.h"

namespace convscope::gl {

/// A part of a plane in cells, x along columns.
struct PlanePart {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
  bool operator==(const PlanePart&) const = default;
};

[[nodiscard]] PlanePart grown(const PlanePart& part, Vec2 by);
/// The smallest part with both in it.
[[nodiscard]] PlanePart around(const PlanePart& a, const PlanePart& b);
[[nodiscard]] PlanePart common(const PlanePart& a, const PlanePart& b);
[[nodiscard]] constexpr bool is_empty(const PlanePart& part) {
  return part.left >= part.right || part.top >= part.bottom;
}
[[nodiscard]] constexpr bool contains(const PlanePart& part, float x, float y) {
  return x > part.left && x < part.right && y > part.top && y < part.bottom;
}

[[nodiscard]] PlanePart whole_plane(const Plane& plane);
[[nodiscard]] PlanePart padded_plane(const Plane& plane);
[[nodiscard]] PlanePart lattice_box(const CellLattice& lattice);

/// A point of the picture in cells. Requires axes whose determinant is not 0.
[[nodiscard]] Vec2 in_cells(const style::CellAxes& axes, Vec2 point);
/// All of the picture.
[[nodiscard]] PlanePart picture_part(const Scene& scene, const style::CellAxes& axes);

/// A cell's size across: the distances between neighbouring lines between columns (x) and between rows, in pixels.
[[nodiscard]] inline Vec2 cell_across(const style::CellAxes& axes) {
  return {axes.column_line_spacing(), axes.row_line_spacing()};
}

}  // namespace convscope::gl
