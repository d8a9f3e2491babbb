#pragma once

#include <optional>
#include <string>

#include "app/ui/stage_input.h"
#include "app/ui/ui.h"
#include "app/ui/workspace.h"

namespace convscope {

/// Whether the next typed number goes into the pinned cell, and is no shortcut.
[[nodiscard]] bool takes_numbers(const Workspace& workspace);

/// The box over a pinned cell of input or weight that its value is typed into. Typing opens it; Enter and Tab take the
/// value and pin the next cell of the row, or of the next row; a click elsewhere takes it, too; Esc leaves the value as
/// it was.
class CellEntry {
 public:
  /// Once a frame, within ImGui's frame. `place`: where the pinned cell is in the window; none where it is not seen.
  void draw(Ui& ui, Workspace& workspace, const std::optional<ControlRect>& place);

 private:
  void open(const std::string& first);
  void take(Workspace& workspace, bool next);

  std::optional<CellRef> cell_;  ///< That is being typed into.
  std::string text_;
  bool focus_ = false;     ///< The box waits for the keyboard.
  bool selected_ = false;  ///< Its text will be selected when it gets it.
  bool refused_ = false;   ///< The last text was no number, and that has been said.
};

}  // namespace convscope
