#include "app/scene/tap_grid.h"

#include <cstdlib>

#include "engine/kernel_cells.h"
#include "engine/window.h"

namespace convscope {
namespace {

TapLine tap_line(const SizedLayer& sized, Axis axis, const Index& output) {
  const Layer& layer = sized.layer;
  const std::int64_t dilation = along(layer.dilation, axis);
  const std::int64_t cell = axis == Axis::height ? output.y : output.x;
  if (layer.op != Op::conv_transpose2d) {
    const WindowOrigin place = window_place(layer, output.y, output.x);
    return {axis == Axis::height ? place.y : place.x, dilation, along(layer.kernel_size, axis)};
  }
  const KernelCells cells = transposed_kernel_cells(sized, axis, cell);
  const std::int64_t nearest = cell + before(resolved_padding(layer), axis);
  return {nearest - cells.first * dilation, -cells.step * dilation, cells.count};
}

struct Placed {
  float first = 0;
  float spacing = 1;
};

Placed placed(const TapLine& line) {
  return {static_cast<float>(line.spacing < 0 ? line.at(line.count - 1) : line.first),
          static_cast<float>(std::abs(line.spacing))};
}

}  // namespace

TapGrid tap_grid(const SizedLayer& sized, const Index& output) {
  return {tap_line(sized, Axis::height, output), tap_line(sized, Axis::width, output)};
}

TapLine part_of(const TapLine& line, std::int64_t begin, std::int64_t count) {
  return {line.at(begin), line.spacing, count};
}

void set_lattice_place(CellLattice& lattice, const TapLine& rows, const TapLine& columns) {
  const Placed down = placed(rows);
  const Placed right = placed(columns);
  lattice.row = down.first;
  lattice.row_spacing = down.spacing;
  lattice.rows = rows.count;
  lattice.column = right.first;
  lattice.column_spacing = right.spacing;
  lattice.columns = columns.count;
}

std::vector<std::int64_t> bits_of(const AxisReads& reads, std::int64_t row) {
  std::vector<std::int64_t> bits;
  const std::uint64_t cells = reads.kernel_cells[static_cast<std::size_t>(row - reads.first)];
  for (std::int64_t bit = 0; bit < 64; ++bit) {
    if ((cells >> bit & 1) != 0) {
      bits.push_back(bit);
    }
  }
  return bits;
}

}  // namespace convscope
