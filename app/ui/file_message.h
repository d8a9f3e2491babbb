#pragma once

#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// What came of the last request: at the stage's lower edge, over it, until it is put away, by Esc, too, or something
/// else has to be said. What is no error goes with the next command.
void draw_file_message(Ui& ui, FilesState& files, const ControlRect& stage);

}  // namespace convscope
