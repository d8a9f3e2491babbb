#include "app/timeline/playback.h"

#include <algorithm>
#include <cmath>

#include "app/timeline/moment.h"

namespace convscope {

std::int64_t current_step(const Playback& playback, std::int64_t steps) {
  return moment_at(playback.position, steps, Motion::stepwise).step;
}

void advance(Playback& playback, double seconds, std::int64_t steps) {
  if (!playback.playing) {
    return;
  }
  playback.position = std::fmod(playback.position + seconds * playback.speed, static_cast<double>(steps));
}

void go_to(Playback& playback, std::int64_t step, std::int64_t steps) {
  playback.position = static_cast<double>(std::clamp<std::int64_t>(step, 0, steps - 1));
}

void toggle(Playback& playback, std::int64_t steps) {
  playback.playing = !playback.playing;
  if (playback.playing && current_step(playback, steps) == steps - 1) {
    playback.position = 0;
  }
}

void fit(Playback& playback, std::int64_t steps) {
  if (playback.position >= static_cast<double>(steps)) {
    go_to(playback, steps - 1, steps);
  }
}

}  // namespace convscope
