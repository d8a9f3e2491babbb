#pragma once

#include <cstdint>

namespace convscope {

/// Where the animation stands and whether it runs. One step lasts a second at speed 1; after the last it begins again.
struct Playback {
  double position = 0;  ///< In steps, in [0, steps).
  double speed = 1;     ///< Steps a second.
  bool playing = false;
};

/// The step that is shown.
[[nodiscard]] std::int64_t current_step(const Playback& playback, std::int64_t steps);

/// Lets time pass; nothing happens while it is paused.
void advance(Playback& playback, double seconds, std::int64_t steps);

/// Goes to a step's rest, limited to the first and the last.
void go_to(Playback& playback, std::int64_t step, std::int64_t steps);

/// Play goes on from here, or from the first step when the last is shown; pause stays.
void toggle(Playback& playback, std::int64_t steps);

/// Keeps the position within another number of steps.
void fit(Playback& playback, std::int64_t steps);

}  // namespace convscope
