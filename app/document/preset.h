#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

/// A named layer to start from. Values that it leaves out are filled by sample_values.h.
struct Preset {
  std::string name;
  SizedLayer sized;
  std::optional<Tensor> input;   ///< (1, in_channels, H, W)
  std::optional<Tensor> weight;  ///< (out_channels, in_channels / groups, kH, kW)
  std::vector<float> bias;       ///< out_channels values, or empty
};

}  // namespace convscope
