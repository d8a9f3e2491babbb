#pragma once

#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// The left column of the export's sheet: the picture, its size, the number of frames and how long they last; or why
/// there is no such file.
void draw_export_preview(Ui& ui, Workspace& workspace);

}  // namespace convscope
