#include "app/scene/matrix_view.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/scene/coloring.h"
#include "app/scene/looks.h"
#include "app/scene/matrix_marks.h"
#include "app/scene/overlay.h"
#include "app/scene/text_width.h"
#include "app/text/labels.h"

namespace convscope {
namespace {

constexpr float heading_size = 17;
constexpr float note_size = 13;

void color_matrix(const Parts& parts, Plane& plane) {
  const ShownMatrix& matrix = *parts.result.matrix;
  if (const auto scale = value_scale(parts, matrix.values);
      scale && parts.document.view.coloring != Coloring::coverage) {
    plane.cell_fill = ValueFill{plane.values, *scale};
  } else if (matrix.weights) {
    const Size kernel = parts.layer().kernel_size;
    plane.cell_fill =
        ValueFill{{matrix.weights, 0, 0}, {ColorMap::weights, 0, static_cast<float>(kernel.height * kernel.width)}};
  }
}

Plane matrix_plane(const Parts& parts) {
  const Palette& palette = parts.palette;
  const ShownMatrix& matrix = *parts.result.matrix;
  Plane plane;
  plane.name = "matrix";
  plane.rows = matrix.rows;
  plane.columns = matrix.columns;
  plane.filled = matrix.rows * matrix.columns;
  plane.fill = is_im2col(parts) ? palette.input : palette.pending;
  plane.line = palette.grid_line;
  plane.line_width = 1;
  plane.numbers = true;
  plane.number_color = is_im2col(parts) ? palette.on_cell : palette.text;
  plane.values = {matrix.values.values, 0, 0};
  plane.blank_nan = true;
  color_matrix(parts, plane);
  plane.lattices = matrix_lattices(parts, plane.number_color);
  plane.frames = matrix_frames(parts);
  return plane;
}

/// Covers what the grids, when they are zoomed, would show through the matrix.
Plane backdrop(const Parts& parts, const Scene& scene) {
  Plane plane;
  plane.name = "matrix backdrop";
  plane.filled = 1;
  plane.fill = with_alpha(parts.palette.background, scene.background.alpha);
  plane.line_width = 0;
  return plane;
}

std::string note(const Parts& parts) {
  if (!parts.result.matrix->values.values) {
    return parts.layer().op == Op::max_pool2d && !is_im2col(parts) ? text::matrix_not_linear(parts.language)
                                                                   : text::matrix_too_large(parts.language);
  }
  if (const auto pointed = pointed_line(parts)) {
    return pointed->rows == 1 && is_im2col(parts)
               ? text::matrix_lit_row(parts.language, static_cast<std::int64_t>(pointed->row))
               : text::matrix_column(parts.language, static_cast<std::int64_t>(pointed->column));
  }
  if (is_im2col(parts)) {
    return text::matrix_column(parts.language, parts.step % parts.result.matrix->columns);
  }
  return parts.stamping ? text::matrix_column(parts.language, parts.step)
                        : text::matrix_row(parts.language, parts.step);
}

/// In one line, or in two where one is wider than the room, in pixels at scale 1.
std::vector<std::string> fitting_lines(const std::string& text, float room) {
  return text_width(text, note_size) <= room ? std::vector{text} : note_lines(text, note_size);
}

}  // namespace

void build_matrix(const Parts& parts, const StageParts& places, Scene& scene) {
  if (parts.result.matrix == nullptr) {
    return;
  }
  Overlay overlay(scene);
  const ShownMatrix& matrix = *parts.result.matrix;
  overlay.add(backdrop(parts, scene), places.matrix_corner, places.matrix_size);
  const float margin = overlay.px(stage_margin);
  const float cell = places.matrix_cell;
  const bool drawn = matrix.values.values != nullptr;
  const Vec2 grid = cell * Vec2{static_cast<float>(matrix.columns), drawn ? static_cast<float>(matrix.rows) : 0};
  const float words = overlay.px(MatrixText::above + MatrixText::below);
  const float used = std::max(grid.x, overlay.px(MatrixText::width));
  const float left = drawn ? std::max(margin, (places.matrix_size.x - used) / 2) : margin;
  const float top = std::round(places.matrix_corner.y + (places.matrix_size.y - words - grid.y) / 2);
  const Vec2 corner{std::round(places.matrix_corner.x + left), top + overlay.px(MatrixText::above)};
  const float base_line = top + overlay.px(heading_size);
  overlay.add(
      is_im2col(parts) ? text::im2col_matrix() : text::sparse_matrix(parts.language),
      {.base_line = {corner.x, base_line}, .size = heading_size, .face = FontFace::bold, .color = parts.palette.text});
  overlay.add(text::matrix_shape(matrix.rows, matrix.columns),
              {.base_line = {corner.x, base_line + overlay.px(20)}, .size = note_size, .color = parts.palette.notes});
  if (drawn) {
    overlay.add(matrix_plane(parts), corner, {cell, cell});
  }
  Vec2 base{corner.x, corner.y + grid.y + overlay.px(drawn ? MatrixText::first_note : MatrixText::alone)};
  for (const std::string& line : fitting_lines(note(parts), (places.matrix_size.x - 2 * margin) / overlay.px(1))) {
    overlay.add(line, {.base_line = base, .size = note_size, .color = parts.palette.notes});
    base.y += overlay.px(MatrixText::note_pitch);
  }
}

}  // namespace convscope
