#pragma once

#include <string>

#include "app/code/program.h"

namespace convscope {

/// Keras' lines for conv_transpose2d, from x (N, H, W, C) and weight (kH, kW, out / groups, in) to y, the bias added.
[[nodiscard]] std::string keras_transposed(const Program& program);

}  // namespace convscope
