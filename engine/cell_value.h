#pragma once

#include <span>

#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// Checks that tensors and bias fit a valid layer, as `forward` requires.
void check_fits(const Layer& layer, const Tensor& input, const Tensor& weight, std::span<const float> bias);

/// One output cell of each op, as `forward` says, without its bias. Inside the engine only.
[[nodiscard]] double conv2d_value(const Layer& layer, const Tensor& input, const Tensor& weight, const Index& output);
[[nodiscard]] double conv_transpose2d_value(const Layer& layer, const Tensor& input, const Tensor& weight,
                                            const Index& output);
[[nodiscard]] double max_pool2d_value(const Layer& layer, const Tensor& input, const Index& output);
[[nodiscard]] double avg_pool2d_value(const Layer& layer, const Tensor& input, const Index& output);

}  // namespace convscope
