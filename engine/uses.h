#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/axis_taps.h"
#include "engine/tensor.h"

namespace convscope {

/// One tap, seen from any of its ends.
struct Use {
  Index output;
  std::optional<Index> input;   ///< Empty: padding.
  std::optional<Index> weight;  ///< Empty where the op has no weight.
  bool operator==(const Use&) const = default;
};

/// Every combination of these: as many taps as their product, without listing them.
struct UseProduct {
  std::vector<ChannelTap> channels;
  std::vector<AxisTap> rows;
  std::vector<AxisTap> columns;
};

/// All taps of one output cell: every channel that it reads with every row and every column of its window. Requires a
/// valid layer and a cell within its output.
[[nodiscard]] UseProduct uses_of_output(const SizedLayer& sized, const Index& output);

/// The outputs that an input cell (batch 0) reaches, and through which weights; of conv_transpose2d, those onto which
/// the cell stamps its kernel, what is cropped left out. Requires a valid layer and a cell
/// within its input.
[[nodiscard]] UseProduct uses_of_input(const SizedLayer& sized, const Index& input);

/// The outputs whose windows take a cell of the padded input, and through which weights: the cell by its own place, row
/// and column counted from the input's first cell (padding: negative or past the end), not the cell that it copies. For
/// a cell inside these are the taps that read it there, without those that read a copy of it. Requires a valid conv2d
/// or pool, and a place within its padded input.
[[nodiscard]] UseProduct uses_of_padded_cell(const SizedLayer& sized, std::int64_t channel, std::int64_t padded_y,
                                             std::int64_t padded_x);

/// All taps of one weight: which output it serves, and what it lies on there. Requires a valid layer with a weight, and
/// a place within weight_shape.
[[nodiscard]] UseProduct uses_of_weight(const SizedLayer& sized, const Index& weight);

/// How many taps that are, saturated at the largest int64.
[[nodiscard]] std::int64_t use_count(const UseProduct& product);

/// All of them, by output in the order of steps, then by weight.
[[nodiscard]] std::vector<Use> list_uses(const UseProduct& product);

}  // namespace convscope
