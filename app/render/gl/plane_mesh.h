#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/render/gl/plane_part.h"
#include "app/scene/scene.h"

namespace convscope::gl {

/// Which cells of a part are computed.
enum class Computed { all, some, none };

/// Where a part lies: apart from the plane's outline, on it, or outside of it.
enum class PartPlace { inner, edge, padding };

/// Which cells of a part are never read.
enum class Unread { none, some, all };

/// What a part of a plane may have in it. Parts that have less cost less.
struct PartKind {
  std::uint64_t lattices = 0;  ///< Bit i: the plane's lattice i.
  PartPlace place = PartPlace::inner;
  Unread unread = Unread::none;
  Computed computed = Computed::all;
  bool operator==(const PartKind&) const = default;
};

struct PartGroup {
  PartKind kind;
  std::vector<PlanePart> parts;
};

/// A plane cut into rectangles. Each pixel of the plane that is on the picture, visible, and not below other planes
/// lies in exactly one: neighbours have their corners in common.
using PlaneMesh = std::vector<PartGroup>;

/// `above`: what follows the plane in the scene.
[[nodiscard]] PlaneMesh plane_mesh(const Scene& scene, const Plane& plane, std::span<const SceneItem> above);

[[nodiscard]] std::vector<PlanePart> all_parts(const PlaneMesh& mesh);

}  // namespace convscope::gl
