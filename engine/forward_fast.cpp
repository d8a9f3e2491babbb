#include "engine/forward_fast.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "engine/arithmetic.h"
#include "engine/cell_value.h"
#include "engine/check.h"
#include "engine/forward.h"
#include "engine/line_sums.h"
#include "engine/tap_lines.h"
#include "engine/taps.h"

namespace convscope {
namespace {

/// Below so many cells read, a thread takes longer to start than to help.
constexpr std::int64_t cells_worth_a_thread = 1 << 18;

struct Pass {
  SizedLayer sized;
  const Operands& operands;
  const ForwardOptions& options;
  const std::stop_token& stop;
  Tensor& output;
};

/// Output channels that read the same input channels, so that a line is read once for all of them.
struct ChannelBlock {
  std::int64_t first = 0;
  std::int64_t count = 0;
};

/// A channel of a pool is a group of its own here.
std::int64_t channels_in_group(const Layer& layer) { return is_pool(layer.op) ? 1 : layer.out_channels / layer.groups; }

std::int64_t blocks_in_group(const Layer& layer) {
  return (channels_in_group(layer) - 1) / static_cast<std::int64_t>(line_channels) + 1;
}

std::int64_t block_count(const Layer& layer) {
  return layer.out_channels / channels_in_group(layer) * blocks_in_group(layer);
}

ChannelBlock block_at(const Layer& layer, std::int64_t number) {
  const std::int64_t channels = channels_in_group(layer);
  constexpr auto most = static_cast<std::int64_t>(line_channels);
  const std::int64_t first = number % blocks_in_group(layer) * most;
  return {number / blocks_in_group(layer) * channels + first, std::min(most, channels - first)};
}

/// A tap's weight in each channel of a block. avg_pool2d's mean is taken at the end.
void set_weights(const Pass& pass, const ChannelBlock& block, const RunTap& tap, LineTap& line) {
  const Layer& layer = pass.sized.layer;
  if (is_pool(layer.op)) {
    line.weights[0] = 1;
    return;
  }
  const std::int64_t ky = weight_cell(layer, Axis::height, tap.ky);
  const std::int64_t kx = weight_cell(layer, Axis::width, tap.kx);
  const std::int64_t channel_in_group = tap.channel - first_input_channel(layer, block.first);
  for (std::int64_t c = 0; c < block.count; ++c) {
    const std::int64_t channel = block.first + c;
    line.weights[static_cast<std::size_t>(c)] =
        layer.op == Op::conv2d ? pass.operands.weight.at({channel, channel_in_group, ky, kx})
                               : pass.operands.weight.at({tap.channel, channel % channels_in_group(layer), ky, kx});
  }
}

/// Sums up all taps of a run, in the order in which `forward` does.
void sum_up(const Pass& pass, const ChannelBlock& block, const OutputRun& run, LineSums& sums) {
  const Layer& layer = pass.sized.layer;
  const std::int64_t first_channel = first_input_channel(layer, block.first);
  const KernelCells rows = kernel_rows(pass.sized, run);
  const KernelCells columns = kernel_columns(pass.sized, run);
  sums.start(static_cast<std::size_t>(block.count));
  for (std::int64_t channel = first_channel; channel < first_channel + channels_read(layer); ++channel) {
    for (std::int64_t row = 0; row < rows.count; ++row) {
      for (std::int64_t column = 0; column < columns.count; ++column) {
        if (pass.stop.stop_requested()) {
          return;
        }
        const RunTap tap{channel, rows.first + row * rows.step, columns.first + column * columns.step};
        LineTap& line = sums.next_tap();
        read_line(layer, pass.operands.input, run, tap, line);
        set_weights(pass, block, tap, line);
      }
    }
  }
  sums.finish();
}

/// Writes a run's cells, rounded: `value` of each sum.
void write_line(std::span<const double> sums, std::int64_t step, float* cell, const auto& value) {
  if (step == 1) {  // What the compiler makes vectors of.
    std::ranges::transform(sums, cell, [&](double sum) { return static_cast<float>(value(sum)); });
    return;
  }
  for (const double sum : sums) {
    *cell = static_cast<float>(value(sum));
    cell += step;
  }
}

void write(const Pass& pass, const ChannelBlock& block, const OutputRun& run, const LineSums& sums) {
  const Layer& layer = pass.sized.layer;
  const std::int64_t step = column_step(layer);
  const std::span<const float> bias = pass.operands.bias;
  for (std::int64_t c = 0; c < block.count; ++c) {
    const std::int64_t channel = block.first + c;
    const double start = bias.empty() ? 0.0 : bias[static_cast<std::size_t>(channel)];
    const auto line = sums.of_channel(static_cast<std::size_t>(c)).first(static_cast<std::size_t>(run.count));
    float* const cell = &pass.output.at({run.batch, channel, run.y, run.first_x});
    if (layer.op == Op::avg_pool2d) {
      const auto cells = static_cast<double>(layer.kernel_size.height * layer.kernel_size.width);
      write_line(line, step, cell, [=](double sum) { return start + sum / cells; });
    } else {
      write_line(line, step, cell, [=](double sum) { return start + sum; });
    }
  }
}

/// One row of the output in one block of channels.
void fill_row(const Pass& pass, const ChannelBlock& block, OutputRun run, LineSums& sums) {
  const std::int64_t width = pass.output.shape().width;
  const std::int64_t step = column_step(pass.sized.layer);
  for (std::int64_t phase = 0; phase < std::min(step, width); ++phase) {
    constexpr auto most = static_cast<std::int64_t>(line_length);
    for (run.first_x = phase; run.first_x < width; run.first_x += most * step) {
      run.count = std::min(most, (width - 1 - run.first_x) / step + 1);
      sum_up(pass, block, run, sums);
      if (pass.stop.stop_requested()) {
        return;
      }
      write(pass, block, run, sums);
    }
  }
  if (pass.options.line_done) {
    for (std::int64_t channel = block.first; channel < block.first + block.count; ++channel) {
      pass.options.line_done({&pass.output.at({run.batch, channel, run.y, 0}), static_cast<std::size_t>(width)});
    }
  }
}

/// Takes rows, one after the other, until none is left: the work of one thread.
void fill_rows(const Pass& pass, std::atomic<std::int64_t>& next) {
  const Shape& shape = pass.output.shape();
  const std::int64_t blocks = block_count(pass.sized.layer);
  const std::int64_t rows = shape.batch * blocks * shape.height;
  LineSums sums(pass.sized.layer.op);
  for (std::int64_t row = next++; row < rows && !pass.stop.stop_requested(); row = next++) {
    const std::int64_t block = row / shape.height;
    fill_row(pass, block_at(pass.sized.layer, block % blocks), {block / blocks, row % shape.height, 0, 0}, sums);
  }
}

std::int64_t useful_threads(const SizedLayer& sized, std::int64_t batch, std::int64_t threads) {
  CHECK_GE(threads, 1);
  const std::int64_t worth = cells_read(sized) / cells_worth_a_thread;
  return std::clamp(worth * batch, std::int64_t{1}, threads);
}

}  // namespace

bool forward_fast_into(const Layer& layer, const Operands& operands, const ForwardOptions& options, Tensor& output) {
  const Shape& input = operands.input.shape();
  check_fits(layer, operands.input, operands.weight, operands.bias);
  const SizedLayer sized{layer, {input.height, input.width}};
  Shape shape = output_shape(sized);
  shape.batch = input.batch;
  output.reshape(shape);
  const Pass pass{sized, operands, options, options.stop, output};
  std::atomic<std::int64_t> next = 0;
  {
    std::vector<std::jthread> others;
    for (std::int64_t i = 1; i < useful_threads(sized, shape.batch, options.threads); ++i) {
      others.emplace_back([&] { fill_rows(pass, next); });
    }
    fill_rows(pass, next);
  }
  return !options.stop.stop_requested();
}

std::optional<Tensor> forward_fast(const Layer& layer, const Operands& operands, const ForwardOptions& options) {
  Tensor output;
  if (!forward_fast_into(layer, operands, options, output)) {
    return std::nullopt;
  }
  return output;
}

}  // namespace convscope
