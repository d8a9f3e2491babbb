#pragma once

#include <vector>

#include "engine/problem.h"

namespace convscope {

/// For a layer that is not valid: every single change that makes it valid. Of each parameter and axis the nearest value
/// below and the nearest above what stands; both axes at once only where one alone does not do. Smallest change first,
/// of equals in the order of Parameter. Empty for a valid layer, and where one change is not enough.
/// (Problem::mend, in contrast, removes its problem and may leave others.)
[[nodiscard]] std::vector<Mend> single_mends(const SizedLayer& sized);

}  // namespace convscope
