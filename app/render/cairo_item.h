#pragma once

#include <cairo.h>

#include "app/render/fonts.h"
#include "app/scene/scene.h"

namespace convscope {

/// Draws one item of the scene on any surface, a picture's or a document's. The context's matrix is the identity.
void draw_item(cairo_t* context, const Scene& scene, const SceneItem& item, const FontSet& fonts);

}  // namespace convscope
