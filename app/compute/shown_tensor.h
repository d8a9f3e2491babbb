#pragma once

#include <memory>
#include <utility>

#include "app/compute/value_range.h"
#include "engine/tensor.h"

namespace convscope {

/// A tensor as it is shown.
struct ShownTensor {
  std::shared_ptr<const Tensor> values;
  ValueRange range;
};

[[nodiscard]] inline ShownTensor shown(Tensor tensor) {
  const ValueRange range = value_range(tensor);
  return {std::make_shared<const Tensor>(std::move(tensor)), range};
}

}  // namespace convscope
