#pragma once

#include "app/scene/scene.h"

namespace convscope {

/// The steps of a blend, item by item.

/// The same item with its places in pixels, for a camera that changes nothing.
[[nodiscard]] SceneItem on_picture(const SceneItem& item, const Camera& camera);
/// With its alpha multiplied.
[[nodiscard]] SceneItem faded(SceneItem item, float alpha);
/// A share of the way from one item to another of the same kind, both on the picture. What cannot be mixed is that of
/// `near`: the share is at most a half.
[[nodiscard]] SceneItem between(const SceneItem& near, const SceneItem& far, float share);

}  // namespace convscope
