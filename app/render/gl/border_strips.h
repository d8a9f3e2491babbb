#pragma once

#include <vector>

#include "app/render/gl/plane_part.h"
#include "app/scene/scene.h"

namespace convscope::gl {

/// Where a line between columns, or between rows, of the padding is drawn: as wide as the line, and a pixel more to
/// each side.
struct BorderStrip {
  PlanePart part;
  float between_rows = 0;  ///< 1: between rows; 0: between columns.
  float number = 0;        ///< Of the row or column that begins at the line.
};

/// Those on the picture, without lines that have faded and what cuts take away. Requires a plane that is not seen from
/// its edge.
[[nodiscard]] std::vector<BorderStrip> border_strips(const Scene& scene, const Plane& plane);

}  // namespace convscope::gl
