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
#include "engine/weight_order.h"

namespace convscope {
namespace {

/// Below so many cells read, a thread takes longer to start than to help.
constexpr std::int64_t cells_worth_a_thread = 1 << 18;

struct Pass {
  SizedLayer sized;
  const Operands& operands;
  const ForwardOptions& options;
  const std::stop_token& stop;
  std::vector<double> weights;  ///< In the order in which they are used.
  Tensor& output;
};

/// What one thread works with.
struct Worker {
  explicit Worker(const Pass& pass) : lines(pass.sized.layer, pass.operands.input), sums(pass.sized.layer.op) {}

  ChannelBlock block;
  TapLines lines;
  LineSums sums;
};

/// Sums up all taps of a run, in the order in which `forward` does.
void sum_up(const Pass& pass, const OutputRun& run, Worker& worker) {
  const Layer& layer = pass.sized.layer;
  const Size& kernel = layer.kernel_size;
  const ChannelBlock& block = worker.block;
  const std::int64_t first_channel = first_input_channel(layer, block.first);
  const double* const weights = pass.weights.data() + block.first * taps_of_a_cell(layer);
  const KernelCells rows = kernel_rows(pass.sized, run);
  const KernelCells columns = kernel_columns(pass.sized, run);
  worker.sums.start(block.count, run.count);
  worker.lines.clear();
  for (std::int64_t channel = 0; channel < channels_read(layer); ++channel) {
    for (std::int64_t i = 0; i < rows.count; ++i) {
      const std::int64_t ky = rows.first + i * rows.step;
      const std::int64_t first_tap = (channel * kernel.height + ky) * kernel.width;
      RowTaps row{first_channel + channel, ky, columns, weights + first_tap * block.count, block.count};
      while (row.columns.count > 0) {
        if (!worker.lines.take(run, row)) {
          worker.sums.add(worker.lines.taps());
          worker.lines.clear();
          if (pass.stop.stop_requested()) {
            return;
          }
        }
      }
    }
  }
  worker.sums.add(worker.lines.taps());
}

void write(const Pass& pass, const OutputRun& run, Worker& worker) {
  const Layer& layer = pass.sized.layer;
  const std::span<const float> bias = pass.operands.bias;
  const std::int64_t mean_of = layer.op == Op::avg_pool2d ? layer.kernel_size.height * layer.kernel_size.width : 1;
  for (std::int64_t c = 0; c < worker.block.count; ++c) {
    const std::int64_t channel = worker.block.first + c;
    const double start = bias.empty() ? 0.0 : bias[static_cast<std::size_t>(channel)];
    worker.sums.write(c, {start, static_cast<double>(mean_of)},
                      {&pass.output.at({run.batch, channel, run.y, run.first_x}), column_step(layer)});
  }
}

/// One row of the output in the worker's block of channels.
void fill_row(const Pass& pass, OutputRun run, Worker& worker) {
  const std::int64_t width = pass.output.shape().width;
  const std::int64_t step = column_step(pass.sized.layer);
  for (std::int64_t phase = 0; phase < std::min(step, width); ++phase) {
    for (run.first_x = phase; run.first_x < width; run.first_x += line_length * step) {
      run.count = std::min(line_length, (width - 1 - run.first_x) / step + 1);
      sum_up(pass, run, worker);
      if (pass.stop.stop_requested()) {
        return;
      }
      write(pass, run, worker);
    }
  }
  if (pass.options.line_done) {
    for (std::int64_t c = 0; c < worker.block.count; ++c) {
      const auto cells = static_cast<std::size_t>(width);
      pass.options.line_done({&pass.output.at({run.batch, worker.block.first + c, run.y, 0}), cells});
    }
  }
}

/// Takes rows, one after the other, until none is left: the work of one thread.
void fill_rows(const Pass& pass, std::atomic<std::int64_t>& next) {
  const Shape& shape = pass.output.shape();
  const std::int64_t blocks = block_count(pass.sized.layer);
  const std::int64_t rows = shape.batch * blocks * shape.height;
  Worker worker(pass);
  for (std::int64_t row = next++; row < rows && !pass.stop.stop_requested(); row = next++) {
    const std::int64_t block = row / shape.height;
    worker.block = block_at(pass.sized.layer, block % blocks);
    fill_row(pass, {block / blocks, row % shape.height, 0, 0}, worker);
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
  const Pass pass{sized, operands, options, options.stop, weights_in_order(layer, operands.weight), output};
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
