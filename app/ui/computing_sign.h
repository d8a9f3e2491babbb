#pragma once

#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// In how many seconds the sign is due, while the picture is behind the document; 0 or less: now.
[[nodiscard]] double seconds_to_computing_sign(const Workspace& workspace);
/// Whether the frame has drawn it.
[[nodiscard]] bool shows_computing_sign(const Ui& ui);

/// At the stage's upper left corner, when the picture has been behind the document for some time. Nothing moves for it,
/// and the mouse goes through.
void draw_computing_sign(Ui& ui, const Workspace& workspace, const ControlRect& stage);

}  // namespace convscope
