#pragma once

#include <vector>

#include "app/scene/scene.h"

namespace convscope {

/// From one share of a line to another.
struct LinePart {
  float from = 0;
  float to = 1;
};

/// An upright box in the coordinates of the line that meets it.
struct LineBox {
  Vec2 low;
  Vec2 high;
};

/// The part of a line that lies in a box; where none does it ends before it begins.
[[nodiscard]] LinePart part_within(const LineBox& box, Vec2 from, Vec2 to);

/// What gaps leave of a line. What follows a gap is a line of its own, named "… rest", with as many "rest" as there are
/// gaps before it.
[[nodiscard]] std::vector<SceneItem> with_gaps(const Line& line, const std::vector<LinePart>& gaps, const Scene& scene);

/// Interrupts lines without arrows where they would run under the texts of labels, as the scene's camera sees both.
void leave_gaps_for_labels(Scene& scene);

/// Interrupts the lines from the window to the output where they would run over the input's numbers.
void leave_gaps_for_numbers(Scene& scene);

}  // namespace convscope
