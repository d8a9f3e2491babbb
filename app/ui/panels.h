#pragma once

#include <span>

#include "app/document/preset.h"
#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// Each draws one panel into the current ImGui window and changes the workspace as the user asks.
void draw_layer_panel(Ui& ui, Workspace& workspace, std::span<const Preset> presets);
/// What is at the right: arithmetic, values or code.
void draw_side_panel(Ui& ui, Workspace& workspace);
/// What is chosen about the picture, in one strip above it.
void draw_view_bar(Ui& ui, Workspace& workspace);
void draw_transport(Ui& ui, Workspace& workspace);
void draw_refusal(Ui& ui, Workspace& workspace);
void draw_menu_bar(Ui& ui, Workspace& workspace, std::span<const Preset> presets);
/// The lists that Help opens.
void draw_help(Ui& ui, Workspace& workspace);

}  // namespace convscope
