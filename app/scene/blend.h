#pragma once

#include "app/scene/scene.h"

namespace convscope {

/// A picture between two, as when the look changes: what has the same name in both (Plane, Line and Label; a plane also
/// the same rows and columns) moves on the picture from its place in one to that in the other, and colours and sizes
/// mix; what is in one of them alone fades. `share` 0 gives `from`, 1 gives `to`. Between them places are pixels, under
/// a camera that changes nothing; the order is that of the nearer end. Both are for the same stage.
[[nodiscard]] Scene blend(const Scene& from, const Scene& to, float share);

}  // namespace convscope
