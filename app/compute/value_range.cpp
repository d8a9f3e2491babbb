#include "app/compute/value_range.h"

#include <algorithm>
#include <bit>

namespace convscope {
namespace {

/// Floats as integers of the same order, which processors compare side by side. Its own inverse.
[[gnu::always_inline]] inline std::int32_t in_order(std::int32_t bits) {
  return bits ^ (bits >> 31 & std::numeric_limits<std::int32_t>::max());
}
float in_order_float(std::int32_t key) { return std::bit_cast<float>(in_order(key)); }

struct OrderedRange {
  std::int32_t low = std::numeric_limits<std::int32_t>::max();
  std::int32_t high = std::numeric_limits<std::int32_t>::min();
};

/// Of the finite ones. Inlined, so that the code is made anew for each kind of processor; without a condition, of which
/// compilers make a jump instead of vectors.
[[gnu::always_inline]] inline OrderedRange range_of(std::span<const float> values) {
  constexpr std::int32_t exponent = 0x7f800000;
  OrderedRange range;
  for (const float value : values) {
    const auto bits = std::bit_cast<std::int32_t>(value);
    const std::int32_t key = in_order(bits);
    const std::int32_t all_if_not_finite = (exponent - 1 - (bits & exponent)) >> 31;
    const std::int32_t finite = key & ~all_if_not_finite;
    range.low = std::min(range.low, finite | (OrderedRange{}.low & all_if_not_finite));
    range.high = std::max(range.high, finite | (OrderedRange{}.high & all_if_not_finite));
  }
  return range;
}

OrderedRange range_anywhere(std::span<const float> values) { return range_of(values); }

#ifdef __x86_64__
[[gnu::target("avx2")]] OrderedRange range_with_avx2(std::span<const float> values) { return range_of(values); }

auto range_here() { return __builtin_cpu_supports("avx2") != 0 ? range_with_avx2 : range_anywhere; }
#else
auto range_here() { return range_anywhere; }
#endif

OrderedRange ordered_range(std::span<const float> values) {
  static const auto range = range_here();
  return range(values);
}

ValueRange as_values(const OrderedRange& range) {
  return range.low <= range.high ? ValueRange{in_order_float(range.low), in_order_float(range.high)} : ValueRange{};
}

}  // namespace

ValueRange value_range(const Tensor& tensor) { return as_values(ordered_range(tensor.values())); }

void SharedRange::add(std::span<const float> values) {
  const OrderedRange part = ordered_range(values);
  std::int32_t low = low_;
  while (part.low < low && !low_.compare_exchange_weak(low, part.low)) {
  }
  std::int32_t high = high_;
  while (part.high > high && !high_.compare_exchange_weak(high, part.high)) {
  }
}

ValueRange SharedRange::get() const { return as_values({low_, high_}); }

}  // namespace convscope
