#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "app/scene/color.h"
#include "app/scene/color_scale.h"

namespace convscope::gl {

/// Premultiplied 8-bit colour as a texture's memory has it: red is the lowest byte.
using Texel = std::uint32_t;
[[nodiscard]] Texel to_texel(const Color& color);

/// The bytes of a texel, or the sums of those of several, in 16 bits each.
using WideTexel = std::uint64_t;
/// As many as can be added up.
inline constexpr std::int64_t most_in_wide_texel = 257;
[[nodiscard]] constexpr WideTexel widened(Texel texel) {
  const WideTexel pairs = (texel | WideTexel{texel} << 16U) & 0x0000ffff0000ffffU;
  return (pairs | pairs << 8U) & 0x00ff00ff00ff00ffU;
}

/// The texels that a scale's values can have.
class TexelScale {
 public:
  explicit TexelScale(const ColorScale& scale);

  /// Transparent for NaN.
  [[nodiscard]] Texel of(float value) const;
  /// The same for as many values as there are texels.
  void of(std::span<const float> values, std::span<Texel> texels) const;
  /// The same, added to sums.
  void add(std::span<const float> values, std::span<WideTexel> sums) const;

 private:
  static constexpr std::size_t of_nan = color_map_size;

  ColorScale scale_;
  std::array<Texel, color_map_size + 1> table_{};
  std::array<WideTexel, color_map_size + 1> wide_table_{};
};

}  // namespace convscope::gl
