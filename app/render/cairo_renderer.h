#pragma once

#include <cairo.h>

#include "app/render/fonts.h"
#include "app/render/image.h"
#include "app/render/shape_masks.h"
#include "app/scene/scene.h"

namespace convscope {

/// Cairo's own limit for a side of a picture, in pixels.
inline constexpr int max_picture_side = 32767;

/// Draws the scene with its background. The context's matrix leads the scene's pixels onto its surface, which may be of
/// any kind.
void draw_scene(cairo_t* context, const Scene& scene, const FontSet& fonts);

/// Draws the scene on the CPU at its size in whole pixels, 1 to max_picture_side a side. Equal scenes give equal
/// pixels.
[[nodiscard]] Image render_cairo(const Scene& scene, const FontSet& fonts);

/// What drawing one picture leaves for the next: memory, and shapes that stay. What is drawn does not depend on it.
struct CairoLeavings {
  Image image{};  ///< The picture that was drawn last.
  ShapeMasks masks{};
};

/// The same into `leavings.image`.
void render_cairo(const Scene& scene, const FontSet& fonts, CairoLeavings& leavings);

}  // namespace convscope
