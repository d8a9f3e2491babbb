#pragma once

#include <algorithm>
#include <cmath>

#include "app/scene/scene.h"

/// What the Scene leaves open and both renderers must do alike, so that the screen shows what a file will hold.
///
/// Lines. Every width is multiplied by the scene's content_scale and centred on its edge. A plane's grid is one outline
/// with mitred corners and inner lines that end on it, with butt ends; a CellFrame is one outline with mitred corners;
/// a Line has round caps. Where lines of one kind meet, the paint does not pile up.
///
/// Padding. Every edge of a padding cell is dashed once, from its end with the smaller column or row, butt ends, as
/// wide as the plane's lines; the edges that padding shares with the plane are left to the plane's grid.
///
/// Text. Advances are unhinted and not kerned (FontSet::text_width). On screen, upright glyphs have FreeType's light
/// hinting; slanted ones have none, and none has in files, which are the same on every machine. What stands still has
/// its base line on a whole pixel; what slides has it where it falls.
namespace convscope::style {

/// Dashes of the padding, pixels at scale 1.
inline constexpr float dash_on = 4;
inline constexpr float dash_off = 3;

/// A lattice's corner values end this far from the right and the lower edge of their cell, in cells.
inline constexpr float corner_margin = 0.12F;

/// Numbers are centred in their cell by their advance and by the height of a digit (FontSet::digit_height). Those under
/// the lattice, and the corner values, are bold.
inline constexpr FontFace number_face = FontFace::regular;
inline constexpr FontFace taken_number_face = FontFace::bold;
inline constexpr FontFace corner_face = FontFace::bold;

/// What a padding cell holds.
inline constexpr float padding_value = 0;

/// Inner grid lines and dashes that lie too close to be told apart would cover their cells: they fade, until only the
/// outlines of the plane and of its padding are left, which never fade. `spacing`: the distance between neighbouring
/// lines, `width`: theirs, both in pixels of the picture.
[[nodiscard]] inline float inner_line_opacity(float spacing, float width) {
  return std::clamp(spacing / std::max(width, 0.01F) / 2 - 1, 0.0F, 1.0F);
}

/// How a plane's cells lie on the picture, in pixels.
struct CellAxes {
  Vec2 origin;  ///< Outer corner of cell (0, 0).
  Vec2 column;  ///< One column further.
  Vec2 row;     ///< One row further.

  /// A point in cells (x along columns, y along rows) on the picture.
  [[nodiscard]] Vec2 at(float column_position, float row_position) const {
    return origin + column_position * column + row_position * row;
  }
  /// Twice the area of a cell's triangle; 0: the plane is seen from its edge and has nothing to draw.
  [[nodiscard]] float determinant() const { return column.x * row.y - column.y * row.x; }
  /// Distance between neighbouring lines that run along the rows' direction (column lines), and along the columns'.
  [[nodiscard]] float column_line_spacing() const { return std::abs(determinant()) / std::hypot(row.x, row.y); }
  [[nodiscard]] float row_line_spacing() const { return std::abs(determinant()) / std::hypot(column.x, column.y); }
  /// Cells are upright: columns run to the right and rows straight down.
  [[nodiscard]] bool upright() const { return column.y == 0 && row.x == 0 && column.x > 0 && row.y > 0; }
};

[[nodiscard]] inline CellAxes cell_axes(const Camera& camera, const Plane& plane) {
  return {camera.project(plane.origin), camera.direction(plane.column_step), camera.direction(plane.row_step)};
}

/// Numbers are painted on their plane and slant with it. Text that is set upright in pixels is led onto the picture by
/// these two directions: a text size of one cell's width makes letters as wide as a cell.
struct TextAxes {
  Vec2 right{1, 0};
  Vec2 down{0, 1};
  bool operator==(const TextAxes&) const = default;
};

[[nodiscard]] inline TextAxes number_axes(const CellAxes& cells) {
  const float cell = std::hypot(cells.column.x, cells.column.y);
  const bool square = cells.upright() && std::abs(cells.row.y - cell) < 1e-3F * cell;
  return square ? TextAxes{} : TextAxes{(1 / cell) * cells.column, (1 / cell) * cells.row};
}

}  // namespace convscope::style
