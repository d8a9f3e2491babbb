#pragma once

#include <vector>

#include "app/cli/export_options.h"
#include "app/export/choices.h"
#include "app/text/result.h"

namespace convscope {

/// All files that the flags ask for, each checked as far as can be without computing a layer.
[[nodiscard]] Result<std::vector<ExportPlan>> plan_exports(const ExportOptions& options);

}  // namespace convscope
