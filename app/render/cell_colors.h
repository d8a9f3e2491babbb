#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "app/scene/scene.h"

namespace convscope {

/// `top` with its alpha over `below`, in plain sRGB values as both renderers blend.
[[nodiscard]] Color blended(Color top, Color below);

/// The kernel rows and columns that read a cell, as bits (AxisReads).
struct CellReads {
  std::uint64_t rows = 0;
  std::uint64_t columns = 0;
  [[nodiscard]] bool by(std::int64_t ky, std::int64_t kx) const {
    return ky < 64 && kx < 64 && (rows >> ky & 1U) != 0 && (columns >> kx & 1U) != 0;
  }
  auto operator<=>(const CellReads&) const = default;
};
/// None outside of what the reads stand for.
[[nodiscard]] CellReads cell_reads(const LayerReads& reads, std::int64_t row, std::int64_t column);

/// Whether any tap reads a place along one axis. The hatching lies where none does.
[[nodiscard]] bool is_read_at(const AxisReads& reads, std::int64_t place);

/// The mean of a divided cell's parts, each the colour of its weight or, where that does not read the cell, `fill`.
[[nodiscard]] Color mean_swatch(const SwatchFill& swatches, Color fill, const CellReads& reads);

/// Whether a cut takes so much of a cell out of its plane that its number goes, too.
[[nodiscard]] bool is_cut(const Plane& plane, std::int64_t row, std::int64_t column);

/// What numbers in a cell, or in a padding cell, stand on.
struct CellGround {
  const CellLattice* lattice = nullptr;  ///< The last one that takes the cell.
  std::optional<Color> color;  ///< Where a cell_fill or a lattice's fill colours the cell: what is seen in its middle.
};
[[nodiscard]] CellGround cell_ground(const Plane& plane, std::int64_t row, std::int64_t column);

}  // namespace convscope
