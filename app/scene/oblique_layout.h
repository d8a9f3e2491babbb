#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/scene/looks.h"

namespace convscope {

/// What the oblique look writes, in pixels at scale 1: a heading and its shape below, to the right of their grid; or,
/// where that leaves the grids more room, under the input's lower right edge, ending below its right corner.
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
  PictureBox box;  ///< On the picture, in cells.
};

/// Where the input's texts stand.
enum class InputLabel { beside, below };

/// A layout with the camera that fits it into the stage.
struct ObliqueLayout {
  ObliqueGrids grids;
  Camera camera;
  bool labels = false;
  InputLabel input_label = InputLabel::beside;
};

/// Where a heading begins or ends, and its shape below it.
struct ObliqueLabel {
  Vec3 position{};
  Vec2 offset{};  ///< Pixels at scale 1, of the heading's base line.
  float anchor_x = 0;
};
[[nodiscard]] ObliqueLabel input_label(const Parts& parts, const ObliqueGrids& grids, InputLabel place);
[[nodiscard]] ObliqueLabel output_label(const ObliqueGrids& grids);

/// A place that the picture must show: from a point in cells some pixels (at scale 1) to the right and down.
struct Reach {
  Vec2 cells{};
  Vec2 pixels{};
};
/// How far the labels reach, `seen` being the camera that the grids are measured in.
[[nodiscard]] std::vector<Reach> label_reach(const Parts& parts, const ObliqueGrids& grids, InputLabel place,
                                             const Camera& seen);

/// The widest label with its gap, in pixels at scale 1.
[[nodiscard]] float label_width(const Parts& parts);
[[nodiscard]] float input_label_width(const Parts& parts);

/// The largest cells at which everything fits the stage.
[[nodiscard]] ObliqueLayout oblique_layout(const Parts& parts, const Stage& stage);

[[nodiscard]] std::string oblique_input_shape(const Parts& parts);
[[nodiscard]] std::string oblique_output_shape(const Parts& parts);

/// A place on a plane in space.
[[nodiscard]] Vec3 corner(const Plane& plane, float row, float column);
/// The corners of a plane with its padding, in order around it.
[[nodiscard]] std::array<Vec3, 4> corners_with_border(const Plane& plane);

}  // namespace convscope
