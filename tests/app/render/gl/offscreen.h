#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "app/render/gl/viewport.h"

namespace convscope::testing {

/// Red, green, blue, alpha as the framebuffer holds them: premultiplied.
using Rgba = std::array<int, 4>;

/// The pixels of a framebuffer, top row first.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
  [[nodiscard]] Rgba at(int x, int y) const;
};

/// An OpenGL 3.3 core context without a window or a display (EGL, surfaceless), drawn by Mesa's software, and a
/// framebuffer to draw into. Current in the thread that made it as long as it lives.
class Offscreen {
 public:
  Offscreen(int width, int height);
  Offscreen(const Offscreen&) = delete;
  Offscreen& operator=(const Offscreen&) = delete;
  ~Offscreen();

  /// Of the whole framebuffer.
  [[nodiscard]] Viewport viewport() const { return {0, 0, width_, height_, height_}; }
  /// Waits for all drawing and reads it.
  [[nodiscard]] Picture read() const;

 private:
  struct Context;
  int width_;
  int height_;
  std::unique_ptr<Context> context_;
};

}  // namespace convscope::testing
