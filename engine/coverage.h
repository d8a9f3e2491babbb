#pragma once

#include <cstdint>
#include <vector>

#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// A number for each cell of a tensor, row-major.
struct Coverage {
  Shape shape;
  std::vector<std::int64_t> counts;
  bool operator==(const Coverage&) const = default;
};

/// How often each input cell is used: the taps that read it, over all outputs and all output channels. Padding that
/// repeats the input counts for the cell that it repeats. Requires a valid layer; so does the next.
[[nodiscard]] Coverage input_coverage(const SizedLayer& sized);

/// How many input cells meet in each output cell: its taps without padding. For a transposed layer, how often the cell
/// is written; where that alternates, the output shows a checkerboard (Odena et al. 2016).
[[nodiscard]] Coverage output_coverage(const SizedLayer& sized);

}  // namespace convscope
