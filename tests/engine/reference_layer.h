#pragma once

#include "tests/engine/reference_convolution.h"

namespace convscope::testing {

/// The oracle for every op. conv_transpose2d: a convolution that pads nothing and strides by 1 over the input with
/// zeros between its cells and around it, by the kernel turned round and its channels exchanged, cropped and extended
/// afterwards (Dumoulin & Visin 2016, section 4). Pools: every cell of a padded copy asks which windows it lies in.
[[nodiscard]] ReferenceResult reference_layer(const Layer& layer, const Tensor& input, const Tensor& weight,
                                              const std::vector<float>& bias);

}  // namespace convscope::testing
