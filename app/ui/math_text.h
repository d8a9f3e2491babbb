#pragma once

#include "app/scene/formula.h"
#include "app/ui/ui.h"

namespace convscope {

/// How mathematics is typeset in the window. `shrink` (0 to 1] makes a long line fit its panel.
struct MathStyle {
  float shrink = 1;
  float opacity = 1;
};

[[nodiscard]] float math_width(const Ui& ui, const MathText& text, const MathStyle& style);

/// Draws the runs from a left edge with their line's top at `corner.y`; gives the right edge.
float draw_math(const Ui& ui, ImVec2 corner, const MathText& text, const MathStyle& style);

/// Draws a formula's lines under each other with their "=" aligned, at ImGui's cursor; shrinks what is wider than the
/// panel, so that a longer number moves nothing.
void draw_formula(const Ui& ui, const std::vector<FormulaLine>& lines);

/// Draws runs at ImGui's cursor, wrapped between runs at the panel's right edge.
void draw_wrapped_math(const Ui& ui, const MathText& text);

}  // namespace convscope
