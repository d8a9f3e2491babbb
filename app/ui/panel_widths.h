#pragma once

#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// The panels' widths in pixels, 0 where one is not shown. Between them the stage keeps some room.
struct PanelWidths {
  float layer = 0;
  float arithmetic = 0;
};
[[nodiscard]] PanelWidths panel_widths(const Ui& ui, const Workspace& workspace, float window_width);

/// The panels' inner edges, which the mouse drags; a double click gives a panel its own width again. `top` and `bottom`
/// in pixels.
void draw_panel_edges(Ui& ui, Workspace& workspace, float top, float bottom);

}  // namespace convscope
