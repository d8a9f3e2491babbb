#pragma once

namespace convscope {

/// A point or direction in the scene's space: x along columns, y along rows, z up out of a plane that lies flat. The
/// unit is one cell.
struct Vec3 {
  float x = 0;
  float y = 0;
  float z = 0;
  bool operator==(const Vec3&) const = default;
};

/// Pixels of the picture, y downwards, origin top left.
struct Vec2 {
  float x = 0;
  float y = 0;
  bool operator==(const Vec2&) const = default;
};

constexpr Vec3 operator+(Vec3 a, Vec3 b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
constexpr Vec3 operator-(Vec3 a, Vec3 b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
constexpr Vec3 operator*(float s, Vec3 v) { return {s * v.x, s * v.y, s * v.z}; }
constexpr Vec2 operator+(Vec2 a, Vec2 b) { return {a.x + b.x, a.y + b.y}; }
constexpr Vec2 operator-(Vec2 a, Vec2 b) { return {a.x - b.x, a.y - b.y}; }
constexpr Vec2 operator*(float s, Vec2 v) { return {s * v.x, s * v.y}; }

/// A parallel projection: where one cell's step along each axis leads on the picture, in units, then scale and shift.
struct Camera {
  Vec2 axis_x{1, 0};
  Vec2 axis_y{0, 1};
  Vec2 axis_z{0, 0};
  float scale = 1;  ///< Pixels per unit.
  Vec2 shift{};     ///< Pixels; where the scene's origin lands.
  bool operator==(const Camera&) const = default;

  /// A direction on the picture, in pixels.
  [[nodiscard]] constexpr Vec2 direction(Vec3 v) const { return scale * (v.x * axis_x + v.y * axis_y + v.z * axis_z); }
  /// A point on the picture, in pixels.
  [[nodiscard]] constexpr Vec2 project(Vec3 p) const { return shift + direction(p); }
};

}  // namespace convscope
