#include "app/render/cell_image.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "app/render/cell_pixels.h"
#include "engine/check.h"

namespace convscope {
namespace {

/// Sums of the components of pixels, two in a word: alpha and green, red and blue.
struct PixelSum {
  std::uint64_t alpha_green = 0;
  std::uint64_t red_blue = 0;
  std::uint32_t count = 0;

  void add(Pixel pixel) {
    const auto apart = [](Pixel two) { return (two & 0xffU) | static_cast<std::uint64_t>(two & 0xff0000U) << 16; };
    alpha_green += apart(pixel >> 8);
    red_blue += apart(pixel);
    ++count;
  }
  [[nodiscard]] Pixel mean() const {
    const auto part = [this](std::uint64_t sums, unsigned shift) {
      return static_cast<Pixel>(((sums >> shift & 0xffffffffU) + count / 2) / count);
    };
    return part(alpha_green, 32) << 24 | part(red_blue, 32) << 16 | part(alpha_green, 0) << 8 | part(red_blue, 0);
  }
};

/// How many cells go into a pixel of the image, so that it is not larger than a pixel of the picture.
std::int64_t cells_in_pixel(float cell) {
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(1 / std::max(cell, 1e-4F)));
}

struct Reduction {
  CellRange part;
  Size cells;  ///< In a pixel of the image.
};

/// Blocks count from the plane's corner, so that they stay where they are when the picture moves.
CellImage reduced(UnitRows& units, const Reduction& reduction) {
  const auto& [part, cells] = reduction;
  const std::int64_t first_block = part.first_column / cells.width;
  const std::int64_t first_block_row = part.first_row / cells.height;
  CellImage image{
      .width = static_cast<int>((part.last_column - 1) / cells.width - first_block + 1),
      .height = static_cast<int>((part.last_row - 1) / cells.height - first_block_row + 1),
      .pixels = {},
      .corner = {static_cast<float>(first_block * cells.width), static_cast<float>(first_block_row * cells.height)},
      .pixel = {static_cast<float>(cells.width), static_cast<float>(cells.height)}};
  std::vector<Pixel> line(static_cast<std::size_t>(part.columns()));
  std::vector<PixelSum> sums(static_cast<std::size_t>(image.width));
  image.pixels.reserve(sums.size() * static_cast<std::size_t>(image.height));
  const auto flush = [&] {
    std::ranges::transform(sums, std::back_inserter(image.pixels), &PixelSum::mean);
    std::ranges::fill(sums, PixelSum{});
  };
  for (std::int64_t row = part.first_row; row < part.last_row; ++row) {
    units.read(row, part.first_column, line);
    for (std::int64_t column = part.first_column; column < part.last_column;) {
      const std::int64_t block = column / cells.width;
      PixelSum& sum = sums[static_cast<std::size_t>(block - first_block)];
      for (const std::int64_t end = std::min((block + 1) * cells.width, part.last_column); column < end; ++column) {
        sum.add(line[static_cast<std::size_t>(column - part.first_column)]);
      }
    }
    if (row + 1 == part.last_row || (row + 1) % cells.height == 0) {
      flush();
    }
  }
  return image;
}

}  // namespace

CellImage cell_image(const Plane& plane, const CellRange& part, Vec2 cell) {
  UnitRows units(plane, cell);
  const Size cells{cells_in_pixel(cell.y), cells_in_pixel(cell.x)};
  if (cells != Size{1, 1}) {
    return reduced(units, {part, cells});
  }
  const auto [high, wide] = units.units();
  CellImage image{.width = static_cast<int>(part.columns() * wide),
                  .height = static_cast<int>(part.rows() * high),
                  .pixels = {},
                  .corner = {static_cast<float>(part.first_column), static_cast<float>(part.first_row)},
                  .pixel = {1 / static_cast<float>(wide), 1 / static_cast<float>(high)}};
  const auto width = static_cast<std::size_t>(image.width);
  image.pixels.resize(width * static_cast<std::size_t>(image.height));
  for (std::size_t row = 0; row < static_cast<std::size_t>(image.height); ++row) {
    units.read(part.first_row * high + static_cast<std::int64_t>(row), part.first_column,
               std::span(image.pixels).subspan(row * width, width));
  }
  return image;
}

CellImage lattice_image(const CellLattice& lattice, float opacity) {
  const ValueFill& fill = lattice.fill.value();
  check_size(fill.values, {lattice.rows, lattice.columns});
  const PixelScale scale(fill.scale, opacity);
  CellImage image{
      .width = static_cast<int>(lattice.columns),
      .height = static_cast<int>(lattice.rows),
      .pixels = {},
      .corner = {lattice.column - (lattice.column_spacing - 1) / 2, lattice.row - (lattice.row_spacing - 1) / 2},
      .pixel = {lattice.column_spacing, lattice.row_spacing}};
  for (std::int64_t i = 0; i < lattice.rows; ++i) {
    for (std::int64_t j = 0; j < lattice.columns; ++j) {
      const float value = fill.values.tensor->at({fill.values.batch, fill.values.channel, i, j});
      image.pixels.push_back(std::isnan(value) ? 0 : scale.of(value));
    }
  }
  return image;
}

}  // namespace convscope
