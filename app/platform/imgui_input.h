#pragma once

#include <array>
#include <vector>

#include "app/platform/input_queue.h"

struct GLFWwindow;

namespace convscope {

/// A key that went down or repeats and that no panel wants. `key` is a GLFW_KEY_…, letters by what is printed on them;
/// `modifiers` GLFW_MOD_….
struct KeyPress {
  int key = 0;
  int modifiers = 0;
  bool repeat = false;
  bool operator==(const KeyPress&) const = default;
};

/// What a question that lies over the window wants of the keys.
struct SheetKeys {
  bool open =
      false;  ///< There is one: Esc closes it, also while a text is typed, and the space bar presses its buttons.
  bool arrows = false;  ///< They go through it.
};

/// Hands events to Dear ImGui through its GLFW backend. All that differs between ImGui's versions in this stands in
/// imgui_input.cpp: 1.86 has no queue of its own and asks GLFW for the mouse, from 1.87 on it is told.
class ImGuiInput {
 public:
  /// The events of one frame (InputQueue::take_frame), before ImGui_ImplGlfw_NewFrame. Gives the keys that ImGui has no
  /// use for, and Tab, which app/ui/keyboard_focus.h serves.
  [[nodiscard]] std::vector<KeyPress> feed(GLFWwindow* window, const std::vector<InputEvent>& events,
                                           const SheetKeys& sheet);

  /// Between ImGui_ImplGlfw_NewFrame and ImGui::NewFrame.
  void override_mouse() const;

 private:
  void note_mouse(const InputEvent& event);

  CursorMoved cursor_;
  bool inside_ = true;
  std::array<bool, 5> buttons_{};
};

}  // namespace convscope
