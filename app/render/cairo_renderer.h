#pragma once

#include "app/render/fonts.h"
#include "app/render/image.h"
#include "app/scene/scene.h"

namespace convscope {

/// Cairo's own limit for a side of a picture, in pixels.
inline constexpr int max_picture_side = 32767;

/// Draws the scene on the CPU at its size in whole pixels, 1 to max_picture_side a side. Equal scenes give equal
/// pixels.
[[nodiscard]] Image render_cairo(const Scene& scene, const FontSet& fonts);

}  // namespace convscope
