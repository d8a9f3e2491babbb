#include "app/document/fills.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "app/document/scrambled.h"

namespace convscope {
namespace {

/// A whole number of hundredths: short in a cell.
float random_value(std::uint64_t number) {
  constexpr std::int64_t most = 100;
  constexpr std::uint64_t choices = 2 * most + 1;
  const auto hundredths = static_cast<std::int64_t>(number % choices) - most;
  return static_cast<float>(hundredths) / static_cast<float>(most);
}

/// `values` of a whole row are 0 before.
void fill_row(const Index& row, const Shape& shape, const Fill& fill, std::span<float> values) {
  switch (fill.kind) {
    case FillKind::zeros:
      return;
    case FillKind::ones:
      std::ranges::fill(values, 1.0F);
      return;
    case FillKind::ramp:
      for (std::size_t x = 0; x < values.size(); ++x) {
        values[x] = static_cast<float>(row.y * shape.width + static_cast<std::int64_t>(x));
      }
      return;
    case FillKind::checker:
      for (std::size_t x = 0; x < values.size(); ++x) {
        values[x] = static_cast<float>((static_cast<std::size_t>(row.y) + x) % 2);
      }
      return;
    case FillKind::impulse:
      if (row.y == (shape.height - 1) / 2) {
        values[(values.size() - 1) / 2] = 1;
      }
      return;
    case FillKind::random:
      const ScrambledRow numbers(row, fill.seed);
      for (std::size_t x = 0; x < values.size(); ++x) {
        values[x] = random_value(numbers.at(static_cast<std::int64_t>(x)));
      }
      return;
  }
}

}  // namespace

Tensor filled(const Shape& shape, const Fill& fill) {
  Tensor tensor(shape);
  const auto width = static_cast<std::size_t>(shape.width);
  std::span<float> rest = tensor.values();
  Index row;
  for (row.batch = 0; row.batch < shape.batch; ++row.batch) {
    for (row.channel = 0; row.channel < shape.channels; ++row.channel) {
      for (row.y = 0; row.y < shape.height; ++row.y) {
        fill_row(row, shape, fill, rest.first(width));
        rest = rest.subspan(width);
      }
    }
  }
  return tensor;
}

}  // namespace convscope
