#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/platform/frame_pacer.h"
#include "app/platform/input_queue.h"
#include "app/platform/screen.h"
#include "app/text/result.h"

struct GLFWwindow;

namespace convscope {

/// A window with a current OpenGL 3.3 core context. One at a time, in the main thread; whatever belongs to its context
/// goes before it.
class Window {
 public:
  /// Sizes are pixels at scale 1; the screen's scale and its room are taken into account.
  struct Options {
    std::string title;
    PixelSize size{1280, 720};
    PixelSize smallest{1024, 640};
  };

  /// Fails with one clear message when there is no OpenGL 3.3 on the screen.
  static Result<Window> create(Screen screen, const Options& options);
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;
  ~Window();

  /// Draws frames until the window closes: as often as they ask for and three times after each event, at most 60 a
  /// second. Sleeps in between; with nothing to do it uses no processor time. `frame` ends with swap().
  void run(const std::function<NextFrame()>& frame);

  /// Has a frame drawn soon. Of all functions the one that other threads may call.
  void wake();

  void swap();
  void close();
  void set_title(const std::string& title);
  void set_full_screen(bool full_screen);
  [[nodiscard]] bool full_screen() const;

  /// In the coordinates of the mouse and of ImGui, as the frame began.
  [[nodiscard]] PixelSize size() const;
  [[nodiscard]] PixelSize framebuffer_size() const;
  /// Pixels of the framebuffer per "pixel at scale 1".
  [[nodiscard]] float content_scale() const;
  /// Pixels of size() per "pixel at scale 1": the same except where windows are measured in points.
  [[nodiscard]] float ui_scale() const;

  [[nodiscard]] InputQueue& input();
  /// Files dropped on the window since the last call.
  [[nodiscard]] std::vector<std::filesystem::path> take_dropped();
  /// Whether the user has asked to close it since the last call; close() does it.
  [[nodiscard]] bool take_close_request();

  [[nodiscard]] GLFWwindow* handle() const;

 private:
  struct State;
  explicit Window(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// An OpenGL function of the current window's context by its name, for load_gl.
[[nodiscard]] auto find_gl_function(const char* name) -> void (*)();

}  // namespace convscope
