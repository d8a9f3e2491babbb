#include "engine/taps.h"

#include <cmath>
#include <limits>

#include "engine/arithmetic.h"
#include "engine/check.h"
#include "engine/forward.h"
#include "engine/padding.h"

namespace convscope {
namespace {

KernelCells kernel_cells(const SizedLayer& sized, Axis axis, const Index& output) {
  if (sized.layer.op == Op::conv_transpose2d) {
    return transposed_kernel_cells(sized, axis, axis == Axis::height ? output.y : output.x);
  }
  return {0, 1, along(sized.layer.kernel_size, axis)};
}

/// The place in the weight of a kernel cell.
Index weight_index(const Layer& layer, std::int64_t outer, std::int64_t inner, std::int64_t ky, std::int64_t kx) {
  return {outer, inner, weight_cell(layer, Axis::height, ky), weight_cell(layer, Axis::width, kx)};
}

}  // namespace

WindowOrigin window_origin(const Layer& layer, std::int64_t output_y, std::int64_t output_x) {
  const Sides padding = resolved_padding(layer);
  return {output_y * layer.stride.height - padding.top, output_x * layer.stride.width - padding.left};
}

std::int64_t first_input_channel(const Layer& layer, std::int64_t out_channel) {
  if (is_pool(layer.op)) {
    return out_channel;
  }
  const std::int64_t out_channels_per_group = layer.out_channels / layer.groups;
  const std::int64_t group = out_channel / out_channels_per_group;
  return group * (layer.in_channels / layer.groups);
}

std::int64_t channels_read(const Layer& layer) { return is_pool(layer.op) ? 1 : layer.in_channels / layer.groups; }

CellTaps::CellTaps(const SizedLayer& sized, const Index& output)
    : sized_(sized),
      output_(output),
      rows_(kernel_cells(sized, Axis::height, output)),
      columns_(kernel_cells(sized, Axis::width, output)) {}

std::int64_t CellTaps::count() const { return channels_read(sized_.layer) * rows_.count * columns_.count; }

Tap CellTaps::operator[](std::int64_t number) const {
  CHECK_GE(number, 0);
  CHECK_LT(number, count());
  const std::int64_t row = number / columns_.count;
  const std::int64_t channel = row / rows_.count;
  const std::int64_t ky = rows_.first + row % rows_.count * rows_.step;
  const std::int64_t kx = columns_.first + number % columns_.count * columns_.step;
  return sized_.layer.op == Op::conv_transpose2d ? transposed_tap(channel, ky, kx) : window_tap(channel, ky, kx);
}

Tap CellTaps::window_tap(std::int64_t channel, std::int64_t ky, std::int64_t kx) const {
  const Layer& layer = sized_.layer;
  const WindowOrigin origin = window_origin(layer, output_.y, output_.x);
  Tap tap;
  tap.padded_y = origin.y + ky * layer.dilation.height;
  tap.padded_x = origin.x + kx * layer.dilation.width;
  const auto y = source_cell(layer.padding_mode, tap.padded_y, sized_.input_size.height);
  const auto x = source_cell(layer.padding_mode, tap.padded_x, sized_.input_size.width);
  if (y && x) {
    tap.input = Index{output_.batch, first_input_channel(layer, output_.channel) + channel, *y, *x};
  }
  if (!is_pool(layer.op)) {
    tap.weight = weight_index(layer, output_.channel, channel, ky, kx);
  }
  return tap;
}

Tap CellTaps::transposed_tap(std::int64_t channel, std::int64_t ky, std::int64_t kx) const {
  const Layer& layer = sized_.layer;
  const std::int64_t in_channel = first_input_channel(layer, output_.channel) + channel;
  Tap tap;
  tap.padded_y = transposed_input_cell(layer, Axis::height, output_.y, ky);
  tap.padded_x = transposed_input_cell(layer, Axis::width, output_.x, kx);
  tap.input = Index{output_.batch, in_channel, tap.padded_y, tap.padded_x};
  tap.weight = weight_index(layer, in_channel, output_.channel % (layer.out_channels / layer.groups), ky, kx);
  return tap;
}

std::int64_t tap_count(const SizedLayer& sized, const Index& output) { return CellTaps(sized, output).count(); }

Tap tap_at(const SizedLayer& sized, const Index& output, std::int64_t number) {
  return CellTaps(sized, output)[number];
}

std::vector<Tap> taps(const SizedLayer& sized, const Index& output) {
  const CellTaps cell(sized, output);
  const std::int64_t count = cell.count();
  std::vector<Tap> list;
  list.reserve(static_cast<std::size_t>(count));
  for (std::int64_t number = 0; number < count; ++number) {
    list.push_back(cell[number]);
  }
  return list;
}

TapValue tap_value(const Layer& layer, const Tap& tap, const Tensor& input, const Tensor& weight) {
  TapValue result;
  switch (layer.op) {
    case Op::conv2d:
    case Op::conv_transpose2d:
      result.weight = weight.at(*tap.weight);
      break;
    case Op::max_pool2d:
      result.value = -std::numeric_limits<float>::infinity();
      result.weight = 1.0F;
      break;
    case Op::avg_pool2d:
      result.weight = 1.0F / static_cast<float>(layer.kernel_size.height * layer.kernel_size.width);
      break;
  }
  if (tap.input) {
    result.value = input.at(*tap.input);
  }
  result.product = result.value * result.weight;
  return result;
}

std::optional<std::int64_t> max_pool_winner(std::span<const Tap> taps, const Tensor& input) {
  std::optional<std::int64_t> winner;
  float largest = 0;
  for (std::size_t number = 0; number < taps.size(); ++number) {
    if (!taps[number].input) {
      continue;
    }
    const float value = input.at(*taps[number].input);
    if (!winner || value > largest || std::isnan(value)) {
      winner = static_cast<std::int64_t>(number);
      largest = value;
    }
  }
  return winner;
}

std::int64_t step_count(const SizedLayer& sized) { return element_count(output_shape(sized)); }

Index output_of_step(const SizedLayer& sized, std::int64_t step) {
  CHECK_GE(step, 0);
  CHECK_LT(step, step_count(sized));
  const Size size = output_size(sized);
  const std::int64_t row = step / size.width;
  return {0, row / size.height, row % size.height, step % size.width};
}

}  // namespace convscope
