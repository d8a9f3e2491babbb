#pragma once

#include <array>
#include <cstdint>

namespace convscope {

/// A size or a per-axis parameter in the framework's order: (height, width).
struct Size {
  std::int64_t height = 1;
  std::int64_t width = 1;
  bool operator==(const Size&) const = default;
};

/// Rows added above and below, columns added left and right.
struct Sides {
  std::int64_t top = 0;
  std::int64_t bottom = 0;
  std::int64_t left = 0;
  std::int64_t right = 0;
  bool operator==(const Sides&) const = default;
};

enum class Axis { height, width };
inline constexpr std::array axes{Axis::height, Axis::width};

[[nodiscard]] constexpr std::int64_t along(const Size& size, Axis axis) {
  return axis == Axis::height ? size.height : size.width;
}
/// Top or left.
[[nodiscard]] constexpr std::int64_t before(const Sides& sides, Axis axis) {
  return axis == Axis::height ? sides.top : sides.left;
}
/// Bottom or right.
[[nodiscard]] constexpr std::int64_t after(const Sides& sides, Axis axis) {
  return axis == Axis::height ? sides.bottom : sides.right;
}

}  // namespace convscope
