#include "engine/line_sums.h"

#include <algorithm>
#include <cmath>
#include <limits>

/// Inlined always, so that the code is made anew for each kind of processor.
#define CONVSCOPE_INLINE [[gnu::always_inline]] inline

namespace convscope {
namespace {

/// The product of two float32 values is exact in float64, so a processor that fuses both steps gives the same bits.
struct AddProduct {
  CONVSCOPE_INLINE double operator()(double sum, double weight, double value) const { return sum + weight * value; }
};

/// As max_pool2d chooses: a NaN is larger than all else.
struct TakeLargest {
  CONVSCOPE_INLINE double operator()(double largest, double /*weight*/, double value) const {
    return value > largest || std::isnan(value) ? value : largest;
  }
};

/// The taps that wait, seen from a few output channels.
template <std::size_t Count, std::size_t Channels>
struct Taps {
  std::array<const double*, Count> values;
  std::array<std::array<double, Count>, Channels> weights;
};

/// For cells that have all taps. The loop over the cells is what the compiler makes vectors of; a value that was read
/// serves all channels.
template <typename Combine, std::size_t Count, std::size_t Channels>
CONVSCOPE_INLINE void combine_all(const Taps<Count, Channels>& taps, double* __restrict sums, std::int64_t begin,
                                  std::int64_t end) {
  constexpr Combine combine;
  for (std::int64_t i = begin; i < end; ++i) {
    for (std::size_t channel = 0; channel < Channels; ++channel) {
      double sum = sums[channel * line_length + static_cast<std::size_t>(i)];
      for (std::size_t tap = 0; tap < Count; ++tap) {
        sum = combine(sum, taps.weights[channel][tap], taps.values[tap][i]);
      }
      sums[channel * line_length + static_cast<std::size_t>(i)] = sum;
    }
  }
}

/// For cells that may lack some.
template <typename Combine, std::size_t Count, std::size_t Channels>
CONVSCOPE_INLINE void combine_some(std::span<const LineTap> waiting, const Taps<Count, Channels>& taps, double* sums,
                                   std::int64_t begin, std::int64_t end) {
  constexpr Combine combine;
  for (std::int64_t i = begin; i < end; ++i) {
    for (std::size_t channel = 0; channel < Channels; ++channel) {
      double& sum = sums[channel * line_length + static_cast<std::size_t>(i)];
      for (std::size_t tap = 0; tap < Count; ++tap) {
        if (i >= waiting[tap].begin && i < waiting[tap].end) {
          sum = combine(sum, taps.weights[channel][tap], taps.values[tap][i]);
        }
      }
    }
  }
}

/// One pass over the sums of some output channels, from `channel` on, with all taps that wait.
template <typename Combine, std::size_t Count, std::size_t Channels>
CONVSCOPE_INLINE void combine_taps(std::span<const LineTap> waiting, std::size_t channel, double* sums) {
  Taps<Count, Channels> taps;
  std::int64_t some_begin = line_length;
  std::int64_t all_begin = 0;
  std::int64_t all_end = line_length;
  std::int64_t some_end = 0;
  for (std::size_t tap = 0; tap < Count; ++tap) {
    const LineTap& line = waiting[tap];
    taps.values[tap] = line.values.data();
    for (std::size_t c = 0; c < Channels; ++c) {
      taps.weights[c][tap] = line.weights[channel + c];
    }
    some_begin = std::min(some_begin, line.begin);
    all_begin = std::max(all_begin, line.begin);
    all_end = std::min(all_end, line.end);
    some_end = std::max(some_end, line.end);
  }
  all_end = std::max(all_begin, all_end);
  sums += channel * line_length;
  combine_some<Combine>(waiting, taps, sums, some_begin, std::min(all_begin, some_end));
  combine_all<Combine>(taps, sums, all_begin, all_end);
  combine_some<Combine>(waiting, taps, sums, all_end, some_end);
}

/// Two channels at a time: their weights and sums still have room in the processor's registers.
template <typename Combine, std::size_t Count>
CONVSCOPE_INLINE void combine_channels(std::span<const LineTap> waiting, std::size_t channels, double* sums) {
  std::size_t channel = 0;
  for (; channel + 1 < channels; channel += 2) {
    combine_taps<Combine, Count, 2>(waiting, channel, sums);
  }
  if (channel < channels) {
    combine_taps<Combine, Count, 1>(waiting, channel, sums);
  }
}

template <typename Combine>
CONVSCOPE_INLINE void combine_waiting(std::span<const LineTap> waiting, std::size_t channels, double* sums) {
  switch (waiting.size()) {
    case 0:
      return;
    case 1:
      return combine_channels<Combine, 1>(waiting, channels, sums);
    case 2:
      return combine_channels<Combine, 2>(waiting, channels, sums);
    case 3:
      return combine_channels<Combine, 3>(waiting, channels, sums);
    default:
      return combine_channels<Combine, 4>(waiting, channels, sums);
  }
}

void add_products(std::span<const LineTap> waiting, std::size_t channels, double* sums) {
  combine_waiting<AddProduct>(waiting, channels, sums);
}

void take_largest(std::span<const LineTap> waiting, std::size_t channels, double* sums) {
  combine_waiting<TakeLargest>(waiting, channels, sums);
}

#ifdef __x86_64__
/// For processors of the last ten years: twice as many sums at once, and both steps fused.
[[gnu::target("avx2,fma")]] void add_products_wide(std::span<const LineTap> waiting, std::size_t channels,
                                                   double* sums) {
  combine_waiting<AddProduct>(waiting, channels, sums);
}

auto add_products_here() {
  return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0 ? add_products_wide : add_products;
}
#else
auto add_products_here() { return add_products; }
#endif

}  // namespace

void LineSums::start(std::size_t channels) {
  channels_ = channels;
  waiting_ = 0;
  constexpr double below_all = -std::numeric_limits<double>::infinity();
  std::fill_n(sums_.begin(), channels * line_length, largest_ ? below_all : 0.0);
}

LineTap& LineSums::next_tap() {
  if (waiting_ == taps_.size()) {
    finish();
  }
  return taps_[waiting_++];
}

void LineSums::finish() {
  static const auto add = add_products_here();
  (largest_ ? take_largest : add)(std::span(taps_).first(waiting_), channels_, sums_.data());
  waiting_ = 0;
}

}  // namespace convscope
