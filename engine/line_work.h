#pragma once

#include <cstdint>
#include <span>

#include "engine/line_sums.h"

namespace convscope {

/// Parts of forward_fast: the loops that take its time. Inside the engine only.

/// The sums of a run in memory.
struct SumLines {
  double* first;  ///< A channel's are line_length after those of the one before.
  std::int64_t channels;
  std::int64_t cells;
  bool fresh;  ///< They start anew, instead of where they are.
};

/// What a sum starts at.
[[nodiscard]] double start_of_sums(bool largest);

/// The loops, by the means of one kind of processor.
struct LineWork {
  void (*add_products)(std::span<const LineTap> taps, const SumLines& sums);
  void (*take_largest)(std::span<const LineTap> taps, const SumLines& sums);
  void (*round)(std::span<const double> sums, const CellOfSum& how, float* cells);
  void (*widen)(std::span<const float> values, double* line);
};

/// For the processor that this runs on.
[[nodiscard]] const LineWork& line_work();

}  // namespace convscope
