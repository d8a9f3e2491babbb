#include "engine/tap_lines.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <optional>

#include "engine/padding.h"
#include "engine/taps.h"

namespace convscope {
namespace {

/// Input columns first, first + step, … (`count` of them); they may lie beyond the input's ends.
struct Columns {
  std::int64_t first = 0;
  std::int64_t step = 1;
  std::int64_t count = 0;
};

/// Numbers of columns, from begin to before end.
struct Numbers {
  std::int64_t begin = 0;
  std::int64_t end = 0;
};

/// Those of the columns that lie in an input of `width` columns.
Numbers inside(const Columns& columns, std::int64_t width) {
  const std::int64_t last = width - 1 - columns.first;
  const std::int64_t begin = columns.first >= 0 ? 0 : (-columns.first - 1) / columns.step + 1;
  const std::int64_t end = last < 0 ? 0 : last / columns.step + 1;
  return {std::min(begin, columns.count), std::clamp(end, std::min(begin, columns.count), columns.count)};
}

double padding_value(Op op) { return op == Op::max_pool2d ? -std::numeric_limits<double>::infinity() : 0.0; }

/// A row of the input, in its padding too.
struct InputRow {
  std::span<const float> values;  ///< Empty in a row of padding that copies nothing.
  PaddingMode padding_mode;
  double padding;

  [[nodiscard]] double at(std::int64_t x) const {
    const auto width = static_cast<std::int64_t>(values.size());
    const auto source = source_cell(padding_mode, x, width);
    return source ? values[static_cast<std::size_t>(*source)] : padding;
  }
};

/// A convolution's or a pool's rows go on in the padding; a transposed layer's taps end with the input.
InputRow input_row(const Layer& layer, const Tensor& input, const OutputRun& run, const RowTaps& row) {
  const bool transposed = layer.op == Op::conv_transpose2d;
  const Shape& shape = input.shape();
  const std::optional<std::int64_t> y =
      transposed
          ? transposed_input_cell(layer, Axis::height, run.y, row.ky)
          : source_cell(layer.padding_mode, window_origin(layer, run.y, run.first_x).y + row.ky * layer.dilation.height,
                        shape.height);
  const auto width = static_cast<std::size_t>(shape.width);
  return {y ? input.channel(run.batch, row.channel).subspan(static_cast<std::size_t>(*y) * width, width)
            : std::span<const float>(),
          transposed ? PaddingMode::zeros : layer.padding_mode, padding_value(layer.op)};
}

void read_line(const InputRow& row, const Columns& columns, std::span<double> line) {
  if (row.values.empty()) {
    std::fill_n(line.begin(), columns.count, row.padding);
    return;
  }
  const auto column = [&](std::int64_t number) { return columns.first + number * columns.step; };
  const Numbers numbers = inside(columns, static_cast<std::int64_t>(row.values.size()));
  for (std::int64_t i = 0; i < numbers.begin; ++i) {
    line[static_cast<std::size_t>(i)] = row.at(column(i));
  }
  if (columns.step == 1 && numbers.begin < numbers.end) {
    widen(row.values.subspan(static_cast<std::size_t>(column(numbers.begin)),
                             static_cast<std::size_t>(numbers.end - numbers.begin)),
          line.data() + numbers.begin);
  } else {
    for (std::int64_t i = numbers.begin; i < numbers.end; ++i) {
      line[static_cast<std::size_t>(i)] = row.values[static_cast<std::size_t>(column(i))];
    }
  }
  for (std::int64_t i = numbers.end; i < columns.count; ++i) {
    line[static_cast<std::size_t>(i)] = row.at(column(i));
  }
}

/// What a run's cells read through taps beside each other: a tap's first column is `apart` from that of the one before.
struct TapColumns {
  Columns of_first_tap;
  std::int64_t apart = 1;

  [[nodiscard]] Columns of_tap(std::int64_t tap) const {
    return {of_first_tap.first + tap * apart, of_first_tap.step, of_first_tap.count};
  }
  /// Taps so many apart read parts of one line.
  [[nodiscard]] std::int64_t period() const { return of_first_tap.step / std::gcd(of_first_tap.step, std::abs(apart)); }
};

TapColumns tap_columns(const Layer& layer, const OutputRun& run, const KernelCells& kernel) {
  if (layer.op == Op::conv_transpose2d) {
    return {{transposed_input_cell(layer, Axis::width, run.first_x, kernel.first), 1, run.count},
            -(kernel.step * layer.dilation.width / layer.stride.width)};
  }
  const std::int64_t first = window_origin(layer, run.y, run.first_x).x + kernel.first * layer.dilation.width;
  return {{first, layer.stride.width, run.count}, kernel.step * layer.dilation.width};
}

}  // namespace

std::int64_t column_step(const Layer& layer) { return layer.op == Op::conv_transpose2d ? layer.stride.width : 1; }

KernelCells kernel_rows(const SizedLayer& sized, const OutputRun& run) {
  return sized.layer.op == Op::conv_transpose2d ? transposed_kernel_cells(sized, Axis::height, run.y)
                                                : KernelCells{0, 1, sized.layer.kernel_size.height};
}

KernelCells kernel_columns(const SizedLayer& sized, const OutputRun& run) {
  return sized.layer.op == Op::conv_transpose2d ? reaching_kernel_cells(sized.layer, Axis::width, run.first_x)
                                                : KernelCells{0, 1, sized.layer.kernel_size.width};
}

bool TapLines::take(const OutputRun& run, RowTaps& row) {
  constexpr std::int64_t most = 8;
  const TapColumns columns = tap_columns(layer_, run, row.columns);
  const std::int64_t step = columns.of_first_tap.step;
  const std::int64_t taps = std::min({row.columns.count, most, margin * step / std::abs(columns.apart) + 1});
  const std::int64_t period = columns.period();
  const std::int64_t lines = std::min(taps, period);
  if (taps_count_ + static_cast<std::size_t>(taps) > taps_.size() ||
      lines_count_ + static_cast<std::size_t>(lines) > lines_.size()) {
    return false;
  }
  const InputRow input = input_row(layer_, input_, run, row);
  for (std::int64_t first = 0; first < lines; ++first) {
    const std::int64_t last = first + (taps - 1 - first) / period * period;
    const std::int64_t lowest = columns.of_tap(columns.apart < 0 ? last : first).first;
    Line& line = lines_[lines_count_++];
    read_line(input, {lowest, step, run.count + (last - first) * std::abs(columns.apart) / step}, line);
    for (std::int64_t tap = first; tap <= last; tap += period) {
      const Columns read = columns.of_tap(tap);
      const bool ends = layer_.op == Op::conv_transpose2d;
      const Numbers cells = ends ? inside(read, input_.shape().width) : Numbers{0, run.count};
      const std::int64_t kx = row.columns.first + tap * row.columns.step;
      taps_[taps_count_ + static_cast<std::size_t>(tap)] = {line.data() + (read.first - lowest) / step, cells.begin,
                                                            cells.end, row.weights + kx * row.out_channels};
    }
  }
  taps_count_ += static_cast<std::size_t>(taps);
  row.columns.first += taps * row.columns.step;
  row.columns.count -= taps;
  return true;
}

}  // namespace convscope
