#pragma once

#include <cstdint>
#include <string>

#include "engine/tensor.h"

namespace convscope {

/// How shapes and cells are written: (C, H, W) as PyTorch does, weights (O, I, kH, kW); or (H, W, C) as TensorFlow
/// does, weights (kH, kW, I, O).
enum class AxisOrder { channels_first, channels_last };

namespace text {

/// "(3, 7, 7)" or "(7, 7, 3)": an input, an output, a window.
[[nodiscard]] std::string shape(AxisOrder order, std::int64_t channels, std::int64_t height, std::int64_t width);
/// "(2, 3, 5, 5)" or "(5, 5, 3, 2)": the outer axis first or last.
[[nodiscard]] std::string weight_shape(AxisOrder order, const Shape& weight);

/// "input[2, 4, 1]" or "input[4, 1, 2]"; `tensor` is its name. Rows and columns may be negative, in padding.
[[nodiscard]] std::string cell(AxisOrder order, const char* tensor, const Index& index);
/// "weight[1, 0, 2, 2]" or "weight[2, 2, 0, 1]".
[[nodiscard]] std::string weight_cell(AxisOrder order, const Index& index);

}  // namespace text
}  // namespace convscope
