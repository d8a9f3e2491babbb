#include "app/code/keras_transposed.h"

#include <fmt/format.h>

#include "app/text/phrases.h"
#include "engine/arithmetic.h"

namespace convscope {
namespace {

/// Keras' own output_padding must be smaller than the stride, and in Keras 3 before 3.11 not 0 on one axis alone.
bool output_padding_fits(const Layer& layer) {
  const Size& more = layer.output_padding;
  return more == Size{0, 0} ||
         (more.height > 0 && more.width > 0 && more.height < layer.stride.height && more.width < layer.stride.width);
}

/// Keras refuses strides together with dilation_rate, TensorFlow's CPU any dilation of a Conv2DTranspose.
bool is_widened(const Layer& layer) { return layer.dilation != Size{1, 1}; }

std::string widened_weight(const Program& program) {
  const Layer& layer = program.layer();
  if (!is_widened(layer)) {
    return "";
  }
  const Size span = effective_kernel_size(layer);
  return comment(program, text::code::keras_widened) +
         fmt::format("wide = np.zeros(({}, {}) + weight.shape[2:], dtype=np.float32)\n", span.height, span.width) +
         fmt::format("wide[::{}, ::{}] = weight\nweight = wide\n", layer.dilation.height, layer.dilation.width);
}

std::string one_layer(const Layer& layer, const std::string& indent, bool use_bias) {
  std::vector<std::string> arguments{fmt::format("filters={}", layer.out_channels / layer.groups),
                                     "kernel_size=" + tuple(effective_kernel_size(layer)),
                                     "strides=" + tuple(layer.stride), "padding=\"valid\""};
  if (layer.output_padding != Size{0, 0} && output_padding_fits(layer)) {
    arguments.push_back("output_padding=" + tuple(layer.output_padding));
  }
  arguments.emplace_back("dilation_rate=(1, 1)");
  arguments.push_back("use_bias=" + boolean(use_bias));
  return call(indent + "layer = layers.Conv2DTranspose(", arguments) + indent + "layer.build(x.shape)\n" + indent +
         (use_bias ? "layer.set_weights([weight, bias])\n" : "layer.set_weights([weight])\n");
}

std::string grouped(const Program& program) {
  const Layer& layer = program.layer();
  return comment(program, text::code::keras_groups) + "def one_group(x, weight):\n" + one_layer(layer, "    ", false) +
         "    return layer(x)\n\n" + fmt::format("xs = tf.split(x, {}, axis=3)\n", layer.groups) +
         fmt::format("weights = np.split(weight, {}, axis=3)\n", layer.groups) +
         "y = tf.concat([one_group(*pair) for pair in zip(xs, weights)], axis=3)\n";
}

/// What the kernels cover, without the padding around it.
std::string cropped(const Program& program) {
  const Layer& layer = program.layer();
  const Sides& p = layer.padding;
  const OutputArithmetic arithmetic = output_arithmetic(program.sized);
  std::string text = comment(program, text::code::keras_crop);
  if (!output_padding_fits(layer)) {
    text += comment(program, text::code::keras_output_padding);
    text += fmt::format("y = tf.pad(y, [[0, 0], [0, {}], [0, {}], [0, 0]])\n", layer.output_padding.height,
                        layer.output_padding.width);
  }
  return text + fmt::format("y = y[:, {}:{}, {}:{}, :]\n", p.top, p.top + arithmetic.height.output, p.left,
                            p.left + arithmetic.width.output);
}

}  // namespace

std::string keras_transposed(const Program& program) {
  const Layer& layer = program.layer();
  const bool bias_inside = has_bias(layer) && layer.groups == 1 && output_padding_fits(layer);
  std::string text = widened_weight(program);
  text += layer.groups == 1 ? one_layer(layer, "", bias_inside) + "y = layer(x)\n" : grouped(program);
  text += cropped(program);
  return has_bias(layer) && !bias_inside ? text + "y = y + bias\n" : text;
}

}  // namespace convscope
