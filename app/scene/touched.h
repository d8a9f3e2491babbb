#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/scene/focus.h"
#include "app/scene/scene.h"

namespace convscope {

/// The touched rows and columns on one plane; null: the plane is not touched.
struct Touched {
  const std::vector<TapLine>* rows = nullptr;
  const std::vector<TapLine>* columns = nullptr;
};

[[nodiscard]] Touched touched_on(const Plane& plane, const Focus& focus);

/// The number of the first pair of channels that meet on the plane; none: it has no part in the focus.
[[nodiscard]] std::optional<std::int64_t> channel_on(const Plane& plane, const Focus& focus);

}  // namespace convscope
