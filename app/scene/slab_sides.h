#pragma once

#include <vector>

#include "app/scene/slab.h"

namespace convscope {

/// Slabs that touch and are alike, as one box.
struct SlabBox {
  const Slab& nearest;
  std::int64_t depth = 1;  ///< In slabs.
  const SlabSides& sides;
  std::int64_t boxes = 1;  ///< In the volume.
};

/// Adds the walls of a box's hole and the box's sides. `face` is that of its nearest slab.
void add_sides(const PlacedVolume& placed, const SlabBox& box, const Plane& face, std::vector<SceneItem>& items);

}  // namespace convscope
