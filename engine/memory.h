#pragma once

#include <cstdint>

#include "engine/layer.h"

namespace convscope {

/// Bytes of one layer's float32 tensors, batch 1: four an element.
struct TensorBytes {
  std::int64_t input = 0;
  std::int64_t weight = 0;  ///< Without the bias; 0 where the op has none.
  std::int64_t output = 0;
  bool operator==(const TensorBytes&) const = default;
};

/// Requires a valid layer.
[[nodiscard]] TensorBytes tensor_bytes(const SizedLayer& sized);

}  // namespace convscope
