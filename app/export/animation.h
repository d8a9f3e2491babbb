#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "app/compute/layer_result.h"
#include "app/document/document.h"
#include "app/scene/build.h"
#include "app/scene/color.h"
#include "app/scene/scene.h"
#include "app/timeline/moment.h"

namespace convscope {

/// How many frames there are, and how their files are numbered.
struct FrameNumbers {
  std::int64_t first = 0;
  std::int64_t count = 1;
  bool operator==(const FrameNumbers&) const = default;
};

/// Pictures in a row, each shown for the same time. A frame is made when it is asked for, as often as it is asked for.
struct Animation {
  FrameNumbers frames;
  double seconds_per_frame = 1;
  std::function<Scene(std::int64_t frame)> scene;  ///< Frame 0 is the first, however it is numbered.
};

/// What of a document is shown, and how fast.
struct AnimationChoice {
  Stage stage;
  std::int64_t first_step = 0;
  std::int64_t last_step = 0;  ///< Inclusive.
  double seconds_per_step = 1;
  Motion motion = Motion::stepwise;
  double frames_per_second = 25;      ///< Only with smooth motion.
  std::optional<Color> background{};  ///< In the place of the theme's.
};

/// One frame a step, numbered as the steps are; or smooth frames, numbered from 0.
[[nodiscard]] FrameNumbers frame_numbers(const AnimationChoice& choice);

/// Requires steps that the result has.
[[nodiscard]] Animation animate(const Document& document, const LayerResult& result, const AnimationChoice& choice);

}  // namespace convscope
