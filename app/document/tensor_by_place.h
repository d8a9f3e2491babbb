#pragma once

#include "engine/tensor.h"

namespace convscope {

/// A tensor whose every value is what `value_at` gives for its place.
template <typename ValueAt>
[[nodiscard]] Tensor tensor_by_place(const Shape& shape, const ValueAt& value_at) {
  Tensor tensor(shape);
  Index place;
  for (place.batch = 0; place.batch < shape.batch; ++place.batch) {
    for (place.channel = 0; place.channel < shape.channels; ++place.channel) {
      for (place.y = 0; place.y < shape.height; ++place.y) {
        for (place.x = 0; place.x < shape.width; ++place.x) {
          tensor.at(place) = value_at(place);
        }
      }
    }
  }
  return tensor;
}

}  // namespace convscope
