#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/scene/scene.h"

namespace convscope {

/// A lattice's corner values end this far from the right and the lower edge of their cell, in cells.
inline constexpr float corner_margin = 0.08F;

/// How the numbers in a plane's cells are set, as both renderers use it.
struct NumberLayout {
  bool visible = false;            ///< False when a cell is too small on the picture to be read.
  float opacity = 0;               ///< Of the cells' numbers: they fade in as cells grow.
  float size = 0;                  ///< Font size in pixels of the picture, of a text that fits.
  float text_width = 0;            ///< Pixels; a wider text is set smaller, so that it is as wide.
  float corner_size = 0;           ///< Font size of lattice corner values; 0 when too small to be read.
  float corner_opacity = 0;        ///< Of the corner values, likewise.
  std::size_t max_characters = 0;  ///< Longest text that fits a cell.
};
[[nodiscard]] NumberLayout number_layout(const Scene& scene, const Plane& plane);

/// The value that a cell's number says, or a padding cell's by its place; none: the cell has no number. The plane's
/// values are of its size.
[[nodiscard]] std::optional<float> written_value(const Plane& plane, std::int64_t row, std::int64_t column);

/// A value as short as it can be read: integers without a point, else rounded to what fits `max_characters`, "−" as
/// U+2212, "∞" and "NaN" as such. Falls back to "…" when not even the magnitude fits.
[[nodiscard]] std::string cell_text(float value, std::size_t max_characters);

}  // namespace convscope
