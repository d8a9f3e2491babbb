#pragma once

#include <stop_token>
#include <vector>

#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// The gradients of the sum of all outputs, as PyTorch's autograd gives them for y.sum().backward(): how much the sum
/// grows with each input cell, each weight and each bias.
struct Gradients {
  /// As the input: (N, in_channels, H, W). Of a convolution, a transposed convolution of ones; of max_pool2d, how many
  /// windows each cell wins (max_pool_winner).
  Tensor input;
  Tensor weight;            ///< As weight_shape: a correlation of the input with ones. Empty for pools.
  std::vector<float> bias;  ///< out_channels values, N·oH·oW each; empty without a bias.
};

/// Requires a valid layer, and tensors that fit it as `forward` does. Sums in float64, rounds once. When a stop is
/// requested it returns within a row's work, and the values are of no use.
[[nodiscard]] Gradients gradients_of_sum(const Layer& layer, const Tensor& input, const Tensor& weight,
                                         const std::stop_token& stop = {});

/// The same of a single output cell: how much it grows with each input cell and each weight. Zeros but for its taps:
/// the weights at its input cells, where copies in the padding add up (max_pool2d: 1 at the winner, nowhere in a window
/// of padding alone; avg_pool2d: 1 / (kH·kW)); the input's values at its weights; 1 at its channel's bias. Adds in
/// float32. Requires a cell within the output, of any batch element. Costs its taps and both tensors' zeros.
[[nodiscard]] Gradients gradients_of_output(const Layer& layer, const Tensor& input, const Tensor& weight,
                                            const Index& output);

}  // namespace convscope
