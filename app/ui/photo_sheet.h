#pragma once

#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// Asks at which size and in which colours a photograph is to be opened; then the request is done so.
void ask_about_photo(Workspace& workspace, const FileRequest& request, const PhotoQuestion& question);

void draw_photo_sheet(Ui& ui, Workspace& workspace);

}  // namespace convscope
