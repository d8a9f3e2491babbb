#include "app/scene/matrix_view.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/scene/coloring.h"
#include "app/scene/legend.h"
#include "app/scene/looks.h"
#include "app/scene/matrix_marks.h"
#include "app/scene/overlay.h"
#include "app/text/labels.h"

namespace convscope {
namespace {

constexpr float largest_share = 0.5F;  ///< Of the stage's longer side.
constexpr float narrowest = 230;       ///< Pixels at scale 1, for the words.
constexpr float tightest = 180;        ///< The same where the grids would else lose their headings,
constexpr float least_grids = 216;     ///< which need this beside the matrix.
constexpr float largest_cell = 44;     ///< Pixels at scale 1.
constexpr float heading_size = 17;
constexpr float note_size = 13;
constexpr float header = 52;
constexpr float footer = 30;

bool has_matrix(const Parts& parts) { return parts.result.matrix != nullptr; }
bool stands_beside(Vec2 size) { return size.x >= size.y; }

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

/// How much of the stage's longer side the matrix takes, in pixels: no more than its cells need.
float matrix_length(const Parts& parts, Vec2 size, float scale) {
  const ShownMatrix& matrix = *parts.result.matrix;
  const float margins = 2 * stage_margin * scale;
  const float words = (header + footer) * scale;
  const bool beside = stands_beside(size);
  const float across = beside ? size.y - margins - words : size.x - margins;
  const auto cells_across = static_cast<float>(beside ? matrix.rows : matrix.columns);
  const auto cells_along = static_cast<float>(beside ? matrix.columns : matrix.rows);
  const float cell = std::min(across / cells_across, largest_cell * scale);
  const float least = beside ? narrowest * scale : words;
  const float share = largest_share * (beside ? size.x : size.y);
  const float left = size.x - least_grids * scale;
  const float most = beside && left >= tightest * scale ? std::min(share, left) : share;
  const float needed = cell * cells_along + margins + (beside ? 0 : words);
  return std::round(std::min(std::max(needed, least), most));
}

}  // namespace

StageParts divide_stage(const Parts& parts, const Stage& stage) {
  StageParts places{stage, stage, {}, {}};
  Vec2& grids = places.grids.size;
  if (has_matrix(parts)) {
    const float length = matrix_length(parts, stage.size, stage.content_scale);
    if (stands_beside(stage.size)) {
      grids.x = stage.size.x - length;
      places.matrix_corner = {grids.x, 0};
      places.matrix_size = {stage.size.x - grids.x, stage.size.y};
    } else {
      grids.y = stage.size.y - length;
      places.matrix_corner = {0, grids.y};
      places.matrix_size = {stage.size.x, stage.size.y - grids.y};
    }
  }
  places.legend.size = grids;
  grids.y -= std::round(legend_height(parts) * stage.content_scale);
  return places;
}

Vec2 whole_size(const Parts& parts, Vec2 grids, const Stage& stage) {
  Vec2 size{std::max(grids.x, legend_width(parts) * stage.content_scale),
            grids.y + legend_height(parts) * stage.content_scale};
  if (has_matrix(parts)) {
    (stands_beside(size) ? size.x : size.y) += matrix_length(parts, size, stage.content_scale);
  }
  return size;
}

void build_matrix(const Parts& parts, const StageParts& places, Scene& scene) {
  if (!has_matrix(parts)) {
    return;
  }
  Overlay overlay(scene);
  const ShownMatrix& matrix = *parts.result.matrix;
  overlay.add(backdrop(parts, scene), places.matrix_corner, places.matrix_size);
  const float margin = overlay.px(stage_margin);
  const Vec2 room{places.matrix_size.x - 2 * margin, places.matrix_size.y - 2 * margin - overlay.px(header + footer)};
  const Vec2 fits{room.x / static_cast<float>(matrix.columns), room.y / static_cast<float>(matrix.rows)};
  const float cell = std::min({fits.x, fits.y, overlay.px(largest_cell)});
  const float high = matrix.values.values ? cell * static_cast<float>(matrix.rows) : 0;
  const float top = std::round(places.matrix_corner.y + margin + (room.y - high) / 2);
  const Vec2 corner{places.matrix_corner.x + margin, top + overlay.px(header)};
  const float base_line = top + overlay.px(heading_size);
  overlay.add(
      is_im2col(parts) ? text::im2col_matrix() : text::sparse_matrix(parts.language),
      {.base_line = {corner.x, base_line}, .size = heading_size, .face = FontFace::bold, .color = parts.palette.text});
  overlay.add(text::matrix_shape(matrix.rows, matrix.columns),
              {.base_line = {corner.x, base_line + overlay.px(20)}, .size = note_size, .color = parts.palette.notes});
  if (matrix.values.values) {
    overlay.add(matrix_plane(parts), corner, {cell, cell});
  }
  overlay.add(
      note(parts),
      {.base_line = {corner.x, corner.y + high + overlay.px(20)}, .size = note_size, .color = parts.palette.notes});
}

}  // namespace convscope
