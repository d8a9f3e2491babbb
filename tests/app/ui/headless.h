#pragma once

#include <string>
#include <vector>

#include "app/ui/ui.h"
#include "app/ui/window.h"
#include "app/ui/workspace.h"

namespace convscope {

/// The window's panels without a window: an ImGui context of its own, a mouse and a keyboard that the test moves.
class Headless {
 public:
  explicit Headless(ImVec2 size = {1280, 720}, float scale = 1);
  ~Headless();
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  /// Draws one frame and remembers the stage.
  void frame();
  void move_mouse(ImVec2 position);
  void set_button(bool down, int button = 0);
  void wheel(float turns);

  /// The middle of a control that was drawn in the last frame.
  [[nodiscard]] ImVec2 middle(const std::string& control) const;
  void click(const std::string& control);
  /// Opens a box with a list and clicks the item of this name.
  void choose(const std::string& box, const std::string& item);
  /// Presses at one share of a control's width and releases at another, moving in small steps.
  void drag(const std::string& control, float from, float to);
  /// Types over a number box and presses Enter.
  void type(const std::string& control, const std::string& text);

  Workspace workspace;
  Ui ui;
  std::vector<Preset> presets;
  ControlRect stage;

 private:
  void press_enter(bool down);

  ImGuiContext* context_;
};

/// A preset of one layer, values left to the samples.
[[nodiscard]] Preset preset_of(const std::string& name, const SizedLayer& sized);

}  // namespace convscope
