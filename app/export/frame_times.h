#pragma once

#include <cmath>
#include <cstdint>

namespace convscope {

/// GIF counts time in hundredths of a second.
inline constexpr double gif_ticks_per_second = 100;
/// Viewers slow down frames that are shorter than this many ticks.
inline constexpr std::int64_t min_gif_ticks = 2;
/// The longest that a frame's 16-bit delay can say.
inline constexpr std::int64_t max_gif_ticks = 65535;

/// When a frame begins, in ticks from the start. Each beginning is rounded by itself, so that rounding does not add up.
[[nodiscard]] inline std::int64_t gif_time(std::int64_t frame, double seconds_per_frame) {
  return std::llround(static_cast<double>(frame) * seconds_per_frame * gif_ticks_per_second);
}

}  // namespace convscope
