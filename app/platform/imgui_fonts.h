#pragma once

#include "app/render/fonts.h"
#include "app/text/result.h"
#include "app/ui/ui.h"

namespace convscope {

/// Em sizes in pixels at scale 1.
struct UiFontSizes {
  float note = 13;
  float text = 15;
  float heading = 17;
};

/// Fills the current ImGui context's atlas anew; on failure it stays as it was. `density`: pixels of the framebuffer
/// per pixel at scale 1. Signs that a face lacks come from the fallback.
[[nodiscard]] Result<UiFonts> load_ui_fonts(const FontFiles& files, const UiFontSizes& sizes, float density);

}  // namespace convscope
