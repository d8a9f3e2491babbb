#include "app/scene/matrix_view.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/scene/coloring.h"
#include "app/scene/legend.h"
#include "app/scene/looks.h"
#include "app/scene/marks.h"
#include "app/scene/overlay.h"
#include "app/text/labels.h"

namespace convscope {
namespace {

constexpr float largest_share = 0.5F;  ///< Of the stage's longer side.
constexpr float narrowest = 230;       ///< Pixels at scale 1, for the words.
constexpr float largest_cell = 44;     ///< Pixels at scale 1.
constexpr float heading_size = 17;
constexpr float note_size = 13;
constexpr float header = 52;
constexpr float footer = 30;

bool has_matrix(const Parts& parts) { return parts.result.matrix != nullptr; }
bool is_im2col(const Parts& parts) { return parts.document.view.matrix == MatrixForm::im2col; }
bool stands_beside(Vec2 size) { return size.x >= size.y; }

/// The column of C that an input cell is, or the row of im2col that a weight meets; none of what is no line of the
/// matrix.
std::optional<CellRect> pointed_part(const Parts& parts) {
  if (!parts.pointed || parts.pointed->kind != CellKind::cell) {
    return std::nullopt;
  }
  const ShownMatrix& matrix = *parts.result.matrix;
  const Index& at = parts.pointed->index;
  const PlaneRole role = parts.pointed->role;
  if (role == PlaneRole::input && !is_im2col(parts)) {
    const Size size = parts.document.sized.input_size;
    const std::int64_t column = (at.channel * size.height + at.y) * size.width + at.x;
    return CellRect{0, static_cast<float>(column), static_cast<float>(matrix.rows), 1};
  }
  if (role == PlaneRole::weight && is_im2col(parts) && parts.layer().op == Op::conv2d) {
    const Size kernel = parts.layer().kernel_size;
    const std::int64_t channel = first_input_channel(parts.layer(), at.batch) + at.channel;
    const std::int64_t row = (channel * kernel.height + at.y) * kernel.width + at.x;
    return CellRect{static_cast<float>(row), 0, 1, static_cast<float>(matrix.columns)};
  }
  return std::nullopt;
}

/// The rows and columns of the matrix that the step uses.
CellRect used_by_step(const Parts& parts) {
  const ShownMatrix& matrix = *parts.result.matrix;
  const auto rows = static_cast<float>(matrix.rows);
  const auto columns = static_cast<float>(matrix.columns);
  if (!is_im2col(parts)) {
    const auto step = static_cast<float>(parts.step);
    return parts.stamping ? CellRect{0, step, rows, 1} : CellRect{step, 0, 1, columns};
  }
  const Size kernel = parts.layer().kernel_size;
  const std::int64_t in_channel = kernel.height * kernel.width;
  const std::int64_t first =
      parts.stamping ? parts.cell.channel : first_input_channel(parts.layer(), parts.out_channel);
  const std::int64_t depth = parts.stamping ? 1 : parts.depth;
  const std::int64_t outputs = matrix.columns;
  return {static_cast<float>(first * in_channel), static_cast<float>(parts.step % outputs),
          static_cast<float>(depth * in_channel), 1};
}

/// The single entry of the tap that is being added.
std::optional<CellRect> tap_entry(const Parts& parts) {
  if (!parts.tap) {
    return std::nullopt;
  }
  const Tap& tap = *parts.tap;
  if (!is_im2col(parts)) {
    if (!tap.input) {
      return std::nullopt;
    }
    const Size size = parts.document.sized.input_size;
    const std::int64_t column = (tap.input->channel * size.height + tap.input->y) * size.width + tap.input->x;
    return CellRect{static_cast<float>(parts.step), static_cast<float>(column), 1, 1};
  }
  const Size kernel = parts.layer().kernel_size;
  const std::int64_t in_channel = kernel.height * kernel.width;
  const std::int64_t place = tap.weight ? tap.weight->y * kernel.width + tap.weight->x : parts.moment.part;
  return CellRect{static_cast<float>(parts.front_channel * in_channel + place),
                  static_cast<float>(parts.step % parts.result.matrix->columns), 1, 1};
}

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
  const CellRect used = pointed_part(parts).value_or(used_by_step(parts));
  plane.lattices.push_back({.row = used.row,
                            .column = used.column,
                            .rows = static_cast<std::int64_t>(used.rows),
                            .columns = static_cast<std::int64_t>(used.columns),
                            .overlay = with_alpha(palette.taken, palette.taken.alpha / 2),
                            .fill = {},
                            .corner_values = {},
                            .corner_color = {},
                            .number_color = plane.number_color});
  if (const auto winner = winning_tap(parts); winner && is_im2col(parts)) {
    plane.lattices.push_back({.row = used.row + static_cast<float>(*winner),
                              .column = used.column,
                              .overlay = palette.winner,
                              .fill = {},
                              .corner_values = {},
                              .corner_color = {},
                              .number_color = palette.on_cell});
  }
  plane.frames.push_back({used.row, used.column, used.rows, used.columns, palette.kernel_size, 2});
  if (const auto entry = tap_entry(parts)) {
    plane.frames.push_back({entry->row, entry->column, 1, 1, palette.text, 2});
  }
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
  if (const auto pointed = pointed_part(parts)) {
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
  const float most = largest_share * (beside ? size.x : size.y);
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
  Vec2 size{grids.x, grids.y + legend_height(parts) * stage.content_scale};
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
