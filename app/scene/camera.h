#pragma once

#include "app/scene/build.h"

namespace convscope {

/// How a thing is turned before it is looked at, in degrees: about its upright axis (positive: its right side moves
/// away from the viewer), then tilted, so that its upper side shows (0: seen from the front, 90: from above).
struct ViewAngles {
  float yaw = 0;
  float pitch = 0;
  bool operator==(const ViewAngles&) const = default;
};

/// The stack's own view.
inline constexpr ViewAngles stack_angles{.yaw = -35, .pitch = 22};
/// The pitch, all in all, stays in [0, this]: never from below, and grids never quite from their edge.
inline constexpr float steepest_pitch = 85;

/// The stack's angles as the user has turned them.
[[nodiscard]] ViewAngles angles_of(const CameraMove& move);

/// The picture's directions in the scene's space, unit vectors: to the right, down, and towards the viewer.
struct ViewDirections {
  Vec3 right{1, 0, 0};
  Vec3 down{0, 1, 0};
  Vec3 towards{0, 0, 1};
};
[[nodiscard]] ViewDirections directions_of(const ViewAngles& angles);

/// A camera of scale 1 without shift that sees the directions so.
[[nodiscard]] Camera camera_along(const ViewDirections& directions);

/// What the user may zoom to, as CameraMove says it.
inline constexpr float least_zoom = 0.05F;
inline constexpr float largest_zoom = 200;

/// A look's own camera after the user's zoom and pan.
[[nodiscard]] Camera moved(const Camera& camera, const CameraMove& move, const Stage& stage);

/// What a hand does to a CameraMove. Pure; CameraMove{} resets all.

/// Zoomed by a factor, so that what lies at `around` (pixels of the picture from the stage's corner) stays there.
/// `cell`: Scene::camera.scale of the picture that is seen, 0 when not known; one cell fills at most the stage.
[[nodiscard]] CameraMove zoomed(CameraMove move, float factor, Vec2 around, const Stage& stage, float cell = 0);
/// Moved by pixels of the picture.
[[nodiscard]] CameraMove panned(CameraMove move, Vec2 by, const Stage& stage);
/// Turned by degrees; the yaw comes round, the pitch stays within its limits.
[[nodiscard]] CameraMove orbited(CameraMove move, float yaw, float pitch);

}  // namespace convscope
