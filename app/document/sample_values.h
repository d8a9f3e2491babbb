#pragma once

#include <vector>

#include "engine/tensor.h"

namespace convscope {

/// Small whole numbers that depend on a cell's place alone, so that a tensor keeps its values when it grows or shrinks:
/// inputs 0 to 3, weights −1 to 2, biases −1 to 1 (inputs and weights as in the numerical figures of Dumoulin & Visin
/// 2016, with −1 so that weights are seen to subtract).
/// Where `kept` has a value, that one stays.
[[nodiscard]] Tensor sample_input(const Shape& shape, const Tensor& kept = {});
[[nodiscard]] Tensor sample_weight(const Shape& shape, const Tensor& kept = {});
[[nodiscard]] std::vector<float> sample_bias(std::int64_t out_channels);

}  // namespace convscope
