#include "app/scene/slab_sides.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace convscope {
namespace {

/// A side whose normal is this nearly across the view is not drawn.
constexpr float seen_edge_on = 1e-3F;
/// Of a side's colour in the gaps between the cells of a stretched grid.
constexpr float gap_in_shade = 0.15F;
/// Walls of a hole that is many holes, in a volume of many boxes, are too small to be seen.
constexpr std::int64_t max_walls = 160;

struct Span {
  float begin = 0;
  float end = 0;
};

/// Of the cut cells along one axis, joined where they touch.
std::vector<Span> spans(float first, float spacing, std::int64_t count, std::int64_t limit) {
  const auto end = static_cast<float>(limit);
  if (spacing == 1) {
    return {{std::clamp(first, 0.0F, end), std::clamp(first + static_cast<float>(count), 0.0F, end)}};
  }
  std::vector<Span> all;
  for (std::int64_t i = 0; i < count; ++i) {
    const float at = first + static_cast<float>(i) * spacing;
    all.push_back({std::clamp(at, 0.0F, end), std::clamp(at + 1, 0.0F, end)});
  }
  return all;
}

/// Paints the sides and walls of one box. A slab is a column on each of them.
class SideBuilder {
 public:
  SideBuilder(const PlacedVolume& placed, const SlabBox& box, const Plane& face, std::vector<SceneItem>& items)
      : placed_(placed), slab_(box.nearest), depth_(box.depth), sides_(box.sides), face_(face), items_(items) {
    const Volume& volume = *placed.volume;
    columns_ = static_cast<float>(volume.cells.width);
    rows_ = static_cast<float>(volume.cells.height);
    // Sides lead from the edge of the seen side away from the viewer.
    back_ = {0, 0, placed.seen_from_front() ? -volume.thickness : volume.thickness};
  }

  void add_walls(const CellLattice& hole, std::int64_t boxes) {
    const std::vector<Span> rows = spans(hole.row, hole.row_spacing, hole.rows, placed_.volume->cells.height);
    const std::vector<Span> columns =
        spans(hole.column, hole.column_spacing, hole.columns, placed_.volume->cells.width);
    if (std::ssize(rows) * std::ssize(columns) * boxes > max_walls) {
      return;
    }
    for (const Span& row : rows) {
      for (const Span& column : columns) {
        if (row.begin < row.end && column.begin < column.end) {
          add_walls_of(row, column);
        }
      }
    }
  }

  void add_sides(const CellLattice* hole) {
    const Vec3& towards = placed_.view.towards;
    if (std::abs(towards.y) > seen_edge_on) {
      Plane top = plain_side(" top", sides_.top, sides_.pending_top);
      top.origin = placed_.at(slab_, towards.y < 0 ? 0 : rows_, 0);
      top.row_step = {placed_.volume->cell, 0, 0};
      top.rows = face_.columns;
      top.stretch.by.height = face_.stretch.by.width;
      top.filled = std::min(face_.filled, face_.columns) * depth_;
      open(top, hole, towards.y < 0 ? 0 : rows_ - 1, true);
      items_.emplace_back(std::move(top));
    }
    if (std::abs(towards.x) > seen_edge_on) {
      Plane side = plain_side(" side", sides_.side, sides_.pending_side);
      side.origin = placed_.at(slab_, 0, towards.x > 0 ? columns_ : 0);
      side.row_step = {0, placed_.volume->cell, 0};
      side.rows = face_.rows;
      side.stretch.by.height = face_.stretch.by.height;
      side.filled = face_.filled / face_.columns * depth_;
      open(side, hole, towards.x > 0 ? columns_ - 1 : 0, false);
      items_.emplace_back(std::move(side));
    }
  }

 private:
  [[nodiscard]] Plane plain_side(const char* name, Color fill, Color pending) const {
    Plane side;
    side.name = face_.name + name;
    side.column_step = back_;
    side.columns = depth_;
    side.opacity = face_.opacity;
    side.fill = fill;
    side.pending_fill = pending;
    side.stretch.gap_fill = mixed(face_.stretch.gap_fill, fill, gap_in_shade);
    side.line = sides_.line;
    side.line_width = sides_.line_width;
    return side;
  }

  /// Takes a hole out of a side where it reaches the box's edge: cells of the row (or column) at `edge`.
  void open(Plane& side, const CellLattice* hole, float edge, bool is_top) const {
    if (hole == nullptr) {
      return;
    }
    const float first = is_top ? hole->row : hole->column;
    const float spacing = is_top ? hole->row_spacing : hole->column_spacing;
    const auto count = static_cast<float>(is_top ? hole->rows : hole->columns);
    const float number = std::round((edge - first) / spacing);
    const bool reaches = number >= 0 && number < count && std::abs(first + number * spacing - edge) < 0.5F;
    if (!reaches) {
      return;
    }
    // A cell more on either side of those that there are takes the side's outline away, too.
    CellLattice gap = *hole;
    if (is_top) {
      gap.row = hole->column;
      gap.rows = hole->columns;
      gap.row_spacing = hole->column_spacing;
    }
    gap.column = -1;
    gap.columns = depth_ + 2;
    gap.column_spacing = 1;
    side.lattices.push_back(gap);
  }

  void add_walls_of(const Span& row, const Span& column) {
    const Vec3& towards = placed_.view.towards;
    const float cell = placed_.volume->cell;
    // A wall is seen where its normal, into the hole, turns to the viewer; at the slab's edge the hole is open.
    const float floor = towards.y < 0 ? row.end : row.begin;
    if (std::abs(towards.y) > seen_edge_on && floor > 0 && floor < rows_) {
      add_wall(" floor", sides_.top, placed_.at(slab_, floor, column.begin),
               {cell * (column.end - column.begin), 0, 0});
    }
    const float wall = towards.x > 0 ? column.begin : column.end;
    if (std::abs(towards.x) > seen_edge_on && wall > 0 && wall < columns_) {
      add_wall(" wall", sides_.side, placed_.at(slab_, row.begin, wall), {0, cell * (row.end - row.begin), 0});
    }
  }

  void add_wall(const char* name, Color fill, const Vec3& origin, const Vec3& step) {
    Plane wall = plain_side(name, fill, fill);
    wall.name += std::to_string(walls_++);
    wall.origin = origin;
    wall.row_step = step;
    wall.filled = depth_;
    items_.emplace_back(std::move(wall));
  }

  const PlacedVolume& placed_;
  const Slab& slab_;
  std::int64_t depth_;
  const SlabSides& sides_;
  const Plane& face_;
  std::vector<SceneItem>& items_;
  float rows_ = 0;
  float columns_ = 0;
  Vec3 back_{};
  int walls_ = 0;
};

}  // namespace

void add_sides(const PlacedVolume& placed, const SlabBox& box, const Plane& face, std::vector<SceneItem>& items) {
  const CellLattice* hole = hole_of(face);
  SideBuilder builder(placed, box, face, items);
  if (hole != nullptr) {
    builder.add_walls(*hole, box.boxes);
  }
  builder.add_sides(hole);
}

}  // namespace convscope
