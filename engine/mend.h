#pragma once

#include <optional>

#include "engine/problem.h"

namespace convscope {

/// The mend of one of a layer's problems, chosen as Problem::mend says. Inside the engine only.
[[nodiscard]] std::optional<Mend> find_mend(const SizedLayer& sized, const Problem& problem);

}  // namespace convscope
