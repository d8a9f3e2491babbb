#pragma once

#include <string>

#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// The left column of the export's sheet: the picture, its size, the number of frames and how long they last; or why
/// there is no such file.
void draw_export_preview(Ui& ui, Workspace& workspace);

/// Words of what is wrong, in lines of this width in pixels.
void draw_export_warning(const Ui& ui, const std::string& text, float width);

}  // namespace convscope
