#include "engine/forward.h"

#include "engine/arithmetic.h"
#include "engine/check.h"
#include "engine/problem.h"
#include "engine/taps.h"

namespace convscope {
namespace {

/// What the window reads at a place that may lie in the padding.
float padded_value(const Tensor& input, const Index& place) {
  const Shape& shape = input.shape();
  const bool inside = place.y >= 0 && place.y < shape.height && place.x >= 0 && place.x < shape.width;
  return inside ? input.at(place) : 0.0F;
}

void check_fits(const Layer& layer, const Tensor& input, const Tensor& weight, std::span<const float> bias) {
  const SizedLayer sized{layer, {input.shape().height, input.shape().width}};
  CHECK_EQ(is_valid(sized), true);
  CHECK_EQ(input.shape().channels, layer.in_channels);
  CHECK_EQ(weight.shape() == weight_shape(layer), true);
  if (!bias.empty()) {
    CHECK_EQ(static_cast<std::int64_t>(bias.size()), layer.out_channels);
  }
}

}  // namespace

Shape input_shape(const SizedLayer& sized) {
  return {1, sized.layer.in_channels, sized.input_size.height, sized.input_size.width};
}

Shape weight_shape(const Layer& layer) {
  CHECK_GE(layer.groups, 1);
  return {layer.out_channels, layer.in_channels / layer.groups, layer.kernel_size.height, layer.kernel_size.width};
}

Shape output_shape(const SizedLayer& sized) {
  const Size size = output_size(sized);
  return {1, sized.layer.out_channels, size.height, size.width};
}

float output_value(const Layer& layer, const Tensor& input, const Tensor& weight, std::span<const float> bias,
                   const Index& output) {
  const WindowOrigin origin = window_origin(layer, output.y, output.x);
  const std::int64_t first_channel = first_input_channel(layer, output.channel);
  const std::int64_t channels = layer.in_channels / layer.groups;

  double sum = bias.empty() ? 0.0 : bias[static_cast<std::size_t>(output.channel)];
  for (std::int64_t channel = 0; channel < channels; ++channel) {
    for (std::int64_t ky = 0; ky < layer.kernel_size.height; ++ky) {
      for (std::int64_t kx = 0; kx < layer.kernel_size.width; ++kx) {
        const float value =
            padded_value(input, {output.batch, first_channel + channel, origin.y + ky * layer.dilation.height,
                                 origin.x + kx * layer.dilation.width});
        sum += static_cast<double>(value) * weight.at({output.channel, channel, ky, kx});
      }
    }
  }
  return static_cast<float>(sum);
}

Tensor forward(const Layer& layer, const Tensor& input, const Tensor& weight, std::span<const float> bias) {
  check_fits(layer, input, weight, bias);
  Shape shape = output_shape({layer, {input.shape().height, input.shape().width}});
  shape.batch = input.shape().batch;
  Tensor output(shape);
  for (std::int64_t n = 0; n < shape.batch; ++n) {
    for (std::int64_t c = 0; c < shape.channels; ++c) {
      for (std::int64_t y = 0; y < shape.height; ++y) {
        for (std::int64_t x = 0; x < shape.width; ++x) {
          output.at({n, c, y, x}) = output_value(layer, input, weight, bias, {n, c, y, x});
        }
      }
    }
  }
  return output;
}

}  // namespace convscope
