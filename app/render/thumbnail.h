#pragma once

#include "app/render/fonts.h"
#include "app/render/image.h"
#include "app/scene/scene.h"

namespace convscope {

/// The scene's picture drawn at `share` (at most 1) of its size, as its lines and letters are and not by its pixels:
/// what is told and left out is that of the whole picture. At least a pixel a side.
[[nodiscard]] Image render_thumbnail(const Scene& scene, const FontSet& fonts, double share);

}  // namespace convscope
