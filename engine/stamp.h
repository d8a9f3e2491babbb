#pragma once

#include <cstdint>
#include <span>

#include "engine/layer.h"
#include "engine/taps.h"
#include "engine/tensor.h"

namespace convscope {

/// A transposed convolution as it comes about: each input cell stamps the kernel, times its value, onto the output,
/// where stamps that overlap add up. All of this requires a valid conv_transpose2d, and tensors that fit it as
/// `forward` does. (uses_of_input lists the outputs and weights of one stamp.)

/// Input cells are stamped row-major, channel by channel: stamp = (c·H + y)·W + x. How many there are.
[[nodiscard]] std::int64_t stamp_count(const SizedLayer& sized);
/// The input cell of a stamp from 0 to stamp_count − 1.
[[nodiscard]] Index input_of_stamp(const SizedLayer& sized, std::int64_t stamp);

/// The output cell under the first (top-left) cell of the kernel that input (y, x) stamps; negative where padding crops
/// it. The stamp covers effective_kernel_size from there.
[[nodiscard]] WindowOrigin stamp_origin(const Layer& layer, std::int64_t input_y, std::int64_t input_x);

/// Stamps one input cell onto an output, in all output channels of its group. Costs kH·kW·out_channels / groups, and
/// allocates nothing. Adds in float32: after all stamps the output is `forward`'s but for the rounding of each
/// addition, where `forward` rounds once.
void add_stamp(const Layer& layer, const Tensor& input, const Tensor& weight, const Index& cell, Tensor& output);

/// The output after the first `stamps` cells (0 to stamp_count): the bias, and what add_stamp adds to it. input has
/// batch 1.
[[nodiscard]] Tensor stamped_output(const Layer& layer, const Tensor& input, const Tensor& weight,
                                    std::span<const float> bias, std::int64_t stamps);

}  // namespace convscope
