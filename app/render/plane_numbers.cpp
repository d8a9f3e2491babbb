#include "app/render/plane_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "app/scene/numbers.h"
#include "engine/check.h"

namespace convscope {
namespace {

/// Cells [first, last) of a plane's rows and columns.
struct CellRange {
  std::int64_t first_row = 0;
  std::int64_t last_row = 0;
  std::int64_t first_column = 0;
  std::int64_t last_column = 0;
};

/// The cells, padding included, that may touch the picture.
CellRange visible_cells(const Scene& scene, const Plane& plane, const style::CellAxes& cells) {
  const float determinant = cells.determinant();
  float low_x = INFINITY, high_x = -INFINITY, low_y = INFINITY, high_y = -INFINITY;
  for (const Vec2 corner : {Vec2{0, 0}, Vec2{scene.size.x, 0}, Vec2{0, scene.size.y}, scene.size}) {
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

bool whole(float value) { return std::abs(value - std::round(value)) < 1e-4F; }

/// Whether a cell's middle lies in one of the lattice's cells, along one axis.
bool taken_along(std::int64_t cell, float first, float spacing, std::int64_t count) {
  const float nearest = std::round((static_cast<float>(cell) - first) / spacing);
  return nearest >= 0 && nearest < static_cast<float>(count) &&
         std::abs(static_cast<float>(cell) - first - nearest * spacing) < 0.5F;
}

bool taken(const std::optional<CellLattice>& lattice, std::int64_t row, std::int64_t column) {
  return lattice && taken_along(row, lattice->row, lattice->row_spacing, lattice->rows) &&
         taken_along(column, lattice->column, lattice->column_spacing, lattice->columns);
}

float value_at(const ChannelValues& values, std::int64_t row, std::int64_t column) {
  return values.tensor->at({values.batch, values.channel, row, column});
}

void check_size(const ChannelValues& values, std::int64_t rows, std::int64_t columns) {
  CHECK_EQ(values.tensor->shape().height, rows);
  CHECK_EQ(values.tensor->shape().width, columns);
}

class NumberPlacer {
 public:
  NumberPlacer(const Scene& scene, const Plane& plane, const FontSet& fonts)
      : plane_(plane),
        fonts_(fonts),
        axes_(style::cell_axes(scene.camera, plane)),
        layout_(number_layout(scene, plane)),
        cell_(std::hypot(axes_.column.x, axes_.column.y)) {
    if (layout_.visible && axes_.determinant() != 0) {
      visible_ = visible_cells(scene, plane, axes_);
    }
  }

  std::vector<PlacedNumber> place() && {
    place_cells();
    place_corners();
    return std::move(numbers_);
  }

 private:
  void place_cells() {
    const bool has_values = plane_.numbers && plane_.values.tensor;
    if (has_values) {
      check_size(plane_.values, plane_.rows, plane_.columns);
    }
    for (std::int64_t row = visible_.first_row; row < visible_.last_row; ++row) {
      for (std::int64_t column = visible_.first_column; column < visible_.last_column; ++column) {
        const bool inside = row >= 0 && row < plane_.rows && column >= 0 && column < plane_.columns;
        if (inside && has_values && row * plane_.columns + column < plane_.filled) {
          place_centred(row, column, value_at(plane_.values, row, column), plane_.number_color);
        } else if (!inside && plane_.border.numbers) {
          place_centred(row, column, style::padding_value, plane_.border.number_color);
        }
      }
    }
  }

  void place_centred(std::int64_t row, std::int64_t column, float value, Color color) {
    const bool is_taken = taken(plane_.lattice, row, column);
    PlacedNumber number{.text = cell_text(value, layout_.max_characters),
                        .size = layout_.size,
                        .face = is_taken ? style::taken_number_face : style::number_face,
                        .color = is_taken ? plane_.lattice_number_color : color};
    const float natural_width = fonts_.text_width(number.face, number.text, number.size);
    number.size *= std::min(1.0F, layout_.text_width / natural_width);
    const float width = std::min(natural_width, layout_.text_width) / cell_;
    const float height = fonts_.digit_height(number.face, number.size) / cell_;
    number.pen = axes_.at(static_cast<float>(column) + (1 - width) / 2, static_cast<float>(row) + (1 + height) / 2);
    add(std::move(number), true);
  }

  void place_corners() {
    const auto& lattice = plane_.lattice;
    if (!layout_.visible || layout_.corner_size <= 0 || !lattice || !lattice->corner_values ||
        !lattice->corner_values->tensor) {
      return;
    }
    check_size(*lattice->corner_values, lattice->rows, lattice->columns);
    const bool still = whole(lattice->row) && whole(lattice->column);
    for (std::int64_t i = 0; i < lattice->rows; ++i) {
      for (std::int64_t j = 0; j < lattice->columns; ++j) {
        const float row = lattice->row + static_cast<float>(i) * lattice->row_spacing;
        const float column = lattice->column + static_cast<float>(j) * lattice->column_spacing;
        if (!is_visible(row, column)) {
          continue;
        }
        PlacedNumber number{.text = cell_text(value_at(*lattice->corner_values, i, j), layout_.max_characters),
                            .size = layout_.corner_size,
                            .face = style::corner_face,
                            .color = lattice->corner_color};
        const float width = fonts_.text_width(number.face, number.text, number.size) / cell_;
        number.pen = axes_.at(column + 1 - style::corner_margin - width, row + 1 - style::corner_margin);
        add(std::move(number), still);
      }
    }
  }

  [[nodiscard]] bool is_visible(float row, float column) const {
    return row > static_cast<float>(visible_.first_row - 1) && row < static_cast<float>(visible_.last_row) &&
           column > static_cast<float>(visible_.first_column - 1) && column < static_cast<float>(visible_.last_column);
  }

  void add(PlacedNumber number, bool still) {
    if (still && axes_.upright()) {
      number.pen.y = std::round(number.pen.y);
    }
    numbers_.push_back(std::move(number));
  }

  const Plane& plane_;
  const FontSet& fonts_;
  style::CellAxes axes_;
  NumberLayout layout_;
  float cell_;  ///< A cell's width on the picture: what text sizes are measured against.
  CellRange visible_{};
  std::vector<PlacedNumber> numbers_;
};

}  // namespace

std::vector<PlacedNumber> plane_numbers(const Scene& scene, const Plane& plane, const FontSet& fonts) {
  return NumberPlacer(scene, plane, fonts).place();
}

}  // namespace convscope
