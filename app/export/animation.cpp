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

double frames_per_step(const AnimationChoice& choice) {
  return choice.motion == Motion::smooth ? choice.frames_per_second * choice.seconds_per_step : 1;
}

}  // namespace

FrameNumbers frame_numbers(const AnimationChoice& choice) {
  const auto steps = static_cast<double>(choice.last_step - choice.first_step + 1);
  return {choice.motion == Motion::smooth ? 0 : choice.first_step,
          std::max<std::int64_t>(1, std::llround(steps * frames_per_step(choice)))};
}

Animation animate(const Document& document, const LayerResult& result, const AnimationChoice& choice) {
  CHECK_GE(choice.first_step, 0);
  CHECK_LE(choice.first_step, choice.last_step);
  CHECK_LT(choice.last_step, result.steps);
  Animation animation;
  animation.frames = frame_numbers(choice);
  animation.seconds_per_frame =
      choice.motion == Motion::smooth ? 1 / choice.frames_per_second : choice.seconds_per_step;
  animation.scene = [document, result, choice](std::int64_t frame) {
    const double shown_steps = without_rounding_error(static_cast<double>(frame) / frames_per_step(choice));
    const double position = static_cast<double>(choice.first_step) + shown_steps;
    // The last step that is shown rests, whether or not the layer has more.
    const Moment moment = moment_at(position, choice.last_step + 1, choice.motion);
    Scene scene = build_scene(document, result, moment, choice.stage);
    if (choice.background) {
      scene.background = *choice.background;
    }
    return scene;
  };
  return animation;
}

}  // namespace convscope
