#include "app/platform/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/platform/window_state.h"
#include "app/text/graphics_errors.h"

namespace convscope {
namespace {

std::string last_reason() {
  const char* reason = nullptr;
  glfwGetError(&reason);
  return reason == nullptr ? "unknown reason" : reason;
}

/// A size at scale 1 on the screen, not larger than its room.
PixelSize on_screen(PixelSize size, float scale, const Rectangle& room) {
  const auto scaled = [scale](int length) { return static_cast<int>(std::lround(static_cast<float>(length) * scale)); };
  return {room.width > 0 ? std::min(scaled(size.width), room.width) : scaled(size.width),
          room.height > 0 ? std::min(scaled(size.height), room.height) : scaled(size.height)};
}

/// By EGL, where it works: GLX is asked for a dozen attributes of each of hundreds of configurations, and looks each
/// configuration up among all of them, a fifth of a start on software OpenGL.
WindowHandle open_window(const Window::Options& options) {
  WindowHandle window;
  for (const int interface : {GLFW_EGL_CONTEXT_API, GLFW_NATIVE_CONTEXT_API}) {
    if (!window) {
      glfwWindowHint(GLFW_CONTEXT_CREATION_API, interface);
      window.reset(glfwCreateWindow(options.size.width, options.size.height, options.title.c_str(), nullptr, nullptr));
    }
  }
  return window;
}

Rectangle place_of(GLFWwindow* window) {
  Rectangle place;
  glfwGetWindowPos(window, &place.x, &place.y);
  glfwGetWindowSize(window, &place.width, &place.height);
  return place;
}

}  // namespace

Result<Window> Window::create(Screen screen, const Options& options) {
  auto state = std::make_unique<State>(std::move(screen));
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  state->window = open_window(options);
  if (!state->window) {
    return text::no_opengl_window(last_reason());
  }
  state->listen();
  state->measure();
  Window window(std::move(state));
  GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
  const Rectangle room = monitor == nullptr ? Rectangle{} : work_area(monitor);
  const PixelSize smallest = on_screen(options.smallest, window.ui_scale(), room);
  const PixelSize size = on_screen(options.size, window.ui_scale(), room);
  glfwSetWindowSizeLimits(window.handle(), smallest.width, smallest.height, GLFW_DONT_CARE, GLFW_DONT_CARE);
  glfwSetWindowSize(window.handle(), size.width, size.height);
  glfwMakeContextCurrent(window.handle());
  glfwSwapInterval(1);
  glfwShowWindow(window.handle());
  return window;
}

Window::Window(std::unique_ptr<State> state) : state_(std::move(state)) {}
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;
Window::~Window() = default;

void Window::run(const std::function<NextFrame()>& frame) {
  FramePacer& pacer = state_->pacer;
  while (glfwWindowShouldClose(handle()) == GLFW_FALSE) {
    if (state_->woken.exchange(false)) {
      pacer.wake();
    }
    const std::optional<double> delay = pacer.delay(glfwGetTime());
    const bool hidden = glfwGetWindowAttrib(handle(), GLFW_ICONIFIED) == GLFW_TRUE;
    if (!delay || hidden) {
      glfwWaitEvents();
    } else if (*delay > 0) {
      glfwWaitEventsTimeout(*delay);
    } else {
      glfwPollEvents();
      if (state_->woken.exchange(false)) {
        pacer.wake();  // This frame takes it already; the next one must not be forgotten.
      }
      state_->measure();
      const double began = glfwGetTime();
      const NextFrame next = frame();
      pacer.frame_drawn(began, next);
      if (!state_->input.empty()) {
        pacer.event_arrived();
      }
    }
  }
}

void Window::wake() {
  state_->woken = true;
  glfwPostEmptyEvent();
}

void Window::swap() { glfwSwapBuffers(handle()); }
void Window::close() { glfwSetWindowShouldClose(handle(), GLFW_TRUE); }
void Window::set_title(const std::string& title) { glfwSetWindowTitle(handle(), title.c_str()); }
bool Window::full_screen() const { return glfwGetWindowMonitor(handle()) != nullptr; }

void Window::set_full_screen(bool full) {
  if (full == full_screen()) {
    return;
  }
  if (!full) {
    const Rectangle& place = state_->windowed;
    glfwSetWindowMonitor(handle(), nullptr, place.x, place.y, place.width, place.height, GLFW_DONT_CARE);
    return;
  }
  state_->windowed = place_of(handle());
  GLFWmonitor* const monitor = monitor_of(state_->windowed);
  if (monitor != nullptr) {
    const GLFWvidmode* const mode = glfwGetVideoMode(monitor);
    glfwSetWindowMonitor(handle(), monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
  }
}

PixelSize Window::size() const { return state_->size; }
PixelSize Window::framebuffer_size() const { return state_->framebuffer; }

float Window::content_scale() const {
  float x = 1;
  float y = 1;
  glfwGetWindowContentScale(handle(), &x, &y);
  return std::max(x, y);
}

float Window::ui_scale() const {
  const PixelSize window = size();
  const PixelSize framebuffer = framebuffer_size();
  const bool shown = window.width > 0 && framebuffer.width > 0;
  return content_scale() * (shown ? static_cast<float>(window.width) / static_cast<float>(framebuffer.width) : 1);
}

InputQueue& Window::input() { return state_->input; }
std::vector<std::filesystem::path> Window::take_dropped() { return std::exchange(state_->dropped, {}); }
bool Window::take_close_request() { return std::exchange(state_->close_asked, false); }
GLFWwindow* Window::handle() const { return state_->window.get(); }

auto find_gl_function(const char* name) -> void (*)() { return glfwGetProcAddress(name); }

}  // namespace convscope
