#pragma once

#include <vector>

#include "engine/problem.h"

namespace convscope {

/// `validate` without the mends, which are found by asking this about changed layers. Inside the engine only.
[[nodiscard]] std::vector<Problem> find_problems(const SizedLayer& sized);

}  // namespace convscope
