#include "app/render/plane_numbers.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "app/render/cell_colors.h"
#include "app/render/visible_cells.h"
#include "app/scene/numbers.h"
#include "engine/check.h"

namespace convscope {
namespace {

bool whole(float value) { return std::abs(value - std::round(value)) < 1e-4F; }

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
    if (layout_.visible) {
      visible_ = visible_cells(scene, plane);
    }
  }

  std::vector<PlacedNumber> place() && {
    place_cells();
    place_corners();
    return std::move(numbers_);
  }

 private:
  void place_cells() {
    if (plane_.numbers && plane_.values.tensor) {
      const Size& by = plane_.stretch.by;
      check_size(plane_.values, (plane_.rows - 1) / by.height + 1, (plane_.columns - 1) / by.width + 1);
    }
    numbers_.reserve(static_cast<std::size_t>(visible_.rows() * visible_.columns()));
    for (std::int64_t row = visible_.first_row; row < visible_.last_row; ++row) {
      for (std::int64_t column = visible_.first_column; column < visible_.last_column; ++column) {
        if (const auto value = written_value(plane_, row, column)) {
          place_centred(row, column, *value, color_of(row, column));
        }
      }
    }
  }

  /// Of a number on the plane's own fill, on that of a gap or in padding.
  [[nodiscard]] Color color_of(std::int64_t row, std::int64_t column) const {
    if (row < 0 || row >= plane_.rows || column < 0 || column >= plane_.columns) {
      return plane_.border.number_color;
    }
    const Size& by = plane_.stretch.by;
    const bool gap = row % by.height != 0 || column % by.width != 0;
    return gap ? plane_.stretch.gap_number_color : plane_.number_color;
  }

  void place_centred(std::int64_t row, std::int64_t column, float value, const Color& color) {
    if (is_cut(plane_, row, column)) {
      return;
    }
    const CellGround ground = cell_ground(plane_, row, column);
    const bool taken = ground.lattice != nullptr;
    PlacedNumber number{.text = cell_text(value, layout_.max_characters),
                        .size = layout_.size,
                        .face = taken ? style::taken_number_face : style::number_face,
                        .color = number_color(ground, taken ? ground.lattice->number_color : color, layout_.opacity)};
    const float natural_width = fonts_.text_width(number.face, number.text, number.size);
    number.size *= std::min(1.0F, layout_.text_width / natural_width);
    const float width = std::min(natural_width, layout_.text_width) / cell_;
    const float height = fonts_.digit_height(number.face, number.size) / cell_;
    number.pen = axes_.at(static_cast<float>(column) + (1 - width) / 2, static_cast<float>(row) + (1 + height) / 2);
    add(std::move(number), true);
  }

  void place_corners() {
    for (const CellLattice& lattice : plane_.lattices) {
      const bool has_values = lattice.corner_values && lattice.corner_values->tensor && !lattice.cut;
      if (layout_.visible && layout_.corner_opacity > 0 && has_values) {
        place_corners(lattice);
      }
    }
  }

  void place_corners(const CellLattice& lattice) {
    check_size(*lattice.corner_values, lattice.rows, lattice.columns);
    const bool still = whole(lattice.row) && whole(lattice.column);
    for (std::int64_t i = 0; i < lattice.rows; ++i) {
      for (std::int64_t j = 0; j < lattice.columns; ++j) {
        const float row = lattice.row + static_cast<float>(i) * lattice.row_spacing;
        const float column = lattice.column + static_cast<float>(j) * lattice.column_spacing;
        if (!is_visible(row, column)) {
          continue;
        }
        const CellGround ground = cell_ground(plane_, std::lround(row), std::lround(column));
        PlacedNumber number{.text = cell_text(value_at(*lattice.corner_values, i, j), layout_.max_characters),
                            .size = layout_.corner_size,
                            .face = style::corner_face,
                            .color = number_color(ground, lattice.corner_color, layout_.corner_opacity)};
        const float width = fonts_.text_width(number.face, number.text, number.size) / cell_;
        number.pen = axes_.at(column + 1 - corner_margin - width, row + 1 - corner_margin);
        add(std::move(number), still);
      }
    }
  }

  /// On colours that follow values, whichever of black and white is read better.
  [[nodiscard]] Color number_color(const CellGround& ground, const Color& otherwise, float opacity) const {
    const Color color = ground.color ? readable_on(*ground.color) : otherwise;
    return with_alpha(color, color.alpha * opacity * plane_.opacity);
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
  CellRange visible_;
  std::vector<PlacedNumber> numbers_;
};

}  // namespace

std::vector<PlacedNumber> plane_numbers(const Scene& scene, const Plane& plane, const FontSet& fonts) {
  return NumberPlacer(scene, plane, fonts).place();
}

}  // namespace convscope
