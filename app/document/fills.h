#pragma once

#include <array>
#include <cstdint>

#include "engine/tensor.h"

namespace convscope {

/// What a tensor can be filled with, channel by channel: 0; 1; 0, 1, 2, … row by row; 0 and 1 in turn from the top
/// left; 1 in the middle (of an even size, the place before it) and 0 around it; uniform random hundredths in [−1, 1].
enum class FillKind { zeros, ones, ramp, checker, impulse, random };
inline constexpr std::array fill_kinds{FillKind::zeros,   FillKind::ones,    FillKind::ramp,
                                       FillKind::checker, FillKind::impulse, FillKind::random};

struct Fill {
  FillKind kind = FillKind::zeros;
  std::uint64_t seed = 0;  ///< Of random: the same seed gives a place the same number, whatever the shape.
  bool operator==(const Fill&) const = default;
};

/// Requires sizes of at least 1.
[[nodiscard]] Tensor filled(const Shape& shape, const Fill& fill);

}  // namespace convscope
