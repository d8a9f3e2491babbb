#include "app/render/cell_colors.h"

#include <algorithm>
#include <cmath>

namespace convscope {
namespace {

/// Cells from a cell's middle that its number may reach along either axis.
constexpr float number_reach = 0.25F;

/// Whether a lattice's cells along one axis reach what a number in the middle of a cell takes.
bool reaches_middle(std::int64_t cell, float first, float spacing, std::int64_t count) {
  const float from_first = static_cast<float>(cell) - first;
  const float nearest = std::clamp(std::round(from_first / spacing), 0.0F, static_cast<float>(count - 1));
  return std::abs(from_first - nearest * spacing) < 0.5F + number_reach;
}

/// Which of a lattice's cells along one axis has a cell's middle in it; none: nullopt.
std::optional<std::int64_t> taken_along(std::int64_t cell, float first, float spacing, std::int64_t count) {
  const float from_first = static_cast<float>(cell) - first;
  const float nearest = std::round(from_first / spacing);
  const bool taken =
      nearest >= 0 && nearest < static_cast<float>(count) && std::abs(from_first - nearest * spacing) < 0.5F;
  return taken ? std::optional(static_cast<std::int64_t>(nearest)) : std::nullopt;
}

struct LatticeCell {
  std::int64_t i = 0;
  std::int64_t j = 0;
};

std::optional<LatticeCell> taken_cell(const CellLattice& lattice, std::int64_t row, std::int64_t column) {
  const auto i = taken_along(row, lattice.row, lattice.row_spacing, lattice.rows);
  const auto j = taken_along(column, lattice.column, lattice.column_spacing, lattice.columns);
  return i && j ? std::optional(LatticeCell{*i, *j}) : std::nullopt;
}

std::optional<Color> value_color(const ValueFill& fill, std::int64_t row, std::int64_t column) {
  if (!fill.values.tensor) {
    return std::nullopt;
  }
  const float value = fill.values.tensor->at({fill.values.batch, fill.values.channel, row, column});
  return std::isnan(value) ? std::nullopt : std::optional(scale_color(fill.scale, value));
}

/// Swatches [first, last) of a cell's rows and columns.
struct SwatchRange {
  std::int64_t first_row = 0;
  std::int64_t last_row = 0;
  std::int64_t first_column = 0;
  std::int64_t last_column = 0;
};

Color mean_of_swatches(const SwatchFill& swatches, Color fill, const CellReads& reads, const SwatchRange& range) {
  // Sums of premultiplied components.
  Color sum{0, 0, 0, 0};
  float count = 0;
  for (std::int64_t ky = range.first_row; ky < range.last_row; ++ky) {
    for (std::int64_t kx = range.first_column; kx < range.last_column; ++kx) {
      const auto number = static_cast<float>(ky * swatches.kernel_size.width + kx);
      const Color color = reads.by(ky, kx) ? scale_color(swatches.scale, number) : fill;
      sum.red += color.alpha * color.red;
      sum.green += color.alpha * color.green;
      sum.blue += color.alpha * color.blue;
      sum.alpha += color.alpha;
      ++count;
    }
  }
  if (sum.alpha == 0) {
    return {.alpha = 0};
  }
  return {sum.red / sum.alpha, sum.green / sum.alpha, sum.blue / sum.alpha, sum.alpha / count};
}

/// Around the cell's middle: of an even number of swatches the two beside it.
Color middle_swatch(const SwatchFill& swatches, Color fill, const CellReads& reads) {
  const auto [height, width] = swatches.kernel_size;
  return mean_of_swatches(swatches, fill, reads, {(height - 1) / 2, height / 2 + 1, (width - 1) / 2, width / 2 + 1});
}

/// The colour that cell_fill gives the middle of a cell of the plane.
std::optional<Color> filled_color(const Plane& plane, std::int64_t row, std::int64_t column) {
  const Size& by = plane.stretch.by;
  const bool inside = row >= 0 && row < plane.rows && column >= 0 && column < plane.columns;
  if (!inside || row % by.height != 0 || column % by.width != 0 || row * plane.columns + column >= plane.filled) {
    return std::nullopt;
  }
  const std::int64_t y = row / by.height;
  const std::int64_t x = column / by.width;
  if (const auto* values = std::get_if<ValueFill>(&plane.cell_fill)) {
    return value_color(*values, y, x);
  }
  const auto* swatches = std::get_if<SwatchFill>(&plane.cell_fill);
  return swatches != nullptr && plane.reads
             ? std::optional(middle_swatch(*swatches, plane.fill, cell_reads(*plane.reads, y, x)))
             : std::nullopt;
}

}  // namespace

Color blended(Color top, Color below) {
  const float alpha = top.alpha + (1 - top.alpha) * below.alpha;
  if (alpha == 0) {
    return {.alpha = 0};
  }
  const auto mixed = [&](float above, float under) {
    return (top.alpha * above + (1 - top.alpha) * below.alpha * under) / alpha;
  };
  return {mixed(top.red, below.red), mixed(top.green, below.green), mixed(top.blue, below.blue), alpha};
}

CellReads cell_reads(const LayerReads& reads, std::int64_t row, std::int64_t column) {
  const auto bits = [](const AxisReads& axis, std::int64_t place) {
    const std::int64_t number = place - axis.first;
    return number >= 0 && number < std::ssize(axis.kernel_cells) ? axis.kernel_cells[static_cast<std::size_t>(number)]
                                                                 : std::uint64_t{0};
  };
  return {bits(reads.rows, row), bits(reads.columns, column)};
}

bool is_read_at(const AxisReads& reads, std::int64_t place) {
  const std::int64_t number = place - reads.first;
  return number >= 0 && number < std::ssize(reads.counts) && reads.counts[static_cast<std::size_t>(number)] > 0;
}

Color mean_swatch(const SwatchFill& swatches, Color fill, const CellReads& reads) {
  return mean_of_swatches(swatches, fill, reads, {0, swatches.kernel_size.height, 0, swatches.kernel_size.width});
}

bool is_cut(const Plane& plane, std::int64_t row, std::int64_t column) {
  return std::ranges::any_of(plane.lattices, [&](const CellLattice& lattice) {
    return lattice.cut && reaches_middle(row, lattice.row, lattice.row_spacing, lattice.rows) &&
           reaches_middle(column, lattice.column, lattice.column_spacing, lattice.columns);
  });
}

CellGround cell_ground(const Plane& plane, std::int64_t row, std::int64_t column) {
  CellGround ground{.color = filled_color(plane, row, column)};
  for (const CellLattice& lattice : plane.lattices) {
    const auto cell = taken_cell(lattice, row, column);
    if (!cell) {
      continue;
    }
    ground.lattice = &lattice;
    if (const auto color = lattice.fill ? value_color(*lattice.fill, cell->i, cell->j) : std::nullopt) {
      ground.color = color;
    }
    if (ground.color) {
      ground.color = blended(lattice.overlay, *ground.color);
    }
  }
  return ground;
}

}  // namespace convscope
