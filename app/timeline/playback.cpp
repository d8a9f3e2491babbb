#include "app/timeline/playback.h"

#include <algorithm>
#include <cmath>

namespace convscope {

std::int64_t current_tick(const Playback& playback, const Schedule& schedule) {
  return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor(playback.position)), 0, schedule.ticks() - 1);
}

void advance(Playback& playback, double seconds, const Schedule& schedule) {
  if (!playback.playing) {
    return;
  }
  playback.position = std::fmod(playback.position + seconds * playback.speed, static_cast<double>(schedule.ticks()));
}

void go_to(Playback& playback, std::int64_t tick, const Schedule& schedule) {
  playback.position = static_cast<double>(std::clamp<std::int64_t>(tick, 0, schedule.ticks() - 1));
}

void toggle(Playback& playback, const Schedule& schedule) {
  playback.playing = !playback.playing;
  if (playback.playing && current_tick(playback, schedule) == schedule.ticks() - 1) {
    playback.position = 0;
  }
}

void fit(Playback& playback, const Schedule& before, const Schedule& after) {
  if (!playback.playing && before.ticks() > 1 && current_tick(playback, before) == before.ticks() - 1) {
    return go_to(playback, after.ticks() - 1, after);
  }
  const std::int64_t step = before.at(playback.position, Motion::stepwise).step;
  const std::int64_t kept = std::min(step, after.steps() - 1);
  const double within = playback.position - static_cast<double>(before.tick_of(step));
  const std::int64_t room = after.tick_of(kept + 1) - after.tick_of(kept);
  playback.position =
      static_cast<double>(after.tick_of(kept)) + (kept == step && within < static_cast<double>(room) ? within : 0);
}

}  // namespace convscope
