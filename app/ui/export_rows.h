#pragma once

#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// The rows of the export's sheet: where the file goes and its format; what its picture is like, among it how the layer
/// is shown; its time. The first gives whether Enter was pressed behind the path.
[[nodiscard]] bool draw_export_file_row(Ui& ui, Workspace& workspace);
void draw_export_picture_rows(Ui& ui, Workspace& workspace);
void draw_export_view_rows(Ui& ui, Workspace& workspace);
void draw_export_time_rows(Ui& ui, Workspace& workspace);

}  // namespace convscope
