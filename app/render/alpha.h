#pragma once

#include <cstdint>

#include "app/render/image.h"

namespace convscope {

/// From Cairo's premultiplied alpha to straight alpha.
[[nodiscard]] inline std::uint32_t straight(std::uint32_t pixel) {
  const std::uint32_t alpha = pixel >> 24;
  if (alpha == 0 || alpha == 0xff) {
    return alpha == 0 ? 0 : pixel;
  }
  const auto channel = [&](unsigned shift) {
    const std::uint32_t value = ((pixel >> shift & 0xff) * 0xff + alpha / 2) / alpha;
    return value << shift;
  };
  return alpha << 24 | channel(16) | channel(8) | channel(0);
}

inline void make_straight(Image& image) {
  for (std::uint32_t& pixel : image.pixels) {
    pixel = straight(pixel);
  }
}

}  // namespace convscope
