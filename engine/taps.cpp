#include "engine/taps.h"

#include "engine/arithmetic.h"
#include "engine/check.h"
#include "engine/forward.h"

namespace convscope {

WindowOrigin window_origin(const Layer& layer, std::int64_t output_y, std::int64_t output_x) {
  const Sides padding = resolved_padding(layer);
  return {output_y * layer.stride.height - padding.top, output_x * layer.stride.width - padding.left};
}

std::int64_t first_input_channel(const Layer& layer, std::int64_t out_channel) {
  const std::int64_t out_channels_per_group = layer.out_channels / layer.groups;
  const std::int64_t group = out_channel / out_channels_per_group;
  return group * (layer.in_channels / layer.groups);
}

std::int64_t tap_count(const Layer& layer) {
  return layer.in_channels / layer.groups * layer.kernel_size.height * layer.kernel_size.width;
}

Tap tap_at(const SizedLayer& sized, const Index& output, std::int64_t number) {
  const Layer& layer = sized.layer;
  CHECK_GE(number, 0);
  CHECK_LT(number, tap_count(layer));
  const std::int64_t row = number / layer.kernel_size.width;
  Tap tap;
  tap.weight = {output.channel, row / layer.kernel_size.height, row % layer.kernel_size.height,
                number % layer.kernel_size.width};

  const WindowOrigin origin = window_origin(layer, output.y, output.x);
  tap.padded_y = origin.y + tap.weight.y * layer.dilation.height;
  tap.padded_x = origin.x + tap.weight.x * layer.dilation.width;
  const bool inside = tap.padded_y >= 0 && tap.padded_y < sized.input_size.height &&  //
                      tap.padded_x >= 0 && tap.padded_x < sized.input_size.width;
  if (inside) {
    const std::int64_t channel = first_input_channel(layer, output.channel) + tap.weight.channel;
    tap.input = Index{output.batch, channel, tap.padded_y, tap.padded_x};
  }
  return tap;
}

std::vector<Tap> taps(const SizedLayer& sized, const Index& output) {
  const std::int64_t count = tap_count(sized.layer);
  std::vector<Tap> list;
  list.reserve(static_cast<std::size_t>(count));
  for (std::int64_t number = 0; number < count; ++number) {
    list.push_back(tap_at(sized, output, number));
  }
  return list;
}

TapValue tap_value(const Tap& tap, const Tensor& input, const Tensor& weight) {
  const float value = tap.input ? input.at(*tap.input) : 0.0F;
  const float factor = weight.at(tap.weight);
  return {value, factor, value * factor};
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
