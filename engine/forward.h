#pragma once

#include <span>

#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// (1, in_channels, H, W): the input of a sized layer.
[[nodiscard]] Shape input_shape(const SizedLayer& sized);
/// conv2d: (out_channels, in_channels / groups, kH, kW); conv_transpose2d: (in_channels, out_channels / groups, kH,
/// kW); pools: (0, 0, 0, 0), the shape of Tensor().
[[nodiscard]] Shape weight_shape(const Layer& layer);
/// (1, out_channels, oH, oW). Requires a valid layer.
[[nodiscard]] Shape output_shape(const SizedLayer& sized);

/// One cell of `forward`.
[[nodiscard]] float output_value(const Layer& layer, const Tensor& input, const Tensor& weight,
                                 std::span<const float> bias, const Index& output);

/// What the layer makes of an input, written to be read, in the order of the formulas: convolution (cross-correlation
/// unless flip_kernel) and transposed convolution as in torch.nn.functional, pooling likewise (avg_pool2d counts
/// padding). Sums in float64, rounds once. NaN and infinity travel as IEEE arithmetic says: a padding zero times an
/// infinite weight is NaN (PyTorch's im2col path says the same; its oneDNN path leaves padding out), and the largest of
/// values among which there is a NaN is NaN.
/// input (N, in_channels, H, W), weight as weight_shape, bias with out_channels values or empty: zero; pools: Tensor()
/// and empty. Requires a valid layer for the input's size; the output has batch N.
[[nodiscard]] Tensor forward(const Layer& layer, const Tensor& input, const Tensor& weight,
                             std::span<const float> bias);

}  // namespace convscope
