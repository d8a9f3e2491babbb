#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/kernel_cells.h"
#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// One input cell behind an output cell, and the weight that it meets there.
struct Tap {
  /// The cell whose value is read: of reflect, replicate and circular padding the cell that is copied. Empty: a padding
  /// cell without a source (0, or −∞ of max_pool2d).
  std::optional<Index> input;
  /// Row and column relative to the input's first cell; negative or past the end in padding.
  std::int64_t padded_y = 0;
  std::int64_t padded_x = 0;
  /// In batch, channel, y, x: (out channel, channel within the group, ky, kx), transposed (in channel, out channel
  /// within the group, ky, kx). Empty for pools.
  std::optional<Index> weight;
  bool operator==(const Tap&) const = default;
};

/// The first (top-left) cell that the window of output (y, x) takes, relative to the input's first cell. Of
/// conv_transpose2d, which has no window, it has no meaning.
struct WindowOrigin {
  std::int64_t y = 0;
  std::int64_t x = 0;
  bool operator==(const WindowOrigin&) const = default;
};
[[nodiscard]] WindowOrigin window_origin(const Layer& layer, std::int64_t output_y, std::int64_t output_x);

/// The first input channel that an output channel reads: its group's first, of pools the same channel.
[[nodiscard]] std::int64_t first_input_channel(const Layer& layer, std::int64_t out_channel);

/// The input channels that each output channel reads: in_channels / groups, of pools 1.
[[nodiscard]] std::int64_t channels_read(const Layer& layer);

/// All taps of one output cell without a list of them, for windows too large to list. By channel, then row, then column
/// of the window: rows and columns of the kernel, from behind with flip_kernel. A convolution and a pool have all cells
/// of the window, padding, too; a transposed convolution has those input cells that reach the output cell, and no
/// others: none at all where the stride leaves a gap. Requires a valid layer and a cell within its output.
class CellTaps {
 public:
  CellTaps(const SizedLayer& sized, const Index& output);

  [[nodiscard]] std::int64_t count() const;
  /// `number` from 0 to count() − 1.
  [[nodiscard]] Tap operator[](std::int64_t number) const;

 private:
  [[nodiscard]] Tap window_tap(std::int64_t channel, std::int64_t ky, std::int64_t kx) const;
  [[nodiscard]] Tap transposed_tap(std::int64_t channel, std::int64_t ky, std::int64_t kx) const;

  SizedLayer sized_;
  Index output_;
  KernelCells rows_;
  KernelCells columns_;
};

[[nodiscard]] std::int64_t tap_count(const SizedLayer& sized, const Index& output);
[[nodiscard]] Tap tap_at(const SizedLayer& sized, const Index& output, std::int64_t number);
[[nodiscard]] std::vector<Tap> taps(const SizedLayer& sized, const Index& output);

/// A tap's numbers. Of a convolution the value (0 in zero padding), its weight, and their product. Of avg_pool2d the
/// weight is 1 / (kH · kW); of max_pool2d it is 1, and padding's value is −∞.
struct TapValue {
  float value = 0;
  float weight = 0;
  float product = 0;
};
/// `weight` is not read for pools.
[[nodiscard]] TapValue tap_value(const Layer& layer, const Tap& tap, const Tensor& input, const Tensor& weight);

/// The number of the tap whose value max_pool2d takes, as PyTorch chooses it: the first of the largest; with NaN among
/// them the last NaN. None where the whole window lies in padding.
[[nodiscard]] std::optional<std::int64_t> max_pool_winner(std::span<const Tap> taps, const Tensor& input);

/// Output elements are visited row-major, channel by channel: step = (c·oH + y)·oW + x.
[[nodiscard]] std::int64_t step_count(const SizedLayer& sized);
/// The output cell of a step from 0 to step_count − 1.
[[nodiscard]] Index output_of_step(const SizedLayer& sized, std::int64_t step);

}  // namespace convscope
