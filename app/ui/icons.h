#pragma once

#include <string>

#include "app/ui/ui.h"

namespace convscope {

enum class Icon { first, back, play, pause, forward, last, close, up, full_screen, reset_camera };

/// How a button with a sign is drawn: pixels at scale 1; `primary` is filled with the accent, `framed` has a box.
struct IconStyle {
  ImVec2 size{36, 32};
  bool primary = false;
  bool framed = true;
  bool enabled = true;
};

/// A button with a sign, and a hint while the mouse rests on it.
[[nodiscard]] bool icon_button(Ui& ui, const std::string& name, Icon icon, const char* hint,
                               const IconStyle& style = {});

}  // namespace convscope
