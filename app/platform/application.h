#pragma once

#include "app/cli/window_command.h"
#include "app/text/result.h"

namespace convscope {

/// Opens the window and returns when it is closed.
[[nodiscard]] Status run_application(const WindowOptions& options);

}  // namespace convscope
