#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

#include "app/platform/frame_pacer.h"
#include "app/platform/input_queue.h"
#include "app/platform/screen.h"
#include "app/platform/window.h"

namespace convscope {

struct WindowDeleter {
  void operator()(GLFWwindow* window) const;
};
using WindowHandle = std::unique_ptr<GLFWwindow, WindowDeleter>;

/// What a window keeps between its frames.
struct Window::State {
  explicit State(Screen on_screen) : screen(std::move(on_screen)) {}

  Screen screen;
  WindowHandle window;
  InputQueue input;
  FramePacer pacer;
  std::vector<std::filesystem::path> dropped;
  PixelSize size;  ///< Of the window, and of its framebuffer, as the frame began: each is asked of the display.
  PixelSize framebuffer;
  bool close_asked = false;
  std::atomic<bool> woken = false;
  Rectangle windowed;  ///< Where it was before it filled the screen.

  /// GLFW's callbacks only note here what happened; frames take it from there. Once, when the window is there.
  void listen();
  /// Asks the display for the sizes.
  void measure();

 private:
  static State& of(GLFWwindow* window);
  static void push(GLFWwindow* window, const InputEvent& event);
};

}  // namespace convscope
