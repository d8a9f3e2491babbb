#pragma once

#include "app/scene/scene.h"
#include "app/scene/showing.h"
#include "app/text/phrase.h"

namespace convscope {

/// What the picture is drawn for: a window's stage or a frame of a file.
struct Stage {
  Vec2 size{};               ///< Pixels, width and height.
  float content_scale = 1;   ///< Pixels per "pixel at scale 1".
  bool labels = true;        ///< Names and shapes beside the grids.
  bool numbers = true;       ///< In the cells, where look and view have them.
  bool transparent = false;  ///< No background.
  text::Language language = text::Language::english;
};

/// The picture of a moment. Pure: the same arguments give the same scene. Its cost does not depend on the number of
/// cells.
[[nodiscard]] Scene build_scene(const Showing& showing, const Stage& stage);

/// The same with the step's values computed on the way, for those who show a moment once.
[[nodiscard]] Scene build_scene(const Document& document, const LayerResult& result, const Moment& moment,
                                const Stage& stage);

/// The picture's size in whole pixels at which a cell is about as large as in conv_arithmetic's files (30 pixels; flat:
/// 44), whatever `stage.size` says; smaller in one measure where it would be larger than `max_natural_size` on a side.
[[nodiscard]] Vec2 natural_size(const Document& document, const LayerResult& result, const Stage& stage);
inline constexpr float max_natural_size = 4096;

}  // namespace convscope
