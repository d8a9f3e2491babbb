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
  /// The window must outlive the host. `first`: the atlas of the first frame; fonts for another scale, zoom or other
  /// letters are made of `files` when they are needed.
  static Result<ImGuiHost> create(Window& window, FilledAtlas first, const FontFiles& files,
                                  const UiFontSizes& sizes = {});
  ImGuiHost(ImGuiHost&&) noexcept;
  ImGuiHost& operator=(ImGuiHost&&) noexcept;
  ~ImGuiHost();

  /// Starts a frame with its share of the window's input; gives the keys that no panel wants. When the screen's scale
  /// has changed, the fonts are new.
  [[nodiscard]] std::vector<KeyPress> begin_frame(const SheetKeys& sheet);

  /// Ends the panels' frame; they are drawn by draw().
  void end_frame();
  /// Whether frames must follow without anything happening: newer ImGuis take keys that come fast one frame after the
  /// other, and show what follows from the last one over a few more.
  [[nodiscard]] bool owes_frames() const { return frames_owed_ > 0; }

  /// Draws the panels over what the framebuffer holds.
  void draw();

  [[nodiscard]] const UiFonts& fonts() const;
  /// Letters that panels show, beside ASCII: from the next frame on they are drawn, if a font has them. Gives whether
  /// some are new.
  bool need(const Letters& letters);
  /// How much larger than the screen's scale says everything is drawn, from the next frame on; the fonts are made anew
  /// for it. More than 0.
  void set_zoom(float zoom);
  /// Pixels of ImGui per "pixel at scale 1", the zoom included.
  [[nodiscard]] float scale() const;

 private:
  struct State;
  explicit ImGuiHost(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
  int frames_owed_ = 0;
};

}  // namespace convscope
