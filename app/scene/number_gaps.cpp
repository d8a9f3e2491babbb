#include "app/scene/number_gaps.h"

#include <algorithm>
#include <cmath>

#include "app/scene/text_width.h"

namespace convscope {
namespace {

constexpr float digit_height = 0.73F;  ///< In font sizes.
constexpr float around = 2.5F;         ///< Pixels at scale 1 between a number and a line.

}  // namespace

NumberGaps::NumberGaps(const Scene& scene, const Plane& plane)
    : scene_(scene),
      plane_(plane),
      layout_(number_layout(scene, plane)),
      column_(scene.camera.direction(plane.column_step)),
      row_(scene.camera.direction(plane.row_step)) {}

Vec2 NumberGaps::in_cells(Vec2 pixel) const {
  const Vec2 from_origin = pixel - scene_.camera.project(plane_.origin);
  const float determinant = column_.x * row_.y - column_.y * row_.x;
  return {(from_origin.x * row_.y - from_origin.y * row_.x) / determinant,
          (column_.x * from_origin.y - column_.y * from_origin.x) / determinant};
}

bool NumberGaps::on_picture(Vec2 cell) const {
  const Vec2 at = scene_.camera.project(plane_.origin) + (cell.x + 0.5F) * column_ + (cell.y + 0.5F) * row_;
  return at.x >= 0 && at.y >= 0 && at.x <= scene_.size.x && at.y <= scene_.size.y;
}

/// In cells: letters are as wide on a slanted plane as its columns are.
Vec2 NumberGaps::text_size(float value, float size) const {
  const float width = std::min(text_width(cell_text(value, layout_.max_characters), size), layout_.text_width);
  return (1 / std::hypot(column_.x, column_.y)) * Vec2{width, digit_height * size};
}

void NumberGaps::add_numbers(Vec2 from, Vec2 to, std::vector<LinePart>& gaps) const {
  const auto cell_of = [](float at) { return static_cast<std::int64_t>(std::floor(at)); };
  const Sides& border = plane_.border.cells;
  const std::int64_t first = std::max(cell_of(std::min(from.y, to.y)), -border.top);
  const std::int64_t last = std::min(cell_of(std::max(from.y, to.y)), plane_.rows + border.bottom - 1);
  for (std::int64_t row = first; row <= last; ++row) {
    const auto y = static_cast<float>(row);
    const LinePart within = part_within({{-1e9F, y}, {1e9F, y + 1}}, from, to);
    const float start = from.x + within.from * (to.x - from.x);
    const float end = from.x + within.to * (to.x - from.x);
    const std::int64_t last_column = std::min(cell_of(std::max(start, end)), plane_.columns + border.right - 1);
    for (std::int64_t column = std::max(cell_of(std::min(start, end)), -border.left); column <= last_column; ++column) {
      const Vec2 cell{static_cast<float>(column), y};
      if (const auto value = on_picture(cell) ? written_value(plane_, row, column) : std::nullopt) {
        const float margin = around * scene_.content_scale / std::hypot(column_.x, column_.y);
        const Vec2 half = 0.5F * text_size(*value, layout_.size) + Vec2{margin, margin};
        const Vec2 middle = cell + Vec2{0.5F, 0.5F};
        gaps.push_back(part_within({middle - half, middle + half}, from, to));
      }
    }
  }
}

void NumberGaps::add_corners(Vec2 from, Vec2 to, std::vector<LinePart>& gaps) const {
  for (const CellLattice& lattice : plane_.lattices) {
    if (!lattice.corner_values || !lattice.corner_values->tensor || lattice.cut) {
      continue;
    }
    const ChannelValues& values = *lattice.corner_values;
    for (std::int64_t i = 0; i < lattice.rows; ++i) {
      for (std::int64_t j = 0; j < lattice.columns; ++j) {
        const float value = values.tensor->at({values.batch, values.channel, i, j});
        const Vec2 end{lattice.column + static_cast<float>(j) * lattice.column_spacing + 1 - corner_margin,
                       lattice.row + static_cast<float>(i) * lattice.row_spacing + 1 - corner_margin};
        gaps.push_back(part_within({end - text_size(value, layout_.corner_size), end}, from, to));
      }
    }
  }
}

std::vector<LinePart> NumberGaps::of(const Line& line) const {
  std::vector<LinePart> gaps;
  if (!layout_.visible || column_.x * row_.y == column_.y * row_.x) {
    return gaps;
  }
  const Vec2 from = in_cells(scene_.camera.project(line.from));
  const Vec2 to = in_cells(scene_.camera.project(line.to));
  add_numbers(from, to, gaps);
  if (layout_.corner_size > 0) {
    add_corners(from, to, gaps);
  }
  std::erase_if(gaps, [](const LinePart& gap) { return gap.from >= gap.to; });
  return gaps;
}

}  // namespace convscope
