#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>

#include "app/render/cell_colors.h"
#include "app/scene/color_scale.h"
#include "app/scene/scene.h"

namespace convscope {

/// Parts of cell_image.

/// 0xAARRGGBB, premultiplied.
using Pixel = std::uint32_t;

/// The colours that values of a scale can have, ready for a picture.
class PixelScale {
 public:
  PixelScale(const ColorScale& scale, float opacity);
  [[nodiscard]] Pixel of(float value) const { return table_[color_index(scale_, value)]; }

 private:
  ColorScale scale_;
  std::array<Pixel, color_map_size> table_{};
};

/// That the values are of so many cells.
void check_size(const ChannelValues& values, const Size& cells);

/// Rows of what is coloured apart: cells, or the swatches in them.
class UnitRows {
 public:
  /// `cell`: as for cell_image. The plane outlives it.
  UnitRows(const Plane& plane, Vec2 cell);

  /// Units in a cell.
  [[nodiscard]] const Size& units() const { return units_; }

  /// The units of one row from the column `first` of cells on.
  void read(std::int64_t unit_row, std::int64_t first, std::span<Pixel> pixels);

 private:
  [[nodiscard]] bool pending(std::int64_t row, std::int64_t column) const {
    return row * plane_.columns + column >= plane_.filled;
  }
  void read_values(std::int64_t row, std::int64_t first, std::span<Pixel> pixels) const;
  void read_swatches(std::int64_t row, std::int64_t ky, std::int64_t first, std::span<Pixel> pixels);
  [[nodiscard]] Pixel swatch(const CellReads& reads, std::int64_t ky, std::int64_t kx) const;
  Pixel mean(const CellReads& reads);

  const Plane& plane_;
  const ValueFill* values_;
  const SwatchFill* swatches_;
  std::optional<PixelScale> scale_;
  Size units_{1, 1};
  Pixel fill_;
  Pixel pending_;
  Pixel gap_;
  std::map<CellReads, Pixel> means_;  ///< Most cells are read by one of few sets of weights.
};

}  // namespace convscope
