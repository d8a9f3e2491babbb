#pragma once

#include "engine/size.h"
#include "engine/tensor.h"

namespace convscope {

/// The picture with other numbers of rows and columns: each new pixel is the mean of the area that it covers of the old
/// ones, so that shrinking shows no false patterns; enlarged pixels have edges. Every channel by itself. Sizes are at
/// least 1.
[[nodiscard]] Tensor area_average(const Tensor& picture, const Size& size);

/// The part of a picture from row `top` and column `left` on. It lies within.
[[nodiscard]] Tensor cropped(const Tensor& picture, std::int64_t top, std::int64_t left, const Size& size);

}  // namespace convscope
