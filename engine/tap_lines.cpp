#include "engine/tap_lines.h"

#include <algorithm>
#include <limits>

#include "engine/padding.h"
#include "engine/taps.h"

namespace convscope {
namespace {

/// The input columns that a tap reads for a run's cells: first, first + step, …; they may lie beyond the input's ends.
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

/// Copies the columns with these numbers.
void copy_columns(std::span<const float> row, const Columns& columns, const Numbers& numbers, LineTap& line) {
  if (columns.step == 1 && numbers.begin < numbers.end) {
    const auto from = row.begin() + (columns.first + numbers.begin);
    std::copy(from, from + (numbers.end - numbers.begin), line.values.begin() + numbers.begin);
    return;
  }
  for (std::int64_t i = numbers.begin; i < numbers.end; ++i) {
    line.values[static_cast<std::size_t>(i)] = row[static_cast<std::size_t>(columns.first + i * columns.step)];
  }
}

std::span<const float> input_row(const Tensor& input, std::int64_t batch, std::int64_t channel, std::int64_t y) {
  const auto width = static_cast<std::size_t>(input.shape().width);
  return input.channel(batch, channel).subspan(static_cast<std::size_t>(y) * width, width);
}

double padding_value(Op op) { return op == Op::max_pool2d ? -std::numeric_limits<double>::infinity() : 0.0; }

/// A convolution's or a pool's line has values for all cells: those of the padding are filled in.
void read_window_line(const Layer& layer, const Tensor& input, const OutputRun& run, const RunTap& tap, LineTap& line) {
  const WindowOrigin origin = window_origin(layer, run.y, run.first_x);
  const Columns columns{origin.x + tap.kx * layer.dilation.width, layer.stride.width, run.count};
  line.begin = 0;
  line.end = run.count;
  const auto y = source_cell(layer.padding_mode, origin.y + tap.ky * layer.dilation.height, input.shape().height);
  if (!y) {
    std::fill_n(line.values.begin(), run.count, padding_value(layer.op));
    return;
  }
  const std::span<const float> row = input_row(input, run.batch, tap.channel, *y);
  const Numbers numbers = inside(columns, input.shape().width);
  copy_columns(row, columns, numbers, line);
  const auto pad = [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) {
      const auto x = source_cell(layer.padding_mode, columns.first + i * columns.step, input.shape().width);
      line.values[static_cast<std::size_t>(i)] = x ? row[static_cast<std::size_t>(*x)] : padding_value(layer.op);
    }
  };
  pad(0, numbers.begin);
  pad(numbers.end, run.count);
}

/// Beyond the input's ends a transposed layer's cells have no tap.
void read_transposed_line(const Layer& layer, const Tensor& input, const OutputRun& run, const RunTap& tap,
                          LineTap& line) {
  const Columns columns{transposed_input_cell(layer, Axis::width, run.first_x, tap.kx), 1, run.count};
  const Numbers numbers = inside(columns, input.shape().width);
  line.begin = numbers.begin;
  line.end = numbers.end;
  const std::int64_t y = transposed_input_cell(layer, Axis::height, run.y, tap.ky);
  copy_columns(input_row(input, run.batch, tap.channel, y), columns, numbers, line);
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

void read_line(const Layer& layer, const Tensor& input, const OutputRun& run, const RunTap& tap, LineTap& line) {
  if (layer.op == Op::conv_transpose2d) {
    read_transposed_line(layer, input, run, tap, line);
  } else {
    read_window_line(layer, input, run, tap, line);
  }
}

}  // namespace convscope
