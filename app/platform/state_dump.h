#pragma once

#include <filesystem>
#include <string>

#include "app/scene/cell_tip.h"
#include "app/text/result.h"
#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// What the stage shows.
struct StageState {
  ControlRect place;
  const Scene& scene;
  const CellTip& tip;      ///< Without lines: none.
  bool is_behind = false;  ///< Whether the scene is not yet the document's.
  bool moves = false;      ///< Whether the camera is between two looks.
};

/// What the window shows, as JSON (README.md, "--dump-state"): for tests that drive the real window.
[[nodiscard]] std::string state_json(Workspace& workspace, const Ui& ui, const StageState& stage);

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
