#include "app/document/fills.h"

#include "app/document/scrambled.h"
#include "app/document/tensor_by_place.h"

namespace convscope {
namespace {

/// A whole number of hundredths: short in a cell.
float random_value(const Index& place, std::uint64_t seed) {
  constexpr std::int64_t most = 100;
  constexpr std::uint64_t choices = 2 * most + 1;
  const auto hundredths = static_cast<std::int64_t>(scrambled(place, seed) % choices) - most;
  return static_cast<float>(hundredths) / static_cast<float>(most);
}

float value_at(const Index& place, const Shape& shape, const Fill& fill) {
  switch (fill.kind) {
    case FillKind::zeros:
      return 0;
    case FillKind::ones:
      return 1;
    case FillKind::ramp:
      return static_cast<float>(place.y * shape.width + place.x);
    case FillKind::checker:
      return static_cast<float>((place.y + place.x) % 2);
    case FillKind::impulse:
      return place.y == (shape.height - 1) / 2 && place.x == (shape.width - 1) / 2 ? 1 : 0;
    case FillKind::random:
      return random_value(place, fill.seed);
  }
  return 0;
}

}  // namespace

Tensor filled(const Shape& shape, const Fill& fill) {
  return tensor_by_place(shape, [&](const Index& place) { return value_at(place, shape, fill); });
}

}  // namespace convscope
