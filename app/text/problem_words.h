#pragma once

#include <span>

#include "app/text/result.h"
#include "engine/problem.h"

namespace convscope::text {

/// What is wrong: "kernel_size (width): the dilated kernel spans 10 columns, the padded input has only 9".
[[nodiscard]] Text problem(const Problem& problem);

/// What to do about it: "set padding (width) to 1".
[[nodiscard]] Text mend(const Problem& problem);

/// A layer that cannot be computed: its first problem, and how many more there are. `problems` is not empty.
[[nodiscard]] Error invalid_layer(std::span<const Problem> problems);

}  // namespace convscope::text
