#pragma once

#include <vector>

#include "app/scene/cell_tip.h"
#include "app/ui/ui.h"

namespace convscope {

/// What a tip must not cover, and what it would rather not, in the window.
struct TipSurround {
  ControlRect cell;
  std::vector<ControlRect> touched;
};

/// Where a tip of this size stands: beside the cell, inside of `within`, on the side where it covers least of what the
/// cell touches. It covers the cell only where no side has room.
[[nodiscard]] ControlRect tip_place(ImVec2 size, float gap, const TipSurround& surround, const ControlRect& within);

/// Draws the tip over stage and panels, within ImGui's frame; it never takes the mouse. Notes its place as "tip".
void draw_tip(Ui& ui, const CellTip& tip, const TipSurround& surround);

}  // namespace convscope
