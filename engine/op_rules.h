#pragma once

#include <vector>

#include "engine/problem.h"

namespace convscope {

/// Parts of `find_problems`: the rules that not all ops share, as PyTorch checks them. Inside the engine only.

/// Of padding and output_padding, whose limits come from other parameters: those must lie in their ranges.
[[nodiscard]] std::vector<Problem> padding_problems(const SizedLayer& sized);

/// Of what an op has not: padding's words and modes, a pool's other out_channels, dilation. For any values.
[[nodiscard]] std::vector<Problem> op_problems(const SizedLayer& sized);

}  // namespace convscope
