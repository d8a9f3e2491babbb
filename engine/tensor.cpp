#include "engine/tensor.h"

#include <limits>
#include <utility>

#include "engine/check.h"
#include "engine/problem.h"

namespace convscope {

std::int64_t element_count(const Shape& shape) {
  constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
  const std::int64_t sizes[] = {shape.batch, shape.channels, shape.height, shape.width};
  for (const std::int64_t size : sizes) {
    if (size <= 0) {
      return 0;
    }
  }
  std::int64_t product = 1;
  for (const std::int64_t size : sizes) {
    if (product > largest / size) {
      return largest;
    }
    product *= size;
  }
  return product;
}

Tensor::Tensor(const Shape& shape) { reshape(shape); }

Tensor::Tensor(const Shape& shape, std::vector<float> values) : shape_(shape), values_(std::move(values)) {
  const std::int64_t count = element_count(shape);
  CHECK_GE(count, 1);
  CHECK_LE(count, max_elements);
  CHECK_EQ(static_cast<std::int64_t>(values_.size()), count);
}

void Tensor::reshape(const Shape& shape) {
  const std::int64_t count = element_count(shape);
  CHECK_GE(count, 1);
  CHECK_LE(count, max_elements);
  shape_ = shape;
  if (static_cast<std::size_t>(count) > values_.capacity()) {
    values_ = std::vector<float>();  // Nothing is worth a copy.
  }
  values_.resize(static_cast<std::size_t>(count));
}

std::span<const float> Tensor::channel(std::int64_t batch, std::int64_t channel) const {
  const auto size = static_cast<std::size_t>(shape_.height * shape_.width);
  return std::span(values_).subspan(offset({batch, channel, 0, 0}), size);
}

std::size_t Tensor::offset(const Index& index) const {
  return static_cast<std::size_t>(
      ((index.batch * shape_.channels + index.channel) * shape_.height + index.y) * shape_.width + index.x);
}

}  // namespace convscope
