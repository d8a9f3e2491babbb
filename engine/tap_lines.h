#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "engine/kernel_cells.h"
#include "engine/layer.h"
#include "engine/line_sums.h"
#include "engine/tensor.h"

namespace convscope {

/// Parts of forward_fast: what the taps of a run of output cells read. Inside the engine only.

/// Output cells of one row of one batch element: columns first, first + column_step, …, so many that their taps have
/// the same kernel columns but for the input's ends; at most line_length.
struct OutputRun {
  std::int64_t batch = 0;
  std::int64_t y = 0;
  std::int64_t first_x = 0;
  std::int64_t count = 0;
};

/// 1, and for conv_transpose2d the stride.
[[nodiscard]] std::int64_t column_step(const Layer& layer);

/// Rows of the kernel that a run's cells have taps in.
[[nodiscard]] KernelCells kernel_rows(const SizedLayer& sized, const OutputRun& run);
/// Columns of the kernel in which at least one of the run's cells can have a tap.
[[nodiscard]] KernelCells kernel_columns(const SizedLayer& sized, const OutputRun& run);

/// Taps of all cells of a run in one kernel row: an input channel, the row, and columns of the kernel.
struct RowTaps {
  std::int64_t channel = 0;
  std::int64_t ky = 0;
  KernelCells columns;
  const double* weights = nullptr;  ///< Of column 0 in each output channel; then of column 1, …
  std::int64_t out_channels = 0;
};

/// Taps of a run, and the lines of the input that they read. Taps beside each other read parts of one line.
class TapLines {
 public:
  TapLines(const Layer& layer, const Tensor& input) : layer_(layer), input_(input) {}

  void clear() { taps_count_ = lines_count_ = 0; }
  /// Adds a row's first taps, as many as one step takes, and removes them from its columns. Does nothing and returns
  /// false when there is no room; there is after `clear`.
  [[nodiscard]] bool take(const OutputRun& run, RowTaps& row);
  [[nodiscard]] std::span<const LineTap> taps() const { return std::span(taps_).first(taps_count_); }

 private:
  /// Cells of a line beyond a run's, for the taps beside the first.
  static constexpr std::int64_t margin = 64;
  using Line = std::array<double, static_cast<std::size_t>(line_length + margin)>;

  const Layer& layer_;
  const Tensor& input_;
  std::array<LineTap, 32> taps_;
  std::size_t taps_count_ = 0;
  std::array<Line, 12> lines_{};
  std::size_t lines_count_ = 0;
};

}  // namespace convscope
