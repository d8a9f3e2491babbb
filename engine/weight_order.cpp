#include "engine/weight_order.h"

#include <algorithm>

#include "engine/kernel_cells.h"
#include "engine/line_sums.h"
#include "engine/taps.h"

namespace convscope {
namespace {

/// A cell of the kernel in one of the input channels that an output channel reads.
struct KernelPlace {
  std::int64_t channel = 0;
  std::int64_t ky = 0;
  std::int64_t kx = 0;
};

/// A channel of a pool is a group of its own here.
std::int64_t channels_in_group(const Layer& layer) { return is_pool(layer.op) ? 1 : layer.out_channels / layer.groups; }

std::int64_t blocks_in_group(const Layer& layer) { return (channels_in_group(layer) - 1) / line_channels + 1; }

/// A tap's weight in an output channel. avg_pool2d's mean is taken at the end.
double tap_weight(const Layer& layer, const Tensor& weight, std::int64_t out_channel, const KernelPlace& place) {
  if (is_pool(layer.op)) {
    return 1;
  }
  const std::int64_t y = weight_cell(layer, Axis::height, place.ky);
  const std::int64_t x = weight_cell(layer, Axis::width, place.kx);
  if (layer.op == Op::conv2d) {
    return weight.at({out_channel, place.channel, y, x});
  }
  return weight.at(
      {first_input_channel(layer, out_channel) + place.channel, out_channel % channels_in_group(layer), y, x});
}

}  // namespace

std::int64_t block_count(const Layer& layer) {
  return layer.out_channels / channels_in_group(layer) * blocks_in_group(layer);
}

ChannelBlock block_at(const Layer& layer, std::int64_t number) {
  const std::int64_t channels = channels_in_group(layer);
  const std::int64_t first = number % blocks_in_group(layer) * line_channels;
  return {number / blocks_in_group(layer) * channels + first, std::min(line_channels, channels - first)};
}

std::int64_t taps_of_a_cell(const Layer& layer) {
  return channels_read(layer) * layer.kernel_size.height * layer.kernel_size.width;
}

std::vector<double> weights_in_order(const Layer& layer, const Tensor& weight) {
  std::vector<double> weights;
  weights.reserve(static_cast<std::size_t>(taps_of_a_cell(layer) * layer.out_channels));
  for (std::int64_t number = 0; number < block_count(layer); ++number) {
    const ChannelBlock block = block_at(layer, number);
    KernelPlace place;
    for (place.channel = 0; place.channel < channels_read(layer); ++place.channel) {
      for (place.ky = 0; place.ky < layer.kernel_size.height; ++place.ky) {
        for (place.kx = 0; place.kx < layer.kernel_size.width; ++place.kx) {
          for (std::int64_t channel = block.first; channel < block.first + block.count; ++channel) {
            weights.push_back(tap_weight(layer, weight, channel, place));
          }
        }
      }
    }
  }
  return weights;
}

}  // namespace convscope
