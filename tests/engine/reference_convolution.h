#pragma once

#include <vector>

#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope::testing {

/// The oracle: a second convolution that shares no code with the engine beside the types. It pads a copy of the input,
/// takes padding from the layer by itself, spreads each input cell over the outputs that it reaches (a scatter, where
/// the engine gathers), and finds the output size by counting the windows that fit.
struct ReferenceResult {
  Shape shape;
  std::vector<double> values;
};
[[nodiscard]] ReferenceResult reference_convolution(const Layer& layer, const Tensor& input, const Tensor& weight,
                                                    const std::vector<float>& bias);

}  // namespace convscope::testing
