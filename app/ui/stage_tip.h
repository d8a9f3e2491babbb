#pragma once

#include <vector>

#include "app/scene/cell_tip.h"
#include "app/ui/ui.h"

namespace convscope {

/// What a tip must not cover, and what it would rather not, in the window: what the cell touches, and what is not of
/// the stage, where the controls are.
struct TipSurround {
  ControlRect cell;
  std::vector<ControlRect> touched;
  ControlRect stage;
};

/// Where a tip of this size stands: beside the cell, inside of `within`, where it covers least of what it would rather
/// not. It covers the cell only where no side has room.
[[nodiscard]] ControlRect tip_place(ImVec2 size, float gap, const TipSurround& surround, const ControlRect& within);

/// Draws the tip over stage and panels, within ImGui's frame; it never takes the mouse. Notes its place as "tip".
void draw_tip(Ui& ui, const CellTip& tip, const TipSurround& surround);

}  // namespace convscope
