#include "engine/line_sums.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {
namespace {

/// The product of two float32 values is exact in float64, so a processor that fuses both steps gives the same bits.
struct AddProduct {
  double operator()(double sum, double weight, double value) const { return sum + weight * value; }
};

/// As max_pool2d chooses: a NaN is larger than all else.
struct TakeLargest {
  double operator()(double largest, double /*weight*/, double value) const {
    return value > largest || std::isnan(value) ? value : largest;
  }
};

/// The taps that wait, seen from one output channel.
template <std::size_t Count>
struct Taps {
  std::array<const LineTap*, Count> lines;
  std::array<double, Count> weights;
};

/// For cells that have all taps. The loop over the cells is what the compiler makes vectors of.
template <typename Combine, std::size_t Count>
void combine_all(const Taps<Count>& taps, double* sums, std::int64_t begin, std::int64_t end) {
  constexpr Combine combine;
  for (std::int64_t i = begin; i < end; ++i) {
    double sum = sums[i];
    for (std::size_t tap = 0; tap < Count; ++tap) {
      sum = combine(sum, taps.weights[tap], taps.lines[tap]->values[static_cast<std::size_t>(i)]);
    }
    sums[i] = sum;
  }
}

/// For cells that may lack some.
template <typename Combine, std::size_t Count>
void combine_some(const Taps<Count>& taps, double* sums, std::int64_t begin, std::int64_t end) {
  constexpr Combine combine;
  for (std::int64_t i = begin; i < end; ++i) {
    for (std::size_t tap = 0; tap < Count; ++tap) {
      const LineTap& line = *taps.lines[tap];
      if (i >= line.begin && i < line.end) {
        sums[i] = combine(sums[i], taps.weights[tap], line.values[static_cast<std::size_t>(i)]);
      }
    }
  }
}

/// One pass over the sums of an output channel with all taps that wait.
template <typename Combine, std::size_t Count>
void combine_taps(std::span<const LineTap> waiting, std::size_t channel, double* sums) {
  Taps<Count> taps;
  std::int64_t some_begin = line_length;
  std::int64_t all_begin = 0;
  std::int64_t all_end = line_length;
  std::int64_t some_end = 0;
  for (std::size_t tap = 0; tap < Count; ++tap) {
    const LineTap& line = waiting[tap];
    taps.lines[tap] = &line;
    taps.weights[tap] = line.weights[channel];
    some_begin = std::min(some_begin, line.begin);
    all_begin = std::max(all_begin, line.begin);
    all_end = std::min(all_end, line.end);
    some_end = std::max(some_end, line.end);
  }
  all_end = std::max(all_begin, all_end);
  combine_some<Combine>(taps, sums, some_begin, std::min(all_begin, some_end));
  combine_all<Combine>(taps, sums, all_begin, all_end);
  combine_some<Combine>(taps, sums, all_end, some_end);
}

template <typename Combine>
void combine_waiting(std::span<const LineTap> waiting, std::size_t channel, double* sums) {
  switch (waiting.size()) {
    case 1:
      return combine_taps<Combine, 1>(waiting, channel, sums);
    case 2:
      return combine_taps<Combine, 2>(waiting, channel, sums);
    case 3:
      return combine_taps<Combine, 3>(waiting, channel, sums);
    default:
      return combine_taps<Combine, 4>(waiting, channel, sums);
  }
}

}  // namespace

void LineSums::start(std::size_t channels) {
  channels_ = channels;
  waiting_ = 0;
  for (std::size_t channel = 0; channel < channels; ++channel) {
    sums_[channel].fill(largest_ ? -std::numeric_limits<double>::infinity() : 0.0);
  }
}

LineTap& LineSums::next_tap() {
  if (waiting_ == taps_.size()) {
    finish();
  }
  return taps_[waiting_++];
}

void LineSums::finish() {
  const std::span<const LineTap> waiting = std::span(taps_).first(waiting_);
  for (std::size_t channel = 0; channel < channels_ && !waiting.empty(); ++channel) {
    if (largest_) {
      combine_waiting<TakeLargest>(waiting, channel, sums_[channel].data());
    } else {
      combine_waiting<AddProduct>(waiting, channel, sums_[channel].data());
    }
  }
  waiting_ = 0;
}

}  // namespace convscope
