#pragma once

#include <cstdint>

namespace convscope {

/// sRGB with straight alpha, each in [0, 1].
struct Color {
  float red = 0;
  float green = 0;
  float blue = 0;
  float alpha = 1;
  bool operator==(const Color&) const = default;
};

/// 0xRRGGBB, opaque unless said otherwise.
constexpr Color rgb(std::uint32_t hex, float alpha = 1) {
  return {static_cast<float>(hex >> 16 & 0xff) / 255.0F, static_cast<float>(hex >> 8 & 0xff) / 255.0F,
          static_cast<float>(hex & 0xff) / 255.0F, alpha};
}

constexpr Color with_alpha(Color color, float alpha) { return {color.red, color.green, color.blue, alpha}; }

/// Between two colours, alpha included: 0 is the first, 1 the second.
constexpr Color mixed(Color from, Color to, float share) {
  return {from.red + share * (to.red - from.red), from.green + share * (to.green - from.green),
          from.blue + share * (to.blue - from.blue), from.alpha + share * (to.alpha - from.alpha)};
}

}  // namespace convscope
