#pragma once

#include <filesystem>
#include <optional>

#include "app/document/document.h"
#include "app/text/result.h"

namespace convscope {

/// How the window starts.
struct ApplicationOptions {
  Document document;
  std::optional<std::filesystem::path> dump_state;  ///< Written on every change, for tests.
  bool paused = false;
};

/// Opens the window and returns when it is closed.
[[nodiscard]] Status run_application(const ApplicationOptions& options);

}  // namespace convscope
