#pragma once

#include <span>

#include "app/document/preset.h"
#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// Draws the whole window's panels in one ImGui frame and gives the stage's place (pixels): the part that no panel
/// covers.
[[nodiscard]] ControlRect draw_window(Ui& ui, Workspace& workspace, std::span<const Preset> presets);

}  // namespace convscope
