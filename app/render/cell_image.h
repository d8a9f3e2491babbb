#pragma once

#include <cstdint>
#include <vector>

#include "app/render/visible_cells.h"
#include "app/scene/scene.h"

namespace convscope {

/// Colours that follow values, as a picture that is laid onto a plane: cells, parts of cells, or several cells in one.
struct CellImage {
  int width = 0;
  int height = 0;
  std::vector<std::uint32_t> pixels;  ///< Row-major 0xAARRGGBB, premultiplied.
  Vec2 corner{};                      ///< Outer corner of the first pixel, in cells (x along columns, y along rows).
  Vec2 pixel{1, 1};                   ///< A pixel's size in cells.
};

/// Fill, gaps, cell_fill and pending cells of a part of a plane, which is not empty and not padding; the plane's
/// opacity is in. `cell`: a cell's size straight across its edges, in pixels of the picture; where it is below 1,
/// cells are averaged to about a pixel.
[[nodiscard]] CellImage cell_image(const Plane& plane, const CellRange& part, Vec2 cell);

/// A lattice's fill, a pixel for each of its cells; transparent where the value is NaN. Cells that lie apart are in the
/// middle of their pixels. The lattice has a fill with values.
[[nodiscard]] CellImage lattice_image(const CellLattice& lattice, float opacity);

}  // namespace convscope
