#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace convscope {

/// A picture in memory: row-major pixels 0xAARRGGBB, sRGB with straight alpha; a fully transparent pixel is 0.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint32_t> pixels;

  [[nodiscard]] std::uint32_t at(int x, int y) const {
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
  }
  bool operator==(const Image&) const = default;
};

}  // namespace convscope
