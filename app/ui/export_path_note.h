#pragma once

#include "app/text/text.h"
#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// What is to be said of the export's path before it is used.
struct ExportPathNote {
  text::Text words;
  bool refused = false;  ///< Nothing can be written there.
};

/// Which formats there are where the path ends in none, why nothing can be written there, or that a file is there
/// already, which is asked about. Looks at the disk; of several files at the first.
[[nodiscard]] ExportPathNote export_path_note(const Workspace& workspace);

/// The note in a line that is always kept; the whole of a longer one while the mouse is on it.
void draw_export_path_note(Ui& ui, const Workspace& workspace, float width);

}  // namespace convscope
