#pragma once

#include <span>
#include <vector>

#include "engine/layer.h"
#include "engine/problem.h"

namespace convscope {

/// What becomes of an input's size along a chain of layers.
struct ChainSizes {
  std::vector<Size> outputs;      ///< After each layer, from the first to the last that can be computed.
  std::vector<Problem> problems;  ///< Of the layer behind those; empty when all can be computed.
};

/// Each layer is applied to the size that the one before it gives. Their channels need not fit each other: sizes do not
/// ask for them.
[[nodiscard]] ChainSizes chain_sizes(std::span<const Layer> chain, Size input_size);

}  // namespace convscope
