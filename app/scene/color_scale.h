#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "app/scene/color.h"

namespace convscope {

/// How a number becomes a colour. `sequential` grows lighter, so that it survives a projector and colour-blind eyes;
/// `diverging` runs from blue over a pale middle to orange, for values around 0; `weights` gives each weight of a
/// kernel a colour of its own.
enum class ColorMap { sequential, diverging, weights };

/// A colour map and the values at its two ends; what lies outside has the colour of the end.
struct ColorScale {
  ColorMap map = ColorMap::sequential;
  float low = 0;
  float high = 1;
  bool operator==(const ColorScale&) const = default;
};

/// A map as both renderers use it: entry i is the colour from low + i·(high − low)/256 on.
inline constexpr std::size_t color_map_size = 256;
using ColorTable = std::array<Color, color_map_size>;
[[nodiscard]] const ColorTable& color_table(ColorMap map);

/// The place of a value in the table. NaN has none: the cell keeps its plane's fill; it counts as the first here.
/// A scale whose ends are equal gives the middle.
[[nodiscard]] inline std::size_t color_index(const ColorScale& scale, float value) {  // For every cell of a picture.
  if (std::isnan(value)) {
    return 0;
  }
  if (scale.high <= scale.low) {
    return color_map_size / 2;
  }
  const float share = std::clamp((value - scale.low) / (scale.high - scale.low), 0.0F, 1.0F);
  return std::min(static_cast<std::size_t>(share * static_cast<float>(color_map_size)), color_map_size - 1);
}
[[nodiscard]] Color scale_color(const ColorScale& scale, float value);

/// Black or white, whichever has more contrast on the colour (WCAG 2.1, relative luminance).
[[nodiscard]] Color readable_on(Color background);

}  // namespace convscope
