#include <algorithm>
#include <cmath>

#include "app/scene/legend.h"
#include "app/scene/looks.h"
#include "app/scene/matrix_view.h"

namespace convscope {
namespace {

constexpr float largest_share = 0.5F;     ///< Of the side that grids and matrix share.
constexpr float tightest = 180;           ///< Pixels at scale 1, where the grids would else lose their headings,
constexpr float least_grids = 216;        ///< which need this beside the matrix.
constexpr float cell_share = 11 / 24.0F;  ///< Of the grids' largest cell.
/// The other side is taken where it makes cells this much larger, those of the grids times those of the matrix.
constexpr float worth_other_side = 1.3F;

enum class Side { beside, below };

Side usual_side(Vec2 size) { return size.x >= size.y ? Side::beside : Side::below; }

/// What stands around the matrix in the room that it takes, in pixels.
Vec2 around_matrix(float scale) {
  const float margins = 2 * stage_margin;
  return scale * Vec2{margins, margins + MatrixText::above + MatrixText::below};
}

float largest_matrix_cell(Vec2 stage, float scale) { return cell_share * scale * largest_cell((1 / scale) * stage); }

/// How much of a stage of this size the matrix takes, in pixels: no more than its cells need.
float matrix_length(const Parts& parts, Side side, Vec2 size, float scale) {
  const ShownMatrix& matrix = *parts.result.matrix;
  const bool beside = side == Side::beside;
  const Vec2 around = around_matrix(scale);
  if (matrix.values.values == nullptr) {  // A note, which may take two lines.
    return std::round(around.y + scale * MatrixText::note_pitch);
  }
  const auto cells_across = static_cast<float>(beside ? matrix.rows : matrix.columns);
  const auto cells_along = static_cast<float>(beside ? matrix.columns : matrix.rows);
  const float across = beside ? size.y - around.y : size.x - around.x;
  const float cell = std::min(across / cells_across, largest_matrix_cell(size, scale));
  const float least = beside ? scale * MatrixText::width + around.x : around.y;
  const float share = largest_share * (beside ? size.x : size.y);
  const float left = size.x - least_grids * scale;
  const float most = beside && left >= tightest * scale ? std::min(share, left) : share;
  const float needed = cell * cells_along + (beside ? around.x : around.y);
  return std::round(std::min(std::max(needed, least), most));
}

StageParts divided(const Parts& parts, Side side, const Stage& stage) {
  StageParts places{.grids = stage, .legend = stage};
  Vec2& grids = places.grids.size;
  const float length = matrix_length(parts, side, stage.size, stage.content_scale);
  if (side == Side::beside) {
    grids.x -= length;
    places.matrix_corner = {grids.x, 0};
    places.matrix_size = {length, stage.size.y};
  } else {
    grids.y -= length;
    places.matrix_corner = {0, grids.y};
    places.matrix_size = {stage.size.x, length};
  }
  const ShownMatrix& matrix = *parts.result.matrix;
  const Vec2 room = places.matrix_size - around_matrix(stage.content_scale);
  places.matrix_cell = std::min({room.x / static_cast<float>(matrix.columns), room.y / static_cast<float>(matrix.rows),
                                 largest_matrix_cell(stage.size, stage.content_scale)});
  return places;
}

StageParts with_legend(const Parts& parts, StageParts places) {
  places.legend.size = places.grids.size;
  places.grids.size.y -= std::round(legend_height(parts) * places.grids.content_scale);
  return places;
}

/// How large cells are, those of the grids times those of the matrix.
float value_of(const Parts& parts, const StageParts& places) {
  const Vec2 natural = grids_natural_size(parts, places.grids);
  const Vec2 room = places.grids.size;
  return places.matrix_cell * std::min({1.0F, room.x / natural.x, room.y / natural.y});
}

}  // namespace

StageParts divide_stage(const Parts& parts, const Stage& stage) {
  if (parts.result.matrix == nullptr) {
    return with_legend(parts, {.grids = stage, .legend = stage});
  }
  if (parts.result.matrix->values.values == nullptr) {
    return with_legend(parts, divided(parts, Side::below, stage));
  }
  const Side usual = usual_side(stage.size);
  const Side other = usual == Side::beside ? Side::below : Side::beside;
  const StageParts first = with_legend(parts, divided(parts, usual, stage));
  const StageParts second = with_legend(parts, divided(parts, other, stage));
  const float legend = legend_height(parts) > 0 ? legend_width(parts) * stage.content_scale : 0;
  const bool legend_fits = second.legend.size.x >= std::min(legend, first.legend.size.x);
  return legend_fits && value_of(parts, second) > worth_other_side * value_of(parts, first) ? second : first;
}

Vec2 whole_size(const Parts& parts, Vec2 grids, const Stage& stage) {
  const float scale = stage.content_scale;
  Vec2 size{std::max(grids.x, legend_width(parts) * scale), grids.y + legend_height(parts) * scale};
  if (parts.result.matrix != nullptr) {
    const Side side = parts.result.matrix->values.values ? usual_side(size) : Side::below;
    (side == Side::beside ? size.x : size.y) += matrix_length(parts, side, size, scale);
  }
  return size;
}

}  // namespace convscope
