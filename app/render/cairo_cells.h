#pragma once

#include "app/render/cairo_canvas.h"

namespace convscope {

/// What lies in a plane's cells under its lines: fill, gaps, lattices and hatching, without the cells that are cut.
void draw_cells(const PlaneCanvas& canvas);

}  // namespace convscope
