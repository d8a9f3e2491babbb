#pragma once

namespace convscope {

/// Where in the framebuffer a picture goes: framebuffer pixels from its top left corner.
struct Viewport {
  int left = 0;
  int top = 0;
  int width = 0;
  int height = 0;
  int framebuffer_height = 0;
  /// OpenGL's way to count: the row of the upper edge, from the framebuffer's bottom.
  [[nodiscard]] int top_from_below() const { return framebuffer_height - top; }
  [[nodiscard]] int bottom_from_below() const { return framebuffer_height - top - height; }
};

}  // namespace convscope
