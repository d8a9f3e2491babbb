#include "app/scene/stack_volumes.h"

#include <algorithm>
#include <cmath>

namespace convscope {
namespace {

/// A grid much smaller than the input gets larger cells, so that it can be seen beside it: shares of the input's side.
constexpr float kernel_share = 0.3F;
constexpr float output_share = 0.16F;

float side_of(const Size& size) { return std::sqrt(static_cast<float>(size.height) * static_cast<float>(size.width)); }

float cell_beside(const Size& cells, float largest_side, float share) {
  return std::max(1.0F, share * largest_side / side_of(cells));
}

}  // namespace

StackVolumes stack_volumes(const Parts& parts) {
  const Layer& layer = parts.layer();
  const Shape& out = parts.result.output->shape();
  const Size input{input_grid(parts)};
  const Size output{out.height, out.width};
  const float largest = std::max(side_of(input), side_of(output));
  const std::int64_t in_per_group = parts.depth;
  const std::int64_t out_per_group = is_pool(layer.op) ? 1 : out_channels_per_group(layer);
  const std::int64_t group = current_group(parts);
  const float input_cell = cell_beside(input, largest, output_share);
  const float output_cell = cell_beside(output, largest, output_share);
  const float input_distance = slab_distance(input, input_cell, layer.in_channels);
  const float output_distance = slab_distance(output, output_cell, out.channels);
  StackVolumes volumes;
  volumes.input =
      make_volume(input, input_cell, input_distance, {layer.in_channels, in_per_group, group * in_per_group});
  volumes.output =
      make_volume(output, output_cell, output_distance,
                  {out.channels, out_per_group, parts.stamping ? group * out_per_group : parts.out_channel});
  // As deep as the group in the volume beside it: a slab of the kernel is a slab of the group.
  const std::int64_t depth = parts.stamping ? out_per_group : in_per_group;
  volumes.kernel = make_volume(layer.kernel_size, cell_beside(layer.kernel_size, largest, kernel_share),
                               parts.stamping ? output_distance : input_distance, {depth, depth, 0});
  volumes.kernel.thickness =
      std::min(volumes.kernel.thickness, parts.stamping ? volumes.output.thickness : volumes.input.thickness);
  return volumes;
}

}  // namespace convscope
