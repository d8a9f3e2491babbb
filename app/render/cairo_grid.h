#pragma once

#include "app/render/cairo_canvas.h"

namespace convscope {

/// A plane's grid lines and the dashed edges of its padding, without the lines that cut cells take away.
void draw_lines(const PlaneCanvas& canvas);

}  // namespace convscope
