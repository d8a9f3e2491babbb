#pragma once

#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// Whether there is something that would be lost: changes of a session's file, or without one more than a preset, and
/// than what the settings remember anyway.
[[nodiscard]] bool has_unsaved(const Workspace& workspace);

/// Asks for a request to be done; first what to do with unsaved changes, where it would lose them.
void ask_for(Workspace& workspace, const FileRequest& request);

/// Saves to the session's file, or asks for one.
void ask_to_save(Workspace& workspace);
/// Opens the sheet that asks for a path.
void ask_for_path(Workspace& workspace, FileSheet sheet);

/// The question that is open, and what came of the last request.
void draw_file_sheets(Ui& ui, Workspace& workspace, const ControlRect& stage);

/// Leaves the question, and what waits for its answer.
void close_sheet(FilesState& files);

}  // namespace convscope
