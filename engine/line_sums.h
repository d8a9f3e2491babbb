#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/layer.h"

namespace convscope {

/// Parts of forward_fast: the sums of a run of output cells in one row, in several output channels at once. Inside the
/// engine only.

/// Cells of a run, and output channels, at most. All of a run's sums and of the lines that they are made of stay in the
/// processor's first cache.
inline constexpr std::int64_t line_length = 128;
inline constexpr std::int64_t line_channels = 8;

/// Copies values, to be read by taps.
void widen(std::span<const float> values, double* line);

/// What one tap reads for each cell of the run.
struct LineTap {
  const double* values = nullptr;  ///< line_length of them; those of no cell, or of one without the tap, are of no use.
  std::int64_t begin = 0;          ///< The cells that have the tap: from begin to before end.
  std::int64_t end = 0;
  const double* weights = nullptr;  ///< One for each output channel.
};

/// How a sum becomes a cell: start + sum, or start + sum / mean_of where that is not 1.
struct CellOfSum {
  double start = 0;
  double mean_of = 1;
};

/// Where cells are written: at `first`, first + step, …
struct CellPlaces {
  float* first = nullptr;
  std::int64_t step = 1;
};

/// Adds taps up as `forward` does: tap by tap, in float64.
class LineSums {
 public:
  /// Sums, or for max_pool2d the largest.
  explicit LineSums(Op op) : largest_(op == Op::max_pool2d) {}

  /// Begins anew for so many output channels and cells.
  void start(std::int64_t channels, std::int64_t cells);
  /// Adds taps in one pass: the more, the less often sums are read and written.
  void add(std::span<const LineTap> taps);
  /// Writes one channel's cells, rounded.
  void write(std::int64_t channel, const CellOfSum& cell_of_sum, const CellPlaces& places);

 private:
  void make_them_start();

  std::array<double, static_cast<std::size_t>(line_channels* line_length)> sums_;  ///< Channel by channel.
  std::int64_t channels_ = 0;
  std::int64_t cells_ = 0;
  bool fresh_ = true;  ///< Nothing was added, and sums_ holds nothing yet.
  bool largest_;
};

}  // namespace convscope
