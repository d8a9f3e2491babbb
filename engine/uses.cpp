#include "engine/uses.h"

#include <algorithm>
#include <tuple>

#include "engine/check.h"

namespace convscope {
namespace {

std::vector<AxisTap> axis_taps_where(const SizedLayer& sized, Axis axis, const auto& keep) {
  std::vector<AxisTap> list;
  for_each_axis_tap(sized, axis, [&](const AxisTap& tap) {
    if (keep(tap)) {
      list.push_back(tap);
    }
  });
  return list;
}

std::vector<ChannelTap> channel_taps_where(const Layer& layer, const auto& keep) {
  std::vector<ChannelTap> list;
  for_each_channel_tap(layer, [&](const ChannelTap& tap) {
    if (keep(tap)) {
      list.push_back(tap);
    }
  });
  return list;
}

Use combined(const ChannelTap& channel, const AxisTap& row, const AxisTap& column) {
  Use use;
  use.output = {0, channel.output, row.output, column.output};
  if (row.input && column.input) {
    use.input = Index{0, channel.input, *row.input, *column.input};
  }
  if (channel.weight) {
    use.weight = Index{channel.weight->outer, channel.weight->inner, row.kernel, column.kernel};
  }
  return use;
}

}  // namespace

UseProduct uses_of_output(const SizedLayer& sized, const Index& output) {
  return {channel_taps_where(sized.layer, [&](const ChannelTap& tap) { return tap.output == output.channel; }),
          axis_taps_where(sized, Axis::height, [&](const AxisTap& tap) { return tap.output == output.y; }),
          axis_taps_where(sized, Axis::width, [&](const AxisTap& tap) { return tap.output == output.x; })};
}

UseProduct uses_of_input(const SizedLayer& sized, const Index& input) {
  return {channel_taps_where(sized.layer, [&](const ChannelTap& tap) { return tap.input == input.channel; }),
          axis_taps_where(sized, Axis::height, [&](const AxisTap& tap) { return tap.input == input.y; }),
          axis_taps_where(sized, Axis::width, [&](const AxisTap& tap) { return tap.input == input.x; })};
}

UseProduct uses_of_padded_cell(const SizedLayer& sized, std::int64_t channel, std::int64_t padded_y,
                               std::int64_t padded_x) {
  CHECK_EQ(sized.layer.op == Op::conv_transpose2d, false);
  return {channel_taps_where(sized.layer, [&](const ChannelTap& tap) { return tap.input == channel; }),
          axis_taps_where(sized, Axis::height, [&](const AxisTap& tap) { return tap.padded == padded_y; }),
          axis_taps_where(sized, Axis::width, [&](const AxisTap& tap) { return tap.padded == padded_x; })};
}

UseProduct uses_of_weight(const SizedLayer& sized, const Index& weight) {
  const WeightChannels channels{weight.batch, weight.channel};
  return {channel_taps_where(sized.layer, [&](const ChannelTap& tap) { return tap.weight == channels; }),
          axis_taps_where(sized, Axis::height, [&](const AxisTap& tap) { return tap.kernel == weight.y; }),
          axis_taps_where(sized, Axis::width, [&](const AxisTap& tap) { return tap.kernel == weight.x; })};
}

std::int64_t use_count(const UseProduct& product) {
  const auto size = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
  return element_count({1, size(product.channels), size(product.rows), size(product.columns)});
}

std::vector<Use> list_uses(const UseProduct& product) {
  std::vector<Use> list;
  list.reserve(static_cast<std::size_t>(use_count(product)));
  for (const ChannelTap& channel : product.channels) {
    for (const AxisTap& row : product.rows) {
      for (const AxisTap& column : product.columns) {
        list.push_back(combined(channel, row, column));
      }
    }
  }
  // A padding that repeats the input lets a cell reach one output through several rows, each with all columns.
  std::ranges::stable_sort(list, {},
                           [](const Use& use) { return std::tuple(use.output.channel, use.output.y, use.output.x); });
  return list;
}

}  // namespace convscope
