#pragma once

#include <filesystem>
#include <string>

#include "app/text/result.h"
#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// What the window shows, as JSON (README.md, "--dump-state"): for tests that drive the real window.
[[nodiscard]] std::string state_json(Workspace& workspace, const Ui& ui, const ControlRect& stage);

/// Keeps a file equal to the newest state; rewritten, as a whole, only when that has changed.
class StateDump {
 public:
  explicit StateDump(std::filesystem::path path) : path_(std::move(path)) {}

  Status update(std::string state);

 private:
  std::filesystem::path path_;
  std::string written_;
};

}  // namespace convscope
