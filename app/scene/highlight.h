#pragma once

#include "app/scene/focus.h"
#include "app/scene/scene.h"

namespace convscope {

/// The picture with a cell's touch in the place of the moment's marks: what it touches is lit on every plane, the cell
/// itself framed (thicker when it is pinned), the weights written where one alone meets a cell, and lines drawn to what
/// padding copies and, in the oblique look, between the cell and what it touches. What is cut out stays
/// cut. `scene` and `focus` are of the same document.
[[nodiscard]] Scene with_focus(Scene scene, const Document& document, const Focus& focus, bool pinned);

}  // namespace convscope
