#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace convscope {

/// Colours of GIF frames are 0xffRRGGBB, or 0 for a transparent pixel: GIF knows nothing between.
inline constexpr std::uint32_t transparent_pixel = 0;
inline constexpr std::uint32_t opaque_black = 0xff000000;
inline constexpr std::size_t gif_palette_size = 256;

struct ColorCount {
  std::uint32_t color = 0;
  std::int64_t pixels = 0;
};

/// The opaque colours of an animation and how many pixels have each. Bounded: when there are more than `capacity`
/// colours, the rarest half is forgotten.
class ColorHistogram {
 public:
  static constexpr std::size_t capacity = 1 << 16;

  void add(std::span<const ColorCount> colors);

  /// The most frequent first.
  [[nodiscard]] std::vector<ColorCount> colors() const;
  [[nodiscard]] bool has_transparency() const { return has_transparency_; }

 private:
  void count(std::uint32_t color, std::int64_t pixels);
  void forget_rarest_half();

  std::unordered_map<std::uint32_t, std::int64_t> counts_;
  bool has_transparency_ = false;
};

/// At most `limit` of the colours: all of them where they fit; otherwise one after the other the worst of those
/// that the worst entry stands for, each then moved to the mean of the colours it stands for (Lloyd, "Least squares
/// quantization in PCM", 1982), except that large areas keep their exact colour.
[[nodiscard]] std::vector<std::uint32_t> choose_palette(std::span<const ColorCount> colors, std::size_t limit);

/// How far two colours are from each other: the sum of the squares of their channels' differences.
[[nodiscard]] std::int64_t squared_distance(std::uint32_t a, std::uint32_t b);

/// Leads colours to the nearest entry of a palette of 1 to gif_palette_size opaque colours.
class PaletteIndex {
 public:
  /// `known`: colours that will be asked for often.
  PaletteIndex(std::vector<std::uint32_t> palette, std::span<const ColorCount> known);

  [[nodiscard]] const std::vector<std::uint32_t>& palette() const { return palette_; }
  /// The transparent colour has the first index behind the palette; there is none behind a full one.
  [[nodiscard]] std::uint8_t index_of(std::uint32_t color) const;

 private:
  [[nodiscard]] std::uint8_t nearest(std::uint32_t color) const;

  std::vector<std::uint32_t> palette_;
  std::unordered_map<std::uint32_t, std::uint8_t> known_;  ///< The palette's own colours, too.
};

}  // namespace convscope
