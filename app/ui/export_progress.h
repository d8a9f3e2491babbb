#pragma once

#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// In a corner of the stage: while an export runs, frames done, speed, time left and a button that ends it; then what
/// was written, with buttons that open it or show its folder.
void draw_export_progress(Ui& ui, Workspace& workspace, const ControlRect& stage);

}  // namespace convscope
