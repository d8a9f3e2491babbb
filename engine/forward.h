#pragma once

#include <span>

#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// (1, in_channels, H, W): the input of a sized layer.
[[nodiscard]] Shape input_shape(const SizedLayer& sized);
/// (out_channels, in_channels / groups, kH, kW).
[[nodiscard]] Shape weight_shape(const Layer& layer);
/// (1, out_channels, oH, oW). Requires a valid layer.
[[nodiscard]] Shape output_shape(const SizedLayer& sized);

/// One cell of `forward`: bias plus every weight times what it lies on, 0 in padding.
[[nodiscard]] float output_value(const Layer& layer, const Tensor& input, const Tensor& weight,
                                 std::span<const float> bias, const Index& output);

/// What the layer makes of an input (cross-correlation, as in torch.nn.functional.conv2d), written to be read, in the
/// order of the formula. Sums in float64, rounds once.
/// input (N, in_channels, H, W), weight as weight_shape, bias with out_channels values or empty: zero.
/// Requires a valid layer for the input's size; the output has batch N.
[[nodiscard]] Tensor forward(const Layer& layer, const Tensor& input, const Tensor& weight,
                             std::span<const float> bias);

}  // namespace convscope
