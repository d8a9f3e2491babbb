#pragma once

#include "app/scene/build.h"
#include "app/scene/parts.h"

namespace convscope {

/// The height at the stage's lower edge that the legend takes, in pixels at scale 1; 0: no colour follows a value.
[[nodiscard]] float legend_height(const Parts& parts);

/// The width in which its texts stand beside each other, likewise; in less they stand above each other.
[[nodiscard]] float legend_width(const Parts& parts);

/// For each tensor whose cells are coloured by their value: its colours from the least to the largest.
void build_legend(const Parts& parts, const Stage& stage, Scene& scene);

}  // namespace convscope
