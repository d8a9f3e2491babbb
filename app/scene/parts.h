#pragma once

#include <cstdint>

#include "app/compute/layer_result.h"
#include "app/document/document.h"
#include "app/scene/palette.h"
#include "app/scene/scene.h"
#include "app/timeline/moment.h"
#include "engine/taps.h"

namespace convscope {

/// What every look needs to know about a moment, and the planes that all looks share.
struct Parts {
  const Document& document;
  const LayerResult& result;
  Moment moment;
  Palette palette;
  Index output_cell;       ///< Of the moment's step.
  Index next_cell;         ///< Of the step that it slides to; the same while at rest or when the channel changes.
  std::int64_t depth = 1;  ///< Channels of a group: in_channels / groups.
  std::int64_t front_channel = 0;  ///< The input channel that lies in front.
};

[[nodiscard]] Parts make_parts(const Document& document, const LayerResult& result, const Moment& moment);

/// The input's channel as a plane at the origin, with padding, taken cells and the window's frame when it is the front
/// one.
[[nodiscard]] Plane input_plane(const Parts& parts, std::int64_t channel);
/// One channel of a filter as a plane at the origin.
[[nodiscard]] Plane kernel_plane(const Parts& parts, std::int64_t out_channel, std::int64_t group_channel);
/// An output channel as a plane at the origin, filled as far as the moment has come.
[[nodiscard]] Plane output_plane(const Parts& parts, std::int64_t channel);

/// The corner of the window's first cell on the input, between two steps in fractions.
[[nodiscard]] Vec2 window_corner(const Parts& parts);
/// The corner of the output cell, likewise (x: column, y: row).
[[nodiscard]] Vec2 output_corner(const Parts& parts);

}  // namespace convscope
