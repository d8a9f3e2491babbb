#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/layer.h"

namespace convscope {

/// Parts of forward_fast: the sums of a run of output cells in one row, in several output channels at once. Inside the
/// engine only.

/// Cells of a run, and output channels, at most. All of a run's sums and of the taps that wait for them stay in the
/// processor's first cache.
inline constexpr std::size_t line_length = 256;
inline constexpr std::size_t line_channels = 8;

/// What one tap reads for each cell of the run, and its weight in each output channel.
struct LineTap {
  std::array<double, line_length> values;
  std::int64_t begin = 0;  ///< The cells that have the tap: from begin to before end.
  std::int64_t end = 0;
  std::array<double, line_channels> weights;
};

/// Adds taps up as `forward` does: tap by tap, in float64. Takes several taps in one pass over the sums.
class LineSums {
 public:
  /// Sums, or for max_pool2d the largest.
  explicit LineSums(Op op) : largest_(op == Op::max_pool2d) {}

  /// Begins anew for so many output channels.
  void start(std::size_t channels);
  /// The next tap, for the caller to fill; it counts once another is asked for, or `finish` is called.
  [[nodiscard]] LineTap& next_tap();
  void finish();
  /// The result in one of the channels, of as many cells as the taps had.
  [[nodiscard]] std::span<const double> of_channel(std::size_t channel) const {
    return std::span(sums_).subspan(channel * line_length, line_length);
  }

 private:
  std::array<LineTap, 4> taps_;
  std::size_t waiting_ = 0;
  std::array<double, line_channels * line_length> sums_;  ///< Channel by channel.
  std::size_t channels_ = 0;
  bool largest_;
};

}  // namespace convscope
