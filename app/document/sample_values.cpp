#include "app/document/sample_values.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

#include "app/document/scrambled.h"

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

/// What a tensor has of one row of a shape that begins at `row`.
std::span<const float> kept_part(const Tensor& kept, const Index& row, std::int64_t width) {
  const Shape& shape = kept.shape();
  if (row.batch >= shape.batch || row.channel >= shape.channels || row.y >= shape.height) {
    return {};
  }
  return kept.channel(row.batch, row.channel)
      .subspan(static_cast<std::size_t>(row.y * shape.width), static_cast<std::size_t>(std::min(width, shape.width)));
}

/// Writes each value once, whole rows where it can: the window's thread does this to photographs.
Tensor filled(const Shape& shape, const Tensor& kept, Whole range, std::uint64_t salt) {
  std::vector<float> values;
  values.reserve(static_cast<std::size_t>(element_count(shape)));
  Index place;
  for (place.batch = 0; place.batch < shape.batch; ++place.batch) {
    for (place.channel = 0; place.channel < shape.channels; ++place.channel) {
      for (place.y = 0; place.y < shape.height; ++place.y) {
        const std::span<const float> row = kept_part(kept, place, shape.width);
        values.insert(values.end(), row.begin(), row.end());
        for (place.x = std::ssize(row); place.x < shape.width; ++place.x) {
          values.push_back(whole_at(place, range, salt));
        }
      }
    }
  }
  return {shape, std::move(values)};
}

}  // namespace

Tensor sample_input(const Shape& shape, const Tensor& kept) { return filled(shape, kept, {0, 3}, 1); }

Tensor sample_weight(const Shape& shape, const Tensor& kept) { return filled(shape, kept, {-1, 2}, 2); }

std::vector<float> sample_bias(std::int64_t out_channels) {
  std::vector<float> bias;
  for (std::int64_t channel = 0; channel < out_channels; ++channel) {
    bias.push_back(whole_at({0, channel, 0, 0}, {-1, 1}, 3));
  }
  return bias;
}

}  // namespace convscope
