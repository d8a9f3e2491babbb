#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "app/compute/layer_result.h"
#include "app/document/document.h"
#include "app/export/captions.h"
#include "app/scene/build.h"
#include "app/scene/color.h"
#include "app/scene/scene.h"
#include "app/timeline/schedule.h"

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
  double hold_seconds = 0;                             ///< How much longer the last one stays.
  std::function<Scene(std::int64_t frame)> scene;      ///< Frame 0 is the first, however it is numbered.
  std::function<Moment(std::int64_t frame)> moment{};  ///< What of the layer a frame shows; where known.
  Vec2 size{};                                         ///< Of each picture, in pixels; where known.
};

/// What of a document is shown, and how fast.
struct AnimationChoice {
  Stage stage;
  std::int64_t first_tick = 0;  ///< Of the document's schedule.
  std::int64_t last_tick = 0;   ///< Inclusive.
  double seconds_per_tick = 1;
  double hold_seconds = 0;  ///< How much longer the last frame stays.
  Motion motion = Motion::stepwise;
  double frames_per_second = 25;      ///< Only with smooth motion.
  Captions captions{};                ///< Around the stage.
  std::optional<Color> background{};  ///< In the place of the theme's.
};

/// One frame a tick, numbered as the ticks are; or smooth frames, numbered from 0.
[[nodiscard]] FrameNumbers frame_numbers(const AnimationChoice& choice);

/// Requires ticks that the document's schedule has.
[[nodiscard]] Animation animate(const Document& document, const LayerResult& result, const AnimationChoice& choice);

}  // namespace convscope
