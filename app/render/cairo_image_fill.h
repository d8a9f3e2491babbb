#pragma once

#include "app/render/cairo_canvas.h"
#include "app/render/cell_image.h"

namespace convscope {

/// Fills the canvas's path with an image that lies on its cells, and begins a new one: with a picture, or in files of
/// shapes with one shape a pixel where pixels are large.
void fill_with_image(const PlaneCanvas& canvas, CellImage image);

}  // namespace convscope
