#include "app/render/visible_cells.h"

#include <algorithm>
#include <cmath>

namespace convscope {

CellRange visible_cells(const Scene& scene, const Plane& plane, float margin) {
  const style::CellAxes cells = style::cell_axes(scene.camera, plane);
  const float determinant = cells.determinant();
  if (determinant == 0) {
    return {};
  }
  float low_x = INFINITY, high_x = -INFINITY, low_y = INFINITY, high_y = -INFINITY;
  const Vec2 near{-margin, -margin};
  const Vec2 far{scene.size.x + margin, scene.size.y + margin};
  for (const Vec2 corner : {near, Vec2{far.x, near.y}, Vec2{near.x, far.y}, far}) {
    const Vec2 p = corner - cells.origin;
    const float x = (p.x * cells.row.y - p.y * cells.row.x) / determinant;
    const float y = (p.y * cells.column.x - p.x * cells.column.y) / determinant;
    low_x = std::min(low_x, x);
    high_x = std::max(high_x, x);
    low_y = std::min(low_y, y);
    high_y = std::max(high_y, y);
  }
  const auto within = [](float value, std::int64_t low, std::int64_t high) {
    return static_cast<std::int64_t>(std::clamp(value, static_cast<float>(low), static_cast<float>(high)));
  };
  const Sides& border = plane.border.cells;
  return {within(std::floor(low_y), -border.top, plane.rows + border.bottom),
          within(std::ceil(high_y), -border.top, plane.rows + border.bottom),
          within(std::floor(low_x), -border.left, plane.columns + border.right),
          within(std::ceil(high_x), -border.left, plane.columns + border.right)};
}

CellRange without_padding(const CellRange& range, const Plane& plane) {
  return {std::max<std::int64_t>(range.first_row, 0), std::min(range.last_row, plane.rows),
          std::max<std::int64_t>(range.first_column, 0), std::min(range.last_column, plane.columns)};
}

}  // namespace convscope
