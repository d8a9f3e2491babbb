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
};

/// Divides the stage between the grids, the legend below them and the matrix, which stands beside them or, in a stage
/// higher than wide, below.
[[nodiscard]] StageParts divide_stage(const Parts& parts, const Stage& stage);

/// The stage that leaves the grids this size.
[[nodiscard]] Vec2 whole_size(const Parts& parts, Vec2 grids, const Stage& stage);

/// The matrix with what the moment's step uses of it lit: the row of C that makes the output cell (the column that a
/// stamp uses), the column of im2col that the window has become. Of an input cell that is pointed at, its column of C;
/// of a weight, the row of im2col that it meets.
void build_matrix(const Parts& parts, const StageParts& places, Scene& scene);

}  // namespace convscope
