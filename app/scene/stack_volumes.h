#pragma once

#include "app/scene/stack_layout.h"

namespace convscope {

/// The volumes of a layout, not placed yet.
struct StackVolumes {
  Volume input;
  Volume kernel;
  Volume output;
};
[[nodiscard]] StackVolumes stack_volumes(const Parts& parts);

}  // namespace convscope
