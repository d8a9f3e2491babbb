#pragma once

#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// Asks for a file to open or to save to: a typed path, and the folder that it leads to.
void draw_path_sheet(Ui& ui, Workspace& workspace);

/// Asks before another file than the session's own is replaced, or that one where another program has written to it.
void ask_to_replace(Workspace& workspace, const std::filesystem::path& path);
void draw_replace_sheet(Ui& ui, Workspace& workspace);

/// Where a typed path is saved to: under ".json", from the root on; one that begins nowhere in the folder, or where the
/// program was started.
[[nodiscard]] std::filesystem::path session_path(const std::string& typed, const std::filesystem::path& folder = {});

}  // namespace convscope
