#pragma once

#include <memory>
#include <vector>

#include "app/platform/imgui_fonts.h"
#include "app/platform/imgui_input.h"
#include "app/platform/window.h"
#include "app/render/fonts.h"
#include "app/text/result.h"

namespace convscope {

/// Dear ImGui on a Window: its context, fonts and input. Its lines of code are the only ones that know both ImGui's and
/// GLFW's side; panels are drawn by app/ui.
class ImGuiHost {
 public:
  /// The window must outlive the host.
  static Result<ImGuiHost> create(Window& window, const FontFiles& files, const UiFontSizes& sizes = {});
  ImGuiHost(ImGuiHost&&) noexcept;
  ImGuiHost& operator=(ImGuiHost&&) noexcept;
  ~ImGuiHost();

  /// Starts a frame with its share of the window's input; gives the keys that no panel wants. When the screen's scale
  /// has changed, the fonts are new.
  [[nodiscard]] std::vector<KeyPress> begin_frame();

  /// Ends the panels' frame; they are drawn by draw().
  void end_frame();

  /// Draws the panels over what the framebuffer holds.
  void draw();

  [[nodiscard]] const UiFonts& fonts() const;
  /// Pixels of ImGui per "pixel at scale 1".
  [[nodiscard]] float scale() const;

 private:
  struct State;
  explicit ImGuiHost(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace convscope
