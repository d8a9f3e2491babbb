#pragma once

#include <cstdint>

namespace convscope {

/// What is shown at one time: the output element of `step`, and how far the window has moved on from there.
struct Moment {
  std::int64_t step = 0;
  float slide = 0;  ///< 0: at rest; up to 1: on the way to step + 1, already eased.
  bool operator==(const Moment&) const = default;
};

/// Whether the window jumps from cell to cell or slides.
enum class Motion { stepwise, smooth };

/// The share of each step's time that a smooth window rests, so that eyes can read.
inline constexpr double rest_share = 0.6;

/// The moment at a position counted in steps: 0 is the first step's beginning, 1.5 the middle of the second. Positions
/// outside [0, steps) show the first or the last step; the last step never slides. `steps` is at least 1.
[[nodiscard]] Moment moment_at(double position, std::int64_t steps, Motion motion);

/// The position, not before this one, from which the picture is different: now while sliding, else the next slide or
/// step.
[[nodiscard]] double next_change(double position, std::int64_t steps, Motion motion);

}  // namespace convscope
