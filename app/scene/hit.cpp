#include "app/scene/hit.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace convscope {
namespace {

/// Parallelograms thinner than this share of their sides' product are seen from their edge.
constexpr float thinnest = 1e-4F;
constexpr float least_opacity = 0.5F;

float cross(Vec2 a, Vec2 b) { return a.x * b.y - a.y * b.x; }

/// Column (x) and row (y) of a plane at a pixel.
std::optional<Vec2> on_plane(const Camera& camera, const Plane& plane, Vec2 pixel) {
  const Vec2 column = camera.direction(plane.column_step);
  const Vec2 row = camera.direction(plane.row_step);
  const float area = cross(column, row);
  if (std::abs(area) <= thinnest * std::hypot(column.x, column.y) * std::hypot(row.x, row.y)) {
    return std::nullopt;
  }
  const Vec2 from = pixel - camera.project(plane.origin);
  return Vec2{cross(from, row) / area, cross(column, from) / area};
}

/// Whether a place lies in one of a lattice's cells, along one axis.
bool takes(float place, float first, float spacing, std::int64_t count) {
  const float from = place - first;
  if (from < 0) {
    return false;
  }
  const float number = std::min(std::floor(from / spacing), static_cast<float>(count - 1));
  return from - number * spacing < 1;
}

bool is_cut(const Plane& plane, Vec2 place) {
  return std::ranges::any_of(plane.lattices, [&](const CellLattice& lattice) {
    return lattice.cut && takes(place.y, lattice.row, lattice.row_spacing, lattice.rows) &&
           takes(place.x, lattice.column, lattice.column_spacing, lattice.columns);
  });
}

/// What surrounds a part of a plane on the picture.
PixelBox box_of(const Camera& camera, const Plane& plane, const CellRect& cells) {
  const Vec2 corner = camera.project(plane.origin + cells.column * plane.column_step + cells.row * plane.row_step);
  const Vec2 across = cells.columns * camera.direction(plane.column_step);
  const Vec2 down = cells.rows * camera.direction(plane.row_step);
  PixelBox box{corner, corner};
  for (const Vec2 point : {corner + across, corner + down, corner + across + down}) {
    box.low = {std::min(box.low.x, point.x), std::min(box.low.y, point.y)};
    box.high = {std::max(box.high.x, point.x), std::max(box.high.y, point.y)};
  }
  return box;
}

}  // namespace

bool can_be_pointed_at(const Plane& plane) {
  return plane.cells.role != PlaneRole::other && plane.opacity >= least_opacity;
}

std::optional<CellRef> cell_at(const Plane& plane, std::int64_t row, std::int64_t column) {
  const Sides& border = plane.border.cells;
  if (row < -border.top || row >= plane.rows + border.bottom || column < -border.left ||
      column >= plane.columns + border.right) {
    return std::nullopt;
  }
  CellRef cell{plane.cells.role, {plane.cells.batch, plane.cells.channel, row, column}};
  const Size& by = plane.stretch.by;
  if (row < 0 || row >= plane.rows || column < 0 || column >= plane.columns) {
    cell.kind = CellKind::padding;
  } else if (row % by.height != 0 || column % by.width != 0) {
    cell.kind = CellKind::gap;
  } else {
    cell.index.y /= by.height;
    cell.index.x /= by.width;
  }
  return cell;
}

std::optional<CellRef> hit_test(const Scene& scene, Vec2 pixel) {
  for (const SceneItem& item : std::views::reverse(scene.items)) {
    const Plane* const plane = std::get_if<Plane>(&item);
    if (plane == nullptr || !can_be_pointed_at(*plane)) {
      continue;
    }
    const auto place = on_plane(scene.camera, *plane, pixel);
    if (!place || is_cut(*plane, *place)) {
      continue;
    }
    const auto row = static_cast<std::int64_t>(std::floor(place->y));
    const auto column = static_cast<std::int64_t>(std::floor(place->x));
    if (const auto cell = cell_at(*plane, row, column)) {
      return cell;
    }
  }
  return std::nullopt;
}

bool shows_channel(const Plane& plane, const CellRef& cell) {
  return plane.cells.role != PlaneRole::other &&
         plane.cells == PlaneCells{cell.role, cell.index.batch, cell.index.channel};
}

Vec2 place_on(const Plane& plane, const CellRef& cell) {
  const Size by = cell.kind == CellKind::cell ? plane.stretch.by : Size{1, 1};
  return {static_cast<float>(cell.index.x * by.width), static_cast<float>(cell.index.y * by.height)};
}

std::optional<PixelBox> cell_box(const Scene& scene, const CellRef& cell) {
  for (const SceneItem& item : std::views::reverse(scene.items)) {
    if (const Plane* const plane = std::get_if<Plane>(&item); plane != nullptr && shows_channel(*plane, cell)) {
      const Vec2 place = place_on(*plane, cell);
      return box_of(scene.camera, *plane, {place.y, place.x, 1, 1});
    }
  }
  return std::nullopt;
}

std::vector<PixelBox> lattice_boxes(const Scene& scene) {
  std::vector<PixelBox> boxes;
  for (const SceneItem& item : scene.items) {
    const Plane* const plane = std::get_if<Plane>(&item);
    if (plane == nullptr || !can_be_pointed_at(*plane)) {
      continue;
    }
    for (const CellLattice& lattice : plane->lattices) {
      const CellRect cells{lattice.row, lattice.column, static_cast<float>(lattice.rows - 1) * lattice.row_spacing + 1,
                           static_cast<float>(lattice.columns - 1) * lattice.column_spacing + 1};
      boxes.push_back(box_of(scene.camera, *plane, cells));
    }
  }
  return boxes;
}

}  // namespace convscope
