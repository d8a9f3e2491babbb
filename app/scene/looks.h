#pragma once

#include "app/scene/build.h"
#include "app/scene/parts.h"

namespace convscope {

/// Pixels at scale 1 between the picture's edge and what it shows.
inline constexpr float stage_margin = 20;
/// Further channels that look out behind the front one.
inline constexpr std::int64_t max_behind = 5;

/// Input, kernel and output side by side (or the input above, where that makes larger cells).
void build_flat(const Parts& parts, const Stage& stage, Scene& scene);
[[nodiscard]] Vec2 flat_natural_size(const Parts& parts, const Stage& stage);

/// conv_arithmetic's: the output floats above the input, lines between the window's corners and the output cell's.
void build_oblique(const Parts& parts, const Stage& stage, Scene& scene);
[[nodiscard]] Vec2 oblique_natural_size(const Parts& parts, const Stage& stage);

}  // namespace convscope
