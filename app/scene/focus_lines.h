#pragma once

#include <vector>

#include "app/document/document.h"
#include "app/scene/focus.h"
#include "app/scene/scene.h"

namespace convscope {

/// Lines to what padding copies and, in the oblique look, between a cell and what it touches. The scene
/// shows the document.
[[nodiscard]] std::vector<SceneItem> focus_lines(const Document& document, const Focus& focus, const Scene& scene);

}  // namespace convscope
