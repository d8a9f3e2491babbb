#include "app/document/sample_values.h"

#include <array>
#include <cstdint>

namespace convscope {
namespace {

struct Whole {
  std::int64_t lowest;
  std::int64_t highest;
};

/// SplitMix64's finalizer (Steele, Lea & Flood 2014): neighbouring places get unrelated numbers.
std::uint64_t scrambled(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

float whole_at(const Index& place, Whole range, std::uint64_t salt) {
  std::uint64_t state = salt;
  for (const std::int64_t part : std::array{place.batch, place.channel, place.y, place.x}) {
    state = scrambled(state + 0x9e3779b97f4a7c15ULL + static_cast<std::uint64_t>(part));
  }
  const auto count = static_cast<std::uint64_t>(range.highest - range.lowest + 1);
  return static_cast<float>(range.lowest + static_cast<std::int64_t>(state % count));
}

Tensor filled(const Shape& shape, Whole range, std::uint64_t salt) {
  Tensor tensor(shape);
  Index place;
  for (place.batch = 0; place.batch < shape.batch; ++place.batch) {
    for (place.channel = 0; place.channel < shape.channels; ++place.channel) {
      for (place.y = 0; place.y < shape.height; ++place.y) {
        for (place.x = 0; place.x < shape.width; ++place.x) {
          tensor.at(place) = whole_at(place, range, salt);
        }
      }
    }
  }
  return tensor;
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
