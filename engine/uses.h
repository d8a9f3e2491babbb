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

/// The outputs that an input cell (batch 0) reaches, and through which weights. Requires a valid layer and a cell
/// within its input.
[[nodiscard]] UseProduct uses_of_input(const SizedLayer& sized, const Index& input);

/// All taps of one weight: which output it serves, and what it lies on there. Requires a valid layer with a weight, and
/// a place within weight_shape.
[[nodiscard]] UseProduct uses_of_weight(const SizedLayer& sized, const Index& weight);

/// How many taps that are, saturated at the largest int64.
[[nodiscard]] std::int64_t use_count(const UseProduct& product);

/// All of them, by output in the order of steps, then by weight.
[[nodiscard]] std::vector<Use> list_uses(const UseProduct& product);

}  // namespace convscope
