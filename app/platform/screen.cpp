#include "app/platform/screen.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "app/text/graphics_errors.h"

namespace convscope {
namespace {

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool start() {
#ifdef GLFW_PLATFORM  // From 3.4 on GLFW tries Wayland, whose library complains on standard error where there is none.
  if (environment("WAYLAND_DISPLAY").empty()) {
    glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
  }
#endif
  return glfwInit() == GLFW_TRUE;
}

}  // namespace

/// glfwInit and its end.
struct Screen::Library {
  bool started = start();
  Library() = default;
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library() {
    if (started) {
      glfwTerminate();
    }
  }
};

Result<Screen> Screen::open() {
  const std::string_view display = environment("DISPLAY");
  const std::string_view wayland = environment("WAYLAND_DISPLAY");
  if (display.empty() && wayland.empty()) {
    return text::no_display(display, wayland);
  }
  auto library = std::make_unique<Library>();
  if (!library->started) {
    return text::no_display(display, wayland);
  }
  return Screen(std::move(library));
}

Screen::Screen(std::unique_ptr<Library> library) : library_(std::move(library)) {}
Screen::Screen(Screen&&) noexcept = default;
Screen& Screen::operator=(Screen&&) noexcept = default;
Screen::~Screen() = default;

float Screen::content_scale() const {
  float x = 1;
  float y = 1;
  if (GLFWmonitor* const monitor = glfwGetPrimaryMonitor(); monitor != nullptr) {
    glfwGetMonitorContentScale(monitor, &x, &y);
  }
  return std::max(x, y);
}

Rectangle work_area(GLFWmonitor* monitor) {
  Rectangle area;
  glfwGetMonitorWorkarea(monitor, &area.x, &area.y, &area.width, &area.height);
  return area;
}

GLFWmonitor* monitor_of(const Rectangle& window) {
  int count = 0;
  GLFWmonitor** const monitors = glfwGetMonitors(&count);
  GLFWmonitor* best = glfwGetPrimaryMonitor();
  long best_overlap = 0;
  for (int i = 0; i < count; ++i) {
    Rectangle screen;
    glfwGetMonitorPos(monitors[i], &screen.x, &screen.y);
    const GLFWvidmode* const mode = glfwGetVideoMode(monitors[i]);
    const long width = std::min(window.x + window.width, screen.x + mode->width) - std::max(window.x, screen.x);
    const long height = std::min(window.y + window.height, screen.y + mode->height) - std::max(window.y, screen.y);
    const long overlap = std::max(0L, width) * std::max(0L, height);
    if (overlap > best_overlap) {
      best = monitors[i];
      best_overlap = overlap;
    }
  }
  return best;
}

}  // namespace convscope
