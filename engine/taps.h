#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// One multiplication behind an output cell.
struct Tap {
  std::optional<Index> input;  ///< Empty: a padding cell.
  /// Row and column relative to the input's first cell; negative or past the end in padding.
  std::int64_t padded_y = 0;
  std::int64_t padded_x = 0;
  Index weight;  ///< (out channel, channel within the group, ky, kx) in batch, channel, y, x.
  bool operator==(const Tap&) const = default;
};

/// The first (top-left) cell that the window of output (y, x) takes, relative to the input's first cell.
struct WindowOrigin {
  std::int64_t y = 0;
  std::int64_t x = 0;
  bool operator==(const WindowOrigin&) const = default;
};
[[nodiscard]] WindowOrigin window_origin(const Layer& layer, std::int64_t output_y, std::int64_t output_x);

/// The first input channel that an output channel reads: its group's first.
[[nodiscard]] std::int64_t first_input_channel(const Layer& layer, std::int64_t out_channel);

/// Taps of every output cell: (in_channels / groups) · kH · kW. Requires a valid layer.
[[nodiscard]] std::int64_t tap_count(const Layer& layer);

/// One tap of an output cell, in the order of `taps`: `number` from 0 to tap_count − 1. For windows too large to list.
[[nodiscard]] Tap tap_at(const SizedLayer& sized, const Index& output, std::int64_t number);

/// All taps of an output cell, by channel, then kernel row, then kernel column. Requires a valid layer and a cell
/// within its output.
[[nodiscard]] std::vector<Tap> taps(const SizedLayer& sized, const Index& output);

/// A tap's numbers: what it reads (0 in zero padding), its weight, and their product.
struct TapValue {
  float value = 0;
  float weight = 0;
  float product = 0;
};
[[nodiscard]] TapValue tap_value(const Tap& tap, const Tensor& input, const Tensor& weight);

/// Output elements are visited row-major, channel by channel: step = (c·oH + y)·oW + x.
[[nodiscard]] std::int64_t step_count(const SizedLayer& sized);
/// The output cell of a step from 0 to step_count − 1.
[[nodiscard]] Index output_of_step(const SizedLayer& sized, std::int64_t step);

}  // namespace convscope
