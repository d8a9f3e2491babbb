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

/// A range that the compiler knows, as dividing by what it does not know takes longer than all else.
template <Whole range>
float whole_of(std::uint64_t number) {
  constexpr auto count = static_cast<std::uint64_t>(range.highest - range.lowest + 1);
  return static_cast<float>(range.lowest + static_cast<std::int64_t>(number % count));
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
template <Whole range>
Tensor filled(const Shape& shape, const Tensor& kept, std::uint64_t salt) {
  std::vector<float> values;
  values.reserve(static_cast<std::size_t>(element_count(shape)));
  Index place;
  for (place.batch = 0; place.batch < shape.batch; ++place.batch) {
    for (place.channel = 0; place.channel < shape.channels; ++place.channel) {
      for (place.y = 0; place.y < shape.height; ++place.y) {
        const std::span<const float> row = kept_part(kept, place, shape.width);
        values.insert(values.end(), row.begin(), row.end());
        const ScrambledRow numbers(place, salt);
        for (std::int64_t x = std::ssize(row); x < shape.width; ++x) {
          values.push_back(whole_of<range>(numbers.at(x)));
        }
      }
    }
  }
  return {shape, std::move(values)};
}

}  // namespace

Tensor sample_input(const Shape& shape, const Tensor& kept) { return filled<Whole{0, 3}>(shape, kept, 1); }

Tensor sample_weight(const Shape& shape, const Tensor& kept) { return filled<Whole{-1, 2}>(shape, kept, 2); }

std::vector<float> sample_bias(std::int64_t out_channels) {
  std::vector<float> bias;
  for (std::int64_t channel = 0; channel < out_channels; ++channel) {
    bias.push_back(whole_of<Whole{-1, 1}>(ScrambledRow({0, channel, 0, 0}, 3).at(0)));
  }
  return bias;
}

}  // namespace convscope
