#include "engine/gradient.h"

#include <algorithm>

#include "engine/arithmetic.h"
#include "engine/axis_taps.h"
#include "engine/forward.h"
#include "engine/taps.h"

namespace convscope {
namespace {

/// Sums in float64 in a tensor's shape.
class Sums {
 public:
  explicit Sums(const Shape& shape) : shape_(shape), values_(static_cast<std::size_t>(element_count(shape))) {}

  double& at(const Index& i) {
    return values_[static_cast<std::size_t>(
        ((i.batch * shape_.channels + i.channel) * shape_.height + i.y) * shape_.width + i.x)];
  }

  [[nodiscard]] Tensor rounded() const {
    std::vector<float> rounded(values_.size());
    std::ranges::transform(values_, rounded.begin(), [](double sum) { return static_cast<float>(sum); });
    return {shape_, std::move(rounded)};
  }

 private:
  Shape shape_;
  std::vector<double> values_;
};

/// The taps of a layer along each of its axes.
struct AxisTaps {
  std::vector<AxisTap> rows;
  std::vector<AxisTap> columns;
  std::stop_token stop;

  /// Visits those that read a cell of the input, until a stop is requested.
  void for_each_inside(const auto& visit) const {
    for (const AxisTap& row : rows) {
      if (stop.stop_requested()) {
        return;
      }
      for (const AxisTap& column : columns) {
        if (row.input && column.input) {
          visit(row, column);
        }
      }
    }
  }
};

/// A place of the kernel in one input channel: all output channels look through it at the same cells.
Shape window_shape(const Layer& layer) {
  return {1, layer.in_channels, layer.kernel_size.height, layer.kernel_size.width};
}

void for_each_kernel_place(const Layer& layer, const auto& visit) {
  for (std::int64_t ky = 0; ky < layer.kernel_size.height; ++ky) {
    for (std::int64_t kx = 0; kx < layer.kernel_size.width; ++kx) {
      visit(ky, kx);
    }
  }
}

/// What each input cell is multiplied with under each place of the kernel, in all output channels together.
Sums factors(const Layer& layer, const Tensor& weight) {
  Sums through(window_shape(layer));
  const double mean = 1.0 / static_cast<double>(layer.kernel_size.height * layer.kernel_size.width);
  for_each_channel_tap(layer, [&](const ChannelTap& tap) {
    for_each_kernel_place(layer, [&](std::int64_t ky, std::int64_t kx) {
      through.at({0, tap.input, ky, kx}) +=
          tap.weight ? weight.at({tap.weight->outer, tap.weight->inner, ky, kx}) : mean;
    });
  });
  return through;
}

/// Each input cell gets the weights that lie on it, once for every output.
Tensor gradient_by_input(const Layer& layer, const AxisTaps& taps, const Shape& input, const Tensor& weight) {
  Sums through = factors(layer, weight);
  Sums sums(input);
  for (std::int64_t n = 0; n < input.batch; ++n) {
    for (std::int64_t c = 0; c < input.channels; ++c) {
      taps.for_each_inside([&](const AxisTap& row, const AxisTap& column) {
        sums.at({n, c, *row.input, *column.input}) += through.at({0, c, row.kernel, column.kernel});
      });
    }
  }
  return sums.rounded();
}

/// Each weight gets the input cells that it lies on, once for every output.
Tensor gradient_by_weight(const Layer& layer, const AxisTaps& taps, const Tensor& input) {
  Sums under(window_shape(layer));
  for (std::int64_t n = 0; n < input.shape().batch; ++n) {
    for (std::int64_t c = 0; c < input.shape().channels; ++c) {
      taps.for_each_inside([&](const AxisTap& row, const AxisTap& column) {
        under.at({0, c, row.kernel, column.kernel}) += input.at({n, c, *row.input, *column.input});
      });
    }
  }
  Sums sums(weight_shape(layer));
  for_each_channel_tap(layer, [&](const ChannelTap& tap) {
    for_each_kernel_place(layer, [&](std::int64_t ky, std::int64_t kx) {
      sums.at({tap.weight->outer, tap.weight->inner, ky, kx}) += under.at({0, tap.input, ky, kx});
    });
  });
  return sums.rounded();
}

/// The winner of one window gets one more.
void add_winner(const SizedLayer& sized, const Tensor& input, const Index& output, auto& gradient) {
  const std::vector<Tap> window = taps(sized, output);
  if (const std::optional<std::int64_t> winner = max_pool_winner(window, input)) {
    gradient.at(*window[static_cast<std::size_t>(*winner)].input) += 1;
  }
}

Tensor gradient_of_max_pool(const SizedLayer& sized, const Tensor& input, const std::stop_token& stop) {
  Sums sums(input.shape());
  const std::int64_t steps = step_count(sized);
  for (std::int64_t n = 0; n < input.shape().batch; ++n) {
    for (std::int64_t step = 0; step < steps && !stop.stop_requested(); ++step) {
      Index output = output_of_step(sized, step);
      output.batch = n;
      add_winner(sized, input, output, sums);
    }
  }
  return sums.rounded();
}

std::vector<float> gradient_by_bias(const SizedLayer& sized, std::int64_t batch) {
  if (!has_bias(sized.layer)) {
    return {};
  }
  const Size output = output_size(sized);
  const auto cells = static_cast<float>(batch * output.height * output.width);
  std::vector<float> gradient(static_cast<std::size_t>(sized.layer.out_channels), cells);
  return gradient;
}

}  // namespace

Gradients gradients_of_sum(const Layer& layer, const Tensor& input, const Tensor& weight, const std::stop_token& stop) {
  const SizedLayer sized{layer, {input.shape().height, input.shape().width}};
  if (layer.op == Op::max_pool2d) {
    return {gradient_of_max_pool(sized, input, stop), Tensor(), {}};
  }
  const AxisTaps taps{axis_taps(sized, Axis::height), axis_taps(sized, Axis::width), stop};
  return {gradient_by_input(layer, taps, input.shape(), weight),
          is_pool(layer.op) ? Tensor() : gradient_by_weight(layer, taps, input),
          gradient_by_bias(sized, input.shape().batch)};
}

Gradients gradients_of_output(const Layer& layer, const Tensor& input, const Tensor& weight, const Index& output) {
  const SizedLayer sized{layer, {input.shape().height, input.shape().width}};
  Gradients gradients{Tensor(input.shape()), is_pool(layer.op) ? Tensor() : Tensor(weight.shape()), {}};
  if (has_bias(layer)) {
    gradients.bias.resize(static_cast<std::size_t>(layer.out_channels));
    gradients.bias[static_cast<std::size_t>(output.channel)] = 1;
  }
  if (layer.op == Op::max_pool2d) {
    add_winner(sized, input, output, gradients.input);
    return gradients;
  }
  const CellTaps cell(sized, output);
  const std::int64_t count = cell.count();
  for (std::int64_t number = 0; number < count; ++number) {
    const Tap tap = cell[number];
    const TapValue numbers = tap_value(layer, tap, input, weight);
    if (tap.input) {
      gradients.input.at(*tap.input) += numbers.weight;
    }
    if (tap.weight) {
      gradients.weight.at(*tap.weight) += numbers.value;
    }
  }
  return gradients;
}

}  // namespace convscope
