#pragma once

#include <vector>

#include "app/scene/line_gaps.h"
#include "app/scene/numbers.h"

namespace convscope {

/// Where lines would run over the numbers that are written in a plane's cells and in their corners. Lives no longer
/// than scene and plane.
class NumberGaps {
 public:
  NumberGaps(const Scene& scene, const Plane& plane);

  /// The parts of a line over numbers, as the scene's camera sees both; none where numbers are too small to be read.
  [[nodiscard]] std::vector<LinePart> of(const Line& line) const;

 private:
  /// A place on the picture, (x, y) in cells of the plane.
  [[nodiscard]] Vec2 in_cells(Vec2 pixel) const;
  [[nodiscard]] bool on_picture(Vec2 cell) const;
  [[nodiscard]] Vec2 text_size(float value, float size) const;
  void add_numbers(Vec2 from, Vec2 to, std::vector<LinePart>& gaps) const;
  void add_corners(Vec2 from, Vec2 to, std::vector<LinePart>& gaps) const;

  const Scene& scene_;
  const Plane& plane_;
  NumberLayout layout_;
  Vec2 column_;  ///< One column and one row further on the picture.
  Vec2 row_;
};

}  // namespace convscope
