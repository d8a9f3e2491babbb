#pragma once

#include "app/document/document.h"
#include "app/render/fonts.h"
#include "tests/app/render/gl/offscreen.h"

namespace convscope::bench {

/// Own milliseconds (own_work.h) from the change of a parameter of a 16×16 layer with a 7×7 kernel to the last draw
/// call of the window that shows it: engine, Scene, panels, uploads, draw calls. Of a few parameters the dearest.
[[nodiscard]] double edit_milliseconds(const FontSet& fonts, const testing::Offscreen& offscreen, const View& view);

}  // namespace convscope::bench
