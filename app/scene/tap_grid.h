#pragma once

#include <cstdint>
#include <vector>

#include "app/scene/scene.h"
#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// Rows (or columns) of the input's grid that taps lie on, in the order of `taps`: first, first + spacing, …
struct TapLine {
  std::int64_t first = 0;
  std::int64_t spacing = 1;  ///< Negative: from behind.
  std::int64_t count = 0;
  [[nodiscard]] std::int64_t at(std::int64_t number) const { return first + number * spacing; }
};

/// The taps of an output cell in each channel: every row with every column.
struct TapGrid {
  TapLine rows;
  TapLine columns;
};

/// On the grid that windows slide over (engine/window.h). Requires a valid layer and a cell of its output.
[[nodiscard]] TapGrid tap_grid(const SizedLayer& sized, const Index& output);

/// `count` of a line's places from the `begin`-th on.
[[nodiscard]] TapLine part_of(const TapLine& line, std::int64_t begin, std::int64_t count);

/// Lays a lattice over these rows and columns, of which there is at least one each.
void set_lattice_place(CellLattice& lattice, const TapLine& rows, const TapLine& columns);

/// The kernel rows that read a row of the input, ascending; those from 64 on are not known.
[[nodiscard]] std::vector<std::int64_t> bits_of(const AxisReads& reads, std::int64_t row);

}  // namespace convscope
