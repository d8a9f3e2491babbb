#pragma once

#include "app/export/export.h"
#include "app/export/target.h"

namespace convscope {

/// One file a frame. They get their names together, at the end.
[[nodiscard]] Status export_png(const ExportJob& job, const ExportTarget& target, const FontSet& fonts);

}  // namespace convscope
