#pragma once

#include <cairo.h>

#include "app/render/fonts.h"
#include "app/scene/scene.h"

namespace convscope {

/// Draws one plane of the scene, in the order that Plane names. The context's matrix leads the scene's
/// pixels onto its surface, which may be of any kind.
void draw_plane(cairo_t* context, const Scene& scene, const Plane& plane, const FontSet& fonts);

}  // namespace convscope
