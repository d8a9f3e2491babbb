#pragma once

#include "app/ui/workspace.h"

namespace convscope {

/// Does an edit, at once or, when it is long, in another thread: then `take_edits` puts it in.
void add_edit(Workspace& workspace, Edit edit);

/// Puts in the edits that another thread has done, and does the commands that have waited for them.
void take_edits(Workspace& workspace);

/// Whether a command is about the document as it will be when all edits are done.
[[nodiscard]] bool waits_for_edits(Command command);

/// Takes what has changed in the document into the history. `busy`: a control is held, so the change goes on and will
/// be one step with what follows. Moves of the camera, one after the other, are one step.
void record_changes(Workspace& workspace, bool busy);

/// Whether the user holds a control or the mouse.
[[nodiscard]] bool is_held();

/// One step back or forward, where there is one.
void undo(Workspace& workspace);
void redo(Workspace& workspace);

/// Shows another document; the step of the animation stays.
void show(Workspace& workspace, const Document& document);

}  // namespace convscope
