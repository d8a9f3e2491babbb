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

}  // namespace convscope
