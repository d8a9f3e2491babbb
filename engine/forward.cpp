#include "engine/forward.h"

#include "engine/arithmetic.h"
#include "engine/cell_value.h"
#include "engine/check.h"
#include "engine/problem.h"

namespace convscope {
namespace {

double sum_without_bias(const Layer& layer, const Tensor& input, const Tensor& weight, const Index& output) {
  switch (layer.op) {
    case Op::conv2d:
      return conv2d_value(layer, input, weight, output);
    case Op::conv_transpose2d:
      return conv_transpose2d_value(layer, input, weight, output);
    case Op::max_pool2d:
      return max_pool2d_value(layer, input, output);
    case Op::avg_pool2d:
      break;
  }
  return avg_pool2d_value(layer, input, output);
}

}  // namespace

void check_fits(const Layer& layer, const Tensor& input, const Tensor& weight, std::span<const float> bias) {
  const SizedLayer sized{layer, {input.shape().height, input.shape().width}};
  CHECK_EQ(is_valid(sized), true);
  CHECK_EQ(input.shape().channels, layer.in_channels);
  CHECK_EQ(weight.shape() == weight_shape(layer), true);
  if (!bias.empty()) {
    CHECK_EQ(is_pool(layer.op), false);
    CHECK_EQ(static_cast<std::int64_t>(bias.size()), layer.out_channels);
  }
}

Shape input_shape(const SizedLayer& sized) {
  return {1, sized.layer.in_channels, sized.input_size.height, sized.input_size.width};
}

Shape weight_shape(const Layer& layer) {
  if (is_pool(layer.op)) {
    return {0, 0, 0, 0};
  }
  CHECK_GE(layer.groups, 1);
  const bool transposed = layer.op == Op::conv_transpose2d;
  const std::int64_t outer = transposed ? layer.in_channels : layer.out_channels;
  const std::int64_t inner = transposed ? layer.out_channels : layer.in_channels;
  return {outer, inner / layer.groups, layer.kernel_size.height, layer.kernel_size.width};
}

Shape output_shape(const SizedLayer& sized) {
  const Size size = output_size(sized);
  return {1, sized.layer.out_channels, size.height, size.width};
}

float output_value(const Layer& layer, const Tensor& input, const Tensor& weight, std::span<const float> bias,
                   const Index& output) {
  const double start = bias.empty() ? 0.0 : bias[static_cast<std::size_t>(output.channel)];
  return static_cast<float>(start + sum_without_bias(layer, input, weight, output));
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
