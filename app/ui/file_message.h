#pragma once

#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// What came of the last request: at the stage's lower edge, over it, until it is put away, by Esc, too, or something
/// else has to be said. What is no error goes with the next command.
void draw_file_message(Ui& ui, FilesState& files, const ControlRect& stage);

/// The same where the open sheet has a place of its own for it: it is about what was typed there. Empty: nothing.
[[nodiscard]] text::Text sheet_message(const FilesState& files);

}  // namespace convscope
