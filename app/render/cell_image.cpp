#include "app/render/cell_image.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>

#include "app/render/cell_colors.h"
#include "app/render/style.h"
#include "engine/check.h"

namespace convscope {
namespace {

using Pixel = std::uint32_t;

Pixel premultiplied(const Color& color, float opacity) {
  const float alpha = color.alpha * opacity;
  const auto channel = [](float value, unsigned shift) {
    return static_cast<Pixel>(std::lround(255 * value)) << shift;
  };
  return channel(alpha, 24) | channel(alpha * color.red, 16) | channel(alpha * color.green, 8) |
         channel(alpha * color.blue, 0);
}

/// The colours that values of a scale can have, ready for a picture.
class PixelScale {
 public:
  PixelScale(const ColorScale& scale, float opacity) : scale_(scale) {
    std::ranges::transform(color_table(scale.map), table_.begin(),
                           [&](const Color& color) { return premultiplied(color, opacity); });
  }
  [[nodiscard]] Pixel of(float value) const { return table_[color_index(scale_, value)]; }

 private:
  ColorScale scale_;
  std::array<Pixel, color_map_size> table_{};
};

void check_size(const ChannelValues& values, std::int64_t rows, std::int64_t columns) {
  CHECK_EQ(values.tensor->shape().height, rows);
  CHECK_EQ(values.tensor->shape().width, columns);
}

/// Rows of what is coloured apart: cells, or the swatches in them.
class UnitRows {
 public:
  UnitRows(const Plane& plane, Vec2 cell)
      : plane_(plane),
        values_(std::get_if<ValueFill>(&plane.cell_fill)),
        swatches_(plane.reads ? std::get_if<SwatchFill>(&plane.cell_fill) : nullptr),
        fill_(premultiplied(plane.fill, plane.opacity)),
        pending_(premultiplied(plane.pending_fill, plane.opacity)),
        gap_(premultiplied(plane.stretch.gap_fill, plane.opacity)) {
    if (values_ != nullptr && values_->values.tensor) {
      const Size& by = plane.stretch.by;
      check_size(values_->values, (plane.rows - 1) / by.height + 1, (plane.columns - 1) / by.width + 1);
      scale_.emplace(values_->scale, plane.opacity);
    }
    if (swatches_ != nullptr) {
      scale_.emplace(swatches_->scale, plane.opacity);
      const auto [height, width] = swatches_->kernel_size;
      const bool apart = cell.x >= style::smallest_swatch * static_cast<float>(width) &&
                         cell.y >= style::smallest_swatch * static_cast<float>(height);
      units_ = apart ? swatches_->kernel_size : Size{1, 1};
    }
  }

  /// Units in a cell.
  [[nodiscard]] const Size& units() const { return units_; }

  /// The units of one row from the column `first` of cells on.
  void read(std::int64_t unit_row, std::int64_t first, std::span<Pixel> pixels) {
    const std::int64_t row = unit_row / units_.height;
    if (row % plane_.stretch.by.height != 0) {
      std::ranges::fill(pixels, gap_);
    } else if (swatches_ != nullptr) {
      read_swatches(row, unit_row % units_.height, first, pixels);
    } else {
      read_values(row, first, pixels);
    }
  }

 private:
  [[nodiscard]] bool pending(std::int64_t row, std::int64_t column) const {
    return row * plane_.columns + column >= plane_.filled;
  }

  void read_values(std::int64_t row, std::int64_t first, std::span<Pixel> pixels) const {
    const Size& by = plane_.stretch.by;
    std::span<const float> values;
    if (values_ != nullptr && values_->values.tensor) {
      const Tensor& tensor = *values_->values.tensor;
      const auto width = static_cast<std::size_t>(tensor.shape().width);
      values = tensor.channel(values_->values.batch, values_->values.channel)
                   .subspan(static_cast<std::size_t>(row / by.height) * width, width);
    }
    const std::int64_t last = first + std::ssize(pixels);
    const std::int64_t first_pending = std::clamp(plane_.filled - row * plane_.columns, first, last);
    std::fill(pixels.begin() + (first_pending - first), pixels.end(), pending_);
    if (by.width > 1) {
      std::ranges::fill(pixels, gap_);
    }
    for (std::int64_t x = (first + by.width - 1) / by.width; x * by.width < last; ++x) {
      Pixel& pixel = pixels[static_cast<std::size_t>(x * by.width - first)];
      const float value = values.empty() ? NAN : values[static_cast<std::size_t>(x)];
      pixel = x * by.width >= first_pending ? pending_ : std::isnan(value) ? fill_ : scale_->of(value);
    }
  }

  void read_swatches(std::int64_t row, std::int64_t ky, std::int64_t first, std::span<Pixel> pixels) {
    const Size& by = plane_.stretch.by;
    for (std::size_t i = 0; i < pixels.size(); ++i) {
      const std::int64_t column = first + static_cast<std::int64_t>(i) / units_.width;
      const std::int64_t kx = static_cast<std::int64_t>(i) % units_.width;
      if (column % by.width != 0) {
        pixels[i] = gap_;
      } else if (pending(row, column)) {
        pixels[i] = pending_;
      } else {
        const CellReads reads = cell_reads(*plane_.reads, row / by.height, column / by.width);
        pixels[i] = units_ == Size{1, 1} ? mean(reads) : swatch(reads, ky, kx);
      }
    }
  }

  [[nodiscard]] Pixel swatch(const CellReads& reads, std::int64_t ky, std::int64_t kx) const {
    return reads.by(ky, kx) ? scale_->of(static_cast<float>(ky * units_.width + kx)) : fill_;
  }

  /// Most cells are read by one of few sets of weights.
  Pixel mean(const CellReads& reads) {
    const auto [found, is_new] = means_.try_emplace(reads, 0);
    if (is_new) {
      found->second = premultiplied(mean_swatch(*swatches_, plane_.fill, reads), plane_.opacity);
    }
    return found->second;
  }

  const Plane& plane_;
  const ValueFill* values_;
  const SwatchFill* swatches_;
  std::optional<PixelScale> scale_;
  Size units_{1, 1};
  Pixel fill_;
  Pixel pending_;
  Pixel gap_;
  std::map<CellReads, Pixel> means_;
};

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
  check_size(fill.values, lattice.rows, lattice.columns);
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
