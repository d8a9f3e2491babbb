#include "engine/line_work.h"

#include <algorithm>
#include <limits>

/// Inlined always, so that the code is made anew for each kind of processor.
#define CONVSCOPE_INLINE [[gnu::always_inline]] inline

namespace convscope {
namespace {

/// Four sums side by side: one register of a processor with AVX, two of another.
using Lanes [[gnu::vector_size(32)]] = double;
/// The same wherever float64 values lie.
using LanesAnywhere [[gnu::vector_size(32), gnu::aligned(8), gnu::may_alias]] = double;
constexpr std::int64_t lanes = sizeof(Lanes) / sizeof(double);
constexpr std::int64_t cells_at_once = 4 * lanes;
static_assert(line_length % cells_at_once == 0);

/// The product of two float32 values is exact in float64, so a processor that fuses both steps gives the same bits.
struct AddProduct {
  static constexpr double start = 0;
  CONVSCOPE_INLINE static void combine(auto& sum, double weight, const auto& value) { sum += weight * value; }
};

/// As max_pool2d chooses: a NaN is larger than all else.
struct TakeLargest {
  static constexpr double start = -std::numeric_limits<double>::infinity();
  CONVSCOPE_INLINE static void combine(auto& largest, double /*weight*/, const auto& value) {
    // NOLINTNEXTLINE(misc-redundant-expression): a NaN alone differs from itself, and std::isnan takes no vectors.
    largest = ((value > largest) | (value != value)) ? value : largest;
  }
};

CONVSCOPE_INLINE double* sum_at(const SumLines& sums, std::int64_t channel, std::int64_t cell) {
  return sums.first + channel * line_length + cell;
}
CONVSCOPE_INLINE LanesAnywhere& sums_at(const SumLines& sums, std::int64_t channel, std::int64_t cell) {
  return *reinterpret_cast<LanesAnywhere*>(sum_at(sums, channel, cell));
}

/// Takes all taps for the next cells in `channels` channels, whose sums stay in `registers` registers each meanwhile.
template <typename Combine, std::int64_t channels, std::int64_t registers>
CONVSCOPE_INLINE void combine_block(std::span<const LineTap> taps, const SumLines& sums, std::int64_t channel,
                                    std::int64_t cell) {
  Lanes sum[channels][registers];
  for (std::int64_t c = 0; c < channels; ++c) {
    for (std::int64_t r = 0; r < registers; ++r) {
      sum[c][r] = sums.fresh ? Lanes{} + Combine::start : sums_at(sums, channel + c, cell + r * lanes);
    }
  }
  for (const LineTap& tap : taps) {
    for (std::int64_t r = 0; r < registers; ++r) {
      const Lanes values = *reinterpret_cast<const LanesAnywhere*>(tap.values + cell + r * lanes);
      for (std::int64_t c = 0; c < channels; ++c) {
        Combine::combine(sum[c][r], tap.weights[channel + c], values);
      }
    }
  }
  for (std::int64_t c = 0; c < channels; ++c) {
    for (std::int64_t r = 0; r < registers; ++r) {
      sums_at(sums, channel + c, cell + r * lanes) = sum[c][r];
    }
  }
}

/// For cells that have all taps. Four channels at a time: their sums and weights just have room in the registers, and
/// so many sums can be added to side by side as a processor has additions under way.
template <typename Combine>
CONVSCOPE_INLINE void combine_all(std::span<const LineTap> taps, const SumLines& sums, std::int64_t begin,
                                  std::int64_t end) {
  for (std::int64_t cell = begin; cell < end; cell += cells_at_once) {
    std::int64_t channel = 0;
    for (; channel + 4 <= sums.channels; channel += 4) {
      combine_block<Combine, 4, 2>(taps, sums, channel, cell);
      combine_block<Combine, 4, 2>(taps, sums, channel, cell + 2 * lanes);
    }
    for (; channel < sums.channels; ++channel) {
      combine_block<Combine, 1, 4>(taps, sums, channel, cell);
    }
  }
}

/// For cells that may lack some; their sums are there.
template <typename Combine>
CONVSCOPE_INLINE void combine_some(std::span<const LineTap> taps, const SumLines& sums, std::int64_t begin,
                                   std::int64_t end) {
  for (const LineTap& tap : taps) {
    for (std::int64_t channel = 0; channel < sums.channels; ++channel) {
      for (std::int64_t cell = std::max(begin, tap.begin); cell < std::min(end, tap.end); ++cell) {
        Combine::combine(*sum_at(sums, channel, cell), tap.weights[channel], tap.values[cell]);
      }
    }
  }
}

template <typename Combine>
CONVSCOPE_INLINE void combine_taps(std::span<const LineTap> taps, const SumLines& sums) {
  std::int64_t begin = 0;
  std::int64_t end = sums.cells;
  for (const LineTap& tap : taps) {
    begin = std::max(begin, tap.begin);
    end = std::min(end, tap.end);
  }
  if (begin == 0 && end == sums.cells) {  // The last block may pass the end: there is room.
    combine_all<Combine>(taps, sums, 0, end);
    return;
  }
  end = begin + std::max(std::int64_t{0}, end - begin) / cells_at_once * cells_at_once;
  combine_some<Combine>(taps, sums, 0, begin);
  combine_all<Combine>(taps, sums, begin, end);
  combine_some<Combine>(taps, sums, end, sums.cells);
}

/// What the compiler makes vectors of.
CONVSCOPE_INLINE void round_sums(std::span<const double> sums, const CellOfSum& how, float* __restrict cells) {
  if (how.mean_of == 1) {
    std::ranges::transform(sums, cells, [&](double sum) { return static_cast<float>(how.start + sum); });
  } else {
    std::ranges::transform(sums, cells, [&](double sum) { return static_cast<float>(how.start + sum / how.mean_of); });
  }
}

CONVSCOPE_INLINE void widen_all(std::span<const float> values, double* __restrict line) {
  std::ranges::copy(values, line);
}

LineWork any_processor() {
  return {[](std::span<const LineTap> taps, const SumLines& sums) { combine_taps<AddProduct>(taps, sums); },
          [](std::span<const LineTap> taps, const SumLines& sums) { combine_taps<TakeLargest>(taps, sums); },
          [](std::span<const double> sums, const CellOfSum& how, float* cells) { round_sums(sums, how, cells); },
          [](std::span<const float> values, double* line) { widen_all(values, line); }};
}

#ifdef __x86_64__
#define CONVSCOPE_WIDE [[gnu::target("avx2,fma")]]

CONVSCOPE_WIDE void add_products_wide(std::span<const LineTap> taps, const SumLines& sums) {
  combine_taps<AddProduct>(taps, sums);
}
CONVSCOPE_WIDE void take_largest_wide(std::span<const LineTap> taps, const SumLines& sums) {
  combine_taps<TakeLargest>(taps, sums);
}
CONVSCOPE_WIDE void round_wide(std::span<const double> sums, const CellOfSum& how, float* cells) {
  round_sums(sums, how, cells);
}
CONVSCOPE_WIDE void widen_wide(std::span<const float> values, double* line) { widen_all(values, line); }

/// Processors of the last ten years: twice as many sums at once, and both steps of a product fused.
LineWork this_processor() {
  const bool wide = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
  return wide ? LineWork{add_products_wide, take_largest_wide, round_wide, widen_wide} : any_processor();
}
#else
LineWork this_processor() { return any_processor(); }
#endif

}  // namespace

double start_of_sums(bool largest) {
  if (largest) {
    return TakeLargest::start;
  }
  return AddProduct::start;
}

const LineWork& line_work() {
  static const LineWork work = this_processor();
  return work;
}

}  // namespace convscope
