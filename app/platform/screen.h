#pragma once

#include <memory>

#include "app/text/result.h"

struct GLFWmonitor;

namespace convscope {

/// Width and height in whole pixels.
struct PixelSize {
  int width = 0;
  int height = 0;
  bool operator==(const PixelSize&) const = default;
};

/// A place on the screens, in their coordinates.
struct Rectangle {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

/// A connection to the display, before there is a window on it. One at a time, in the main thread.
class Screen {
 public:
  /// Fails with one clear message when there is no display.
  static Result<Screen> open();
  Screen(Screen&&) noexcept;
  Screen& operator=(Screen&&) noexcept;
  ~Screen();

  /// What a new window's content_scale() will most likely be.
  [[nodiscard]] float content_scale() const;

 private:
  struct Library;
  explicit Screen(std::unique_ptr<Library> library);
  std::unique_ptr<Library> library_;
};

/// What a monitor leaves to windows.
[[nodiscard]] Rectangle work_area(GLFWmonitor* monitor);

/// The monitor that shows most of a window; the first one where none shows any of it; null where there is none.
[[nodiscard]] GLFWmonitor* monitor_of(const Rectangle& window);

}  // namespace convscope
