#pragma once

#include <cstdint>

#include "app/render/gl/plane_part.h"
#include "app/scene/scene.h"

namespace convscope::gl {

/// How the cells with values of a plane become texels: a cell is divided into parts like the kernel, or a block of
/// cells is averaged, so that a texel is never smaller than a pixel.
struct TexelGrid {
  Size parts{1, 1};  ///< In a cell.
  Size block{1, 1};  ///< Cells in a texel; where it is not 1, parts are.
  bool operator==(const TexelGrid&) const = default;
};

/// Texels [first, last) of rows and columns.
struct TexelRange {
  std::int64_t first_row = 0;
  std::int64_t last_row = 0;
  std::int64_t first_column = 0;
  std::int64_t last_column = 0;
  bool operator==(const TexelRange&) const = default;
  [[nodiscard]] std::int64_t rows() const { return last_row - first_row; }
  [[nodiscard]] std::int64_t columns() const { return last_column - first_column; }
  [[nodiscard]] bool contains(const TexelRange& other) const {
    return first_row <= other.first_row && last_row >= other.last_row && first_column <= other.first_column &&
           last_column >= other.last_column;
  }
};

/// Cells with values: without the empty ones of a stretch.
[[nodiscard]] Size value_cells(const Plane& plane);

/// `cell`: the size of a cell with what belongs to it, across, in pixels. Swatches too small to be told apart
/// (style::smallest_swatch) become their cell's mean.
[[nodiscard]] TexelGrid texel_grid(const Plane& plane, Vec2 cell);

/// All texels of a plane.
[[nodiscard]] TexelRange all_texels(const Plane& plane, const TexelGrid& grid);

/// Those that lie in a part of a plane, and one more to each side.
[[nodiscard]] TexelRange texels_in(const Plane& plane, const TexelGrid& grid, const PlanePart& part);

/// A range with half as much again to each side, within `all`, and with at most `limit` rows and columns.
[[nodiscard]] TexelRange with_room(const TexelRange& range, const TexelRange& all, std::int64_t limit);

}  // namespace convscope::gl
