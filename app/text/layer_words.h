#pragma once

#include <string>

#include "engine/arithmetic.h"
#include "engine/layer.h"

namespace convscope::text {

/// "conv2d, 3 → 2 channels, kernel_size 3×3, stride 2×2, padding 1×1, dilation 2×2, groups 1, bias", in one line.
[[nodiscard]] std::string layer_summary(const Layer& layer);

/// "5×7"
[[nodiscard]] std::string size(const Size& size);
/// "1×2", "0,1,0,1" (top, bottom, left, right) or PyTorch's word.
[[nodiscard]] std::string padding(const Layer& layer);

}  // namespace convscope::text
