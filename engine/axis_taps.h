#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/layer.h"

namespace convscope {

/// A tap is a choice along each axis: which channels meet, which rows, which columns, independently of each other. So
/// questions about all taps of a layer need the taps along its axes alone, which are few. All of this asks `taps`
/// about smaller layers and knows no rule of its own.

/// One axis of a layer as a layer of its own: one channel, and a single cell along the other axis.
[[nodiscard]] SizedLayer axis_layer(const SizedLayer& sized, Axis axis);

/// What meets along one axis.
struct AxisTap {
  std::int64_t output = 0;
  std::optional<std::int64_t> input;  ///< As Tap::input: empty in padding that copies nothing.
  std::int64_t padded = 0;  ///< Row or column that is read, padding by its own place; negative before the input.
  std::int64_t kernel = 0;  ///< Row or column of the weight; of the window where the op has no weight.
  bool operator==(const AxisTap&) const = default;
};

/// Visits all taps along an axis, by output, then as `taps` orders them. Requires a valid layer.
void for_each_axis_tap(const SizedLayer& sized, Axis axis, const std::function<void(const AxisTap&)>& visit);

/// The same as a list.
[[nodiscard]] std::vector<AxisTap> axis_taps(const SizedLayer& sized, Axis axis);

/// How many `axis_taps` there are at most, both axes together; below 2^57. For limits before anything is listed.
[[nodiscard]] std::int64_t axis_tap_count(const SizedLayer& sized);

/// The first two places of a weight's index, which channels choose.
struct WeightChannels {
  std::int64_t outer = 0;  ///< Index::batch
  std::int64_t inner = 0;  ///< Index::channel
  bool operator==(const WeightChannels&) const = default;
};

/// Which channels meet.
struct ChannelTap {
  std::int64_t output = 0;
  std::int64_t input = 0;
  std::optional<WeightChannels> weight;  ///< Empty where the op has no weight.
  bool operator==(const ChannelTap&) const = default;
};

/// Visits all pairs of channels that meet, by output channel, then as `taps` orders them. Requires a valid layer.
void for_each_channel_tap(const Layer& layer, const std::function<void(const ChannelTap&)>& visit);

}  // namespace convscope
