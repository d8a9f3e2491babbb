#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "app/render/gl/plane_part.h"
#include "app/render/style.h"
#include "app/scene/scene.h"

namespace convscope::gl {

/// Pixels that cost about as much as one more draw call: smaller planes are not divided into outline and inside, nor
/// along a lattice or the rows that are computed: software OpenGL takes as long for a part as for some 500 pixels.
inline constexpr float worth_a_draw = 25000;

struct LatticeBox {
  PlanePart part;
  std::uint64_t lattices = 0;
};

struct UnreadBox {
  PlanePart part;
  bool whole = true;  ///< None of its cells is read.
};

/// What a plane is to be cut along, in cells.
struct PlaneAreas {
  Vec2 pixel;                      ///< Its size across, in cells.
  PlanePart plane;                 ///< With its outline.
  PlanePart inner;                 ///< Without; empty: all of the plane is drawn as its outline is.
  float computed_rows = INFINITY;  ///< Above here all is computed, and below the other nothing.
  float waiting_rows = INFINITY;
  std::vector<LatticeBox> lattices;
  std::vector<UnreadBox> unread;
  std::vector<PlanePart> visible;
  std::vector<PlanePart> covers;
};

/// `axes`: the plane's on the picture. `above`: what follows the plane in the scene.
[[nodiscard]] PlaneAreas plane_areas(const Scene& scene, const Plane& plane, const style::CellAxes& axes,
                                     std::span<const SceneItem> above);

/// Whether a plane hides all that lies below it, within its outline; the same but for what lattices cut out.
[[nodiscard]] bool is_opaque(const Plane& plane);
[[nodiscard]] bool is_opaque_but_for_cuts(const Plane& plane);

}  // namespace convscope::gl
