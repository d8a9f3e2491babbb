#pragma once

#include "app/scene/build.h"
#include "app/scene/parts.h"

namespace convscope {

/// Where a picture's grids and its matrix stand, in pixels from the stage's corner.
struct StageParts {
  Stage grids;           ///< From the stage's corner on.
  Stage legend;          ///< The grids' part and the legend's strip at its lower edge.
  Vec2 matrix_corner{};  ///< Only with a matrix.
  Vec2 matrix_size{};
  float matrix_cell = 0;  ///< Pixels of one of its cells.
};

/// Pixels at scale 1 of the matrix's words.
struct MatrixText {
  static constexpr float above = 52;
  static constexpr float below = 30;
  static constexpr float first_note = 20;  ///< Below the grid, to the base line.
  static constexpr float alone = 4;        ///< The same where there is no grid.
  static constexpr float note_pitch = 18;  ///< To the second line of a long note.
  static constexpr float width = 190;
};

/// Divides the stage between the grids, the legend below them and the matrix, which stands beside them or below them:
/// below in a stage higher than wide, where that makes much larger cells, and when it is words alone.
[[nodiscard]] StageParts divide_stage(const Parts& parts, const Stage& stage);

/// The stage that leaves the grids this size.
[[nodiscard]] Vec2 whole_size(const Parts& parts, Vec2 grids, const Stage& stage);

/// The matrix with what the moment's step uses of it lit: the row of C that makes the output cell (the column that a
/// stamp uses), the column of im2col that the window has become. Of an input cell that is pointed at, its column of C;
/// of a weight, the row of im2col that it meets.
void build_matrix(const Parts& parts, const StageParts& places, Scene& scene);

}  // namespace convscope
