#include "app/render/gl/texel_scale.h"

#include <algorithm>
#include <cmath>

namespace convscope::gl {
namespace {

/// color_index, and color_map_size of NaN, written so that the compiler makes vectors of it for each kind of processor.
[[gnu::always_inline]] inline void find_places_in(const ColorScale& scale, std::span<const float> values,
                                                  std::int32_t* places) {
  constexpr auto count = static_cast<std::int32_t>(color_map_size);
  const float low = scale.low;
  const float length = scale.high - scale.low;
  const bool flat = scale.high <= scale.low;
  constexpr std::int32_t middle = count / 2;
  constexpr auto last = static_cast<float>(count - 1);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const float value = values[i];
    float place = flat ? static_cast<float>(middle) : (value - low) / length * static_cast<float>(count);
    place = place > 0 ? place : 0;  // NaN becomes 0.
    place = place < last ? place : last;
    const auto whole = static_cast<std::int32_t>(place);
    places[i] = value == value ? whole : count;
  }
}

void find_places(const ColorScale& scale, std::span<const float> values, std::int32_t* places) {
  find_places_in(scale, values, places);
}

#ifdef __x86_64__
[[gnu::target("avx2")]] void find_places_wide(const ColorScale& scale, std::span<const float> values,
                                              std::int32_t* places) {
  find_places_in(scale, values, places);
}

auto find_places_here() { return __builtin_cpu_supports("avx2") != 0 ? find_places_wide : find_places; }
#else
auto find_places_here() { return find_places; }
#endif

/// Calls with the places of some values at a time, and the number of the first.
void with_places(const ColorScale& scale, std::span<const float> values, const auto& take) {
  constexpr std::size_t most = 512;
  static const auto find = find_places_here();
  std::array<std::int32_t, most> places;
  for (std::size_t first = 0; first < values.size(); first += most) {
    const std::span<const float> some = values.subspan(first, std::min(most, values.size() - first));
    find(scale, some, places.data());
    take(first, std::span<const std::int32_t>(places).first(some.size()));
  }
}

}  // namespace

Texel to_texel(const Color& color) {
  const auto byte = [](float value, unsigned shift) { return static_cast<Texel>(std::lround(255 * value)) << shift; };
  return byte(color.alpha * color.red, 0) | byte(color.alpha * color.green, 8) | byte(color.alpha * color.blue, 16) |
         byte(color.alpha, 24);
}

TexelScale::TexelScale(const ColorScale& scale) : scale_(scale) {
  std::ranges::transform(color_table(scale.map), table_.begin(), to_texel);
  std::ranges::transform(table_, wide_table_.begin(), widened);
}

Texel TexelScale::of(float value) const { return table_[std::isnan(value) ? of_nan : color_index(scale_, value)]; }

void TexelScale::of(std::span<const float> values, std::span<Texel> texels) const {
  with_places(scale_, values, [&](std::size_t first, std::span<const std::int32_t> places) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      texels[first + i] = table_[static_cast<std::size_t>(places[i])];
    }
  });
}

void TexelScale::add(std::span<const float> values, std::span<WideTexel> sums) const {
  with_places(scale_, values, [&](std::size_t first, std::span<const std::int32_t> places) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      sums[first + i] += wide_table_[static_cast<std::size_t>(places[i])];
    }
  });
}

}  // namespace convscope::gl
