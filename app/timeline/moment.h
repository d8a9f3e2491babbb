#pragma once

#include <cstdint>

#include "app/document/document.h"

namespace convscope {

/// What is shown at one time: a step, which is an output cell (of a transposed layer that stamps, an input cell); which
/// part of its sum is being added; and how far the picture has moved on from there.
struct Moment {
  std::int64_t step = 0;
  float slide = 0;  ///< 0: at rest; up to 1: on the way to the next part or step, already eased.
  Pace pace = Pace::cell;
  std::int64_t part = 0;   ///< With Pace::channel and Pace::tap: parts 0 to `part` are in the sum.
  std::int64_t parts = 1;  ///< Of this step. With Pace::cell there is one, the whole sum.
  bool operator==(const Moment&) const = default;

  /// Whether the step's sum is complete.
  [[nodiscard]] bool complete() const { return part + 1 >= parts; }
};

/// Whether the window jumps from cell to cell or slides.
enum class Motion { stepwise, smooth };

/// The share of each tick's time that a smooth window rests, so that eyes can read.
inline constexpr double rest_share = 0.6;

}  // namespace convscope
