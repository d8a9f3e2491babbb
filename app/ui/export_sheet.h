#pragma once

#include "app/export/choices.h"
#include "app/export/preview.h"
#include "app/text/result.h"
#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// Opens the sheet that asks what is to be exported, and how.
void ask_to_export(Workspace& workspace);

/// The file that the sheet's choices ask for.
[[nodiscard]] Result<ExportPlan> chosen_plan(const Workspace& workspace);
/// Its picture in the sheet, at the tick that the window shows.
[[nodiscard]] PreviewRequest preview_request(Workspace& workspace);
/// The picture that the clipboard gets: what the window shows, otherwise as chosen for files.
[[nodiscard]] PreviewRequest copy_request(Workspace& workspace);

void draw_export_sheet(Ui& ui, Workspace& workspace);

}  // namespace convscope
