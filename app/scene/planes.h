#pragma once

#include <cstdint>

#include "app/scene/parts.h"

namespace convscope {

/// The planes that all looks share, each at the origin.

/// One channel of the input, with its padding and what the moment's step takes of it.
[[nodiscard]] Plane input_plane(const Parts& parts, std::int64_t channel);
/// One channel of a filter: the weight between an output channel and the `group_channel`-th input channel that it
/// reads. Requires an op with a weight.
[[nodiscard]] Plane kernel_plane(const Parts& parts, std::int64_t out_channel, std::int64_t group_channel);
/// An output channel, filled as far as the moment has come.
[[nodiscard]] Plane output_plane(const Parts& parts, std::int64_t channel);

}  // namespace convscope
