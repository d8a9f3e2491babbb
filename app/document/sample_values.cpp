#include "app/document/sample_values.h"

#include <cstdint>

#include "app/document/scrambled.h"
#include "app/document/tensor_by_place.h"

namespace convscope {
namespace {

struct Whole {
  std::int64_t lowest;
  std::int64_t highest;
};

float whole_at(const Index& place, Whole range, std::uint64_t salt) {
  const std::uint64_t state = scrambled(place, salt);
  const auto count = static_cast<std::uint64_t>(range.highest - range.lowest + 1);
  return static_cast<float>(range.lowest + static_cast<std::int64_t>(state % count));
}

Tensor filled(const Shape& shape, Whole range, std::uint64_t salt) {
  return tensor_by_place(shape, [&](const Index& place) { return whole_at(place, range, salt); });
}

}  // namespace

Tensor sample_input(const Shape& shape) { return filled(shape, {0, 3}, 1); }

Tensor sample_weight(const Shape& shape) { return filled(shape, {-1, 2}, 2); }

std::vector<float> sample_bias(std::int64_t out_channels) {
  std::vector<float> bias;
  for (std::int64_t channel = 0; channel < out_channels; ++channel) {
    bias.push_back(whole_at({0, channel, 0, 0}, {-1, 1}, 3));
  }
  return bias;
}

}  // namespace convscope
