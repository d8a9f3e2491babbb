#pragma once

#include <algorithm>
#include <cmath>

#include "app/scene/scene.h"

/// What the Scene leaves open and both renderers must do alike, so that the screen shows what a file will hold.
///
/// Lines. Every width is multiplied by the scene's content_scale and centred on its edge. A plane's grid is one outline
/// with mitred corners and inner lines that end on it, with butt ends; a CellFrame is one outline with mitred corners;
/// a Line has round caps. Where lines of one kind meet, the paint does not pile up. A Line with an arrow is one shape:
/// it ends without a cap at the middle of its head's base, a triangle; a line shorter than its head is the head alone.
///
/// Cells. A gap between the cells of a stretched plane has gap_fill in the place of fill and cell_fill. Cells narrower
/// or lower than a pixel are averaged in plain sRGB values, as everything is blended; swatches smaller than
/// smallest_swatch have, all over their cell, the mean of the cell's swatches. Cells, swatches and averages that are
/// smaller than soft_below have their share of each pixel; in larger ones a pixel has the colour of its middle. A
/// lattice's fill counts its cells like the plane's; a NaN in it leaves what lies below.
///
/// Cuts. In the cells of a lattice with `cut`, wherever between the plane's cells it lies, nothing of the plane's fill,
/// of any lattice and of the hatching is painted, nor their corner values. All lines go, too, the plane's outline and
/// the padding's edges included, in the lattice's area less half a line's width on every side; and so does the number
/// of a cell of which a cut reaches the middle half.
///
/// Opacity. A plane's multiplies the alpha of each of its colours: what lies below shows through each of them.
///
/// Padding. Every edge of a padding cell is dashed once, from its end with the smaller column or row, butt ends, as
/// wide as the plane's lines; the edges that padding shares with the plane are left to the plane's grid.
///
/// Hatching. Parallel lines over all rows and columns that are never read, that rise to the right at 45° on the
/// picture, whatever the plane's slant: along each, x + y (pixels, y downwards) is constant. One goes through the outer
/// corner of cell (0, 0), the others lie hatch_spacing apart; none continues into cells that are read.
///
/// Text. Advances are unhinted and not kerned (FontSet::text_width). On screen, upright glyphs have FreeType's light
/// hinting; slanted ones have none, and none has in files, which are the same on every machine. What stands still has
/// its base line on a whole pixel; what slides has it where it falls.
namespace convscope::style {

/// Dashes of the padding, pixels at scale 1.
inline constexpr float dash_on = 4;
inline constexpr float dash_off = 3;

/// Hatching lines, pixels at scale 1: from the middle of one to that of the next, and their width.
inline constexpr float hatch_spacing = 6;
inline constexpr float hatch_width = 1.5F;

/// A SwatchFill's parts that are smaller on the picture, in pixels, become the mean of their cell's.
inline constexpr float smallest_swatch = 3;

/// Colours that follow values are mixed at their edges where they are smaller, pixels of the picture.
inline constexpr float soft_below = 6;

/// Numbers are centred in their cell by their advance and by the height of a digit (FontSet::digit_height). Those under
/// a lattice, and the corner values, are bold. On colours of a cell_fill or of a lattice's fill, numbers and corner
/// values are black or white, readable_on what the cell's middle shows under them.
inline constexpr FontFace number_face = FontFace::regular;
inline constexpr FontFace taken_number_face = FontFace::bold;
inline constexpr FontFace corner_face = FontFace::bold;

/// A Line's arrow head from base to tip, pixels at scale 1; its base reaches half as far to each side.
inline constexpr float arrow_length = 8;

/// A Line with its head on the picture, in pixels.
struct Arrow {
  Vec2 from;
  Vec2 base;  ///< Middle of the head's base, where the shaft ends.
  Vec2 tip;
  Vec2 direction;  ///< Of length 1.
  float half_base;
  bool has_shaft;  ///< It is longer than its head.
};
[[nodiscard]] inline Arrow arrow(Vec2 from, Vec2 to, float content_scale) {
  const Vec2 way = to - from;
  const float length = std::hypot(way.x, way.y);
  const Vec2 direction = length > 0 ? (1 / length) * way : Vec2{1, 0};
  const float head = arrow_length * content_scale;
  return {from, to + (-head) * direction, to, direction, head / 2, length > head};
}

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
