#pragma once

#include <cstdint>

#include "app/timeline/schedule.h"

namespace convscope {

/// Where the animation stands and whether it runs. One tick lasts a second at speed 1; after the last it begins again.
struct Playback {
  double position = 0;  ///< In ticks of the schedule, in [0, ticks).
  double speed = 1;     ///< Ticks a second.
  bool playing = false;
};

/// The tick that is shown.
[[nodiscard]] std::int64_t current_tick(const Playback& playback, const Schedule& schedule);

/// Lets time pass; nothing happens while it is paused.
void advance(Playback& playback, double seconds, const Schedule& schedule);

/// Goes to a tick's rest, limited to the first and the last.
void go_to(Playback& playback, std::int64_t tick, const Schedule& schedule);

/// Play goes on from here, or from the first tick when the last is shown; pause stays.
void toggle(Playback& playback, const Schedule& schedule);

/// Keeps the same step where the order has changed from one schedule to another, and the position within it; what was
/// told to its last tick and rests there is so again.
void fit(Playback& playback, const Schedule& before, const Schedule& after);

}  // namespace convscope
