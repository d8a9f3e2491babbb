#include "app/scene/color_scale.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace convscope {
namespace {

/// Linear light of an sRGB component (IEC 61966-2-1), as WCAG 2.1 uses it for contrast.
double linear(float component) {
  return component <= 0.04045F ? component / 12.92 : std::pow((component + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

/// Colours at equal distances, straight between them.
ColorTable interpolated(std::span<const Color> stops) {
  ColorTable table;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const float at =
        static_cast<float>(i) / static_cast<float>(table.size() - 1) * static_cast<float>(stops.size() - 1);
    const std::size_t below = std::min(static_cast<std::size_t>(at), stops.size() - 2);
    table[i] = mixed(stops[below], stops[below + 1], at - static_cast<float>(below));
  }
  return table;
}

/// Lightness rises evenly from a deep violet blue to a pale yellow.
ColorTable sequential_table() {
  static constexpr std::array stops{rgb(0x2b1b52), rgb(0x2f4b8c), rgb(0x1f7a99), rgb(0x2fa58b),
                                    rgb(0x7fc66b), rgb(0xcfe06a), rgb(0xfdf6b5)};
  return interpolated(stops);
}

/// Blue and orange, whose difference every kind of colour vision sees; the middle is nearly white.
ColorTable diverging_table() {
  static constexpr std::array stops{rgb(0x0b3c7d), rgb(0x3f7fc1), rgb(0xa5c9e8), rgb(0xf6f4ef),
                                    rgb(0xf6c08a), rgb(0xd97b1f), rgb(0x8a3d00)};
  return interpolated(stops);
}

/// Once around the colour wheel, light enough for black numbers; neighbours on the wheel differ in lightness, too.
ColorTable weights_table() {
  static constexpr std::array stops{rgb(0xf28e82), rgb(0xf7b267), rgb(0xf4e27a), rgb(0xb5d96b), rgb(0x6cc79a),
                                    rgb(0x6fd0dd), rgb(0x7fb2f0), rgb(0xa796ec), rgb(0xd99be0), rgb(0xf3a6c4)};
  return interpolated(stops);
}

}  // namespace

const ColorTable& color_table(ColorMap map) {
  static const ColorTable sequential = sequential_table();
  static const ColorTable diverging = diverging_table();
  static const ColorTable weights = weights_table();
  switch (map) {
    case ColorMap::sequential:
      return sequential;
    case ColorMap::diverging:
      return diverging;
    case ColorMap::weights:
      return weights;
  }
  return sequential;
}

Color scale_color(const ColorScale& scale, float value) { return color_table(scale.map)[color_index(scale, value)]; }

Color readable_on(Color background) {
  // Where the contrasts with black and with white are equal: sqrt(1.05 · 0.05) − 0.05.
  return luminance(background) > 0.179 ? rgb(0x000000) : rgb(0xffffff);
}

}  // namespace convscope
