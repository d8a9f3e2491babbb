#include "app/scene/camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace convscope {
namespace {

constexpr float full_turn = 360;

float radians(float degrees) { return degrees * std::numbers::pi_v<float> / 180; }

float limited_zoom(float zoom) { return std::clamp(zoom, least_zoom, largest_zoom); }

float limited_pitch(float pitch) { return std::clamp(pitch, -stack_angles.pitch, steepest_pitch - stack_angles.pitch); }

/// The same direction in [−180, 180].
float came_round(float yaw) { return std::remainder(yaw, full_turn); }

}  // namespace

ViewAngles angles_of(const CameraMove& move) {
  return {came_round(stack_angles.yaw + move.yaw), stack_angles.pitch + limited_pitch(move.pitch)};
}

ViewDirections directions_of(const ViewAngles& angles) {
  const float turn_cos = std::cos(radians(angles.yaw));
  const float turn_sin = std::sin(radians(angles.yaw));
  const float tilt_cos = std::cos(radians(angles.pitch));
  const float tilt_sin = std::sin(radians(angles.pitch));
  return {.right = {turn_cos, 0, turn_sin},
          .down = {-turn_sin * tilt_sin, tilt_cos, turn_cos * tilt_sin},
          .towards = {-turn_sin * tilt_cos, -tilt_sin, turn_cos * tilt_cos}};
}

Camera camera_along(const ViewDirections& directions) {
  return {.axis_x = {directions.right.x, directions.down.x},
          .axis_y = {directions.right.y, directions.down.y},
          .axis_z = {directions.right.z, directions.down.z}};
}

Camera moved(const Camera& camera, const CameraMove& move, const Stage& stage) {
  const float zoom = limited_zoom(move.zoom);
  const Vec2 middle = 0.5F * stage.size;
  const Vec2 pan = stage.content_scale * Vec2{move.pan_x, move.pan_y};
  Camera seen = camera;
  seen.scale = zoom * camera.scale;
  seen.shift = middle + zoom * (camera.shift - middle) + pan;
  return seen;
}

CameraMove zoomed(CameraMove move, float factor, Vec2 around, const Stage& stage, float cell) {
  const float before = limited_zoom(move.zoom);
  float most = largest_zoom;
  if (cell > 0) {
    most = std::clamp(before * std::min(stage.size.x, stage.size.y) / cell, 1.0F, largest_zoom);
  }
  move.zoom = std::clamp(before * factor, least_zoom, std::max(most, least_zoom));
  const Vec2 held = (1 / stage.content_scale) * (around - 0.5F * stage.size);
  const float grown = move.zoom / before;
  move.pan_x = held.x - grown * (held.x - move.pan_x);
  move.pan_y = held.y - grown * (held.y - move.pan_y);
  return move;
}

CameraMove panned(CameraMove move, Vec2 by, const Stage& stage) {
  move.pan_x += by.x / stage.content_scale;
  move.pan_y += by.y / stage.content_scale;
  return move;
}

CameraMove orbited(CameraMove move, float yaw, float pitch) {
  move.yaw = came_round(move.yaw + yaw);
  move.pitch = limited_pitch(move.pitch + pitch);
  return move;
}

}  // namespace convscope
