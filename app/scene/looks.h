#pragma once

#include <algorithm>
#include <string_view>

#include "app/scene/build.h"
#include "app/scene/parts.h"

namespace convscope {

/// Pixels at scale 1 between the picture's edge and what it shows.
inline constexpr float stage_margin = 20;
/// The largest cells, in pixels at scale 1: where a picture has few, they grow with the stage, but do not fill it.
[[nodiscard]] inline float largest_cell(Vec2 room) {
  constexpr float in_any_stage = 96;
  constexpr float share = 0.1F;  ///< Of the shorter side.
  return std::max(in_any_stage, share * std::min(room.x, room.y));
}
/// Further channels that look out behind the front one.
inline constexpr std::int64_t max_behind = 5;
/// Names of lines from the window to the output begin with it,
inline constexpr std::string_view window_line_prefix = "window line ";
/// and those of lines that belong to no step with this: the arrows along which gradients flow.
inline constexpr std::string_view flow_line_prefix = "flow ";

/// Input, kernel and output side by side (or the input above, where that makes larger cells).
void build_flat(const Parts& parts, const Stage& stage, Scene& scene);
[[nodiscard]] Vec2 flat_natural_size(const Parts& parts, const Stage& stage);

/// conv_arithmetic's: the output floats above the input, lines between the window's corners and the output cell's.
void build_oblique(const Parts& parts, const Stage& stage, Scene& scene);
[[nodiscard]] Vec2 oblique_natural_size(const Parts& parts, const Stage& stage);

/// Input, filters and output as volumes, a slab each channel; the window cut out through all channels of its group.
void build_stack(const Parts& parts, const Stage& stage, Scene& scene);
[[nodiscard]] Vec2 stack_natural_size(const Parts& parts, const Stage& stage);

/// Of the document's look.
[[nodiscard]] Vec2 grids_natural_size(const Parts& parts, const Stage& stage);

}  // namespace convscope
