#include "app/export/animation.h"

#include <algorithm>
#include <cmath>

#include "engine/check.h"

namespace convscope {
namespace {

/// A frame that falls on a step's beginning belongs to that step, however a division was rounded.
double without_rounding_error(double position) {
  const double whole = std::round(position);
  return std::abs(position - whole) < 1e-9 ? whole : position;
}

double frames_per_tick(const AnimationChoice& choice) {
  return choice.motion == Motion::smooth ? choice.frames_per_second * choice.seconds_per_tick : 1;
}

}  // namespace

FrameNumbers frame_numbers(const AnimationChoice& choice) {
  const auto ticks = static_cast<double>(choice.last_tick - choice.first_tick + 1);
  return {choice.motion == Motion::smooth ? 0 : choice.first_tick,
          std::max<std::int64_t>(1, std::llround(ticks * frames_per_tick(choice)))};
}

Animation animate(const Document& document, const LayerResult& result, const AnimationChoice& choice) {
  CHECK_GE(choice.first_tick, 0);
  CHECK_LE(choice.first_tick, choice.last_tick);
  Animation animation;
  animation.frames = frame_numbers(choice);
  animation.seconds_per_frame =
      choice.motion == Motion::smooth ? 1 / choice.frames_per_second : choice.seconds_per_tick;
  animation.hold_seconds = choice.hold_seconds;
  const auto moment = [choice, schedule = Schedule(document)](std::int64_t frame) {
    const double shown_ticks = without_rounding_error(static_cast<double>(frame) / frames_per_tick(choice));
    const double position = static_cast<double>(choice.first_tick) + shown_ticks;
    // The last tick that is shown rests, whether or not the layer has more.
    return schedule.at(position, choice.motion, choice.last_tick);
  };
  animation.moment = moment;
  animation.size = captioned_size(choice.stage.size, choice.stage.content_scale, choice.captions);
  animation.scene = [document, result, choice, moment](std::int64_t frame) {
    const Moment shown = moment(frame);
    Scene scene =
        with_captions(build_scene(document, result, shown, choice.stage), choice.captions, shown, document.view.theme);
    if (choice.background) {
      scene.background = *choice.background;
    }
    return scene;
  };
  return animation;
}

}  // namespace convscope
