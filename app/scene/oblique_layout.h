#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/scene/looks.h"

namespace convscope {

/// What the oblique look writes, in pixels at scale 1: a heading and its shape below, to the right of their grid.
struct ObliqueText {
  static constexpr float gap = 12;
  static constexpr float heading = 16;
  static constexpr float shape = 13;
  static constexpr float heading_lift = 2;  ///< Of its base line above the grid's corner.
  static constexpr float shape_drop = 15;   ///< Of the shape's base line below it.
};

/// A part of the picture that grows with what it includes.
struct PictureBox {
  Vec2 low{1e9F, 1e9F};
  Vec2 high{-1e9F, -1e9F};
  void include(Vec2 point) {
    low = {std::min(low.x, point.x), std::min(low.y, point.y)};
    high = {std::max(high.x, point.x), std::max(high.y, point.y)};
  }
};

/// The grids above each other.
struct ObliqueGrids {
  std::vector<Plane> inputs;  ///< The front one last.
  std::vector<Plane> outputs;
  PictureBox box;         ///< On the picture, in cells.
  float label_width = 0;  ///< Pixels at scale 1; 0: no texts.
};

/// A layout with the camera that fits it into the stage.
struct ObliqueLayout {
  ObliqueGrids grids;
  Camera camera;
};

/// The largest cells at which everything fits the stage.
[[nodiscard]] ObliqueLayout oblique_layout(const Parts& parts, const Stage& stage);

[[nodiscard]] std::string oblique_input_shape(const Parts& parts);
[[nodiscard]] std::string oblique_output_shape(const Parts& parts);

/// A place on a plane in space.
[[nodiscard]] Vec3 corner(const Plane& plane, float row, float column);
/// The corners of a plane with its padding, in order around it.
[[nodiscard]] std::array<Vec3, 4> corners_with_border(const Plane& plane);

}  // namespace convscope
