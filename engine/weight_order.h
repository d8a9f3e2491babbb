#pragma once

#include <cstdint>
#include <vector>

#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// Parts of forward_fast: output channels in blocks, and the weights in the order in which blocks use them. Inside the
/// engine only.

/// Output channels that read the same input channels, so that a line is read once for all of them; at most
/// line_channels.
struct ChannelBlock {
  std::int64_t first = 0;
  std::int64_t count = 0;
};

[[nodiscard]] std::int64_t block_count(const Layer& layer);
[[nodiscard]] ChannelBlock block_at(const Layer& layer, std::int64_t number);

/// Taps that a cell can have: input channels, rows and columns of the kernel.
[[nodiscard]] std::int64_t taps_of_a_cell(const Layer& layer);

/// All weights block by block, tap by tap (by input channel, row and column of the kernel), channel by channel. Those
/// of a pool are 1: avg_pool2d's mean is taken at the end.
[[nodiscard]] std::vector<double> weights_in_order(const Layer& layer, const Tensor& weight);

}  // namespace convscope
