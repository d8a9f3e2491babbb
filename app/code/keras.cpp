#include <fmt/format.h>

#include "app/code/keras_transposed.h"
#include "app/code/program.h"
#include "app/text/phrases.h"
#include "engine/forward.h"

namespace convscope {
namespace {

/// Keras refuses strides together with dilation_rate (TensorFlow's pools likewise).
bool takes_every_stride(const Layer& layer) { return layer.stride != Size{1, 1} && layer.dilation != Size{1, 1}; }

/// "[:, ::2, ::3, :]" and why, where strides are taken after the layer.
std::string every_stride(const Layer& layer) {
  return fmt::format("[:, ::{}, ::{}, :]", layer.stride.height, layer.stride.width);
}

Size strides_inside(const Layer& layer) { return takes_every_stride(layer) ? Size{1, 1} : layer.stride; }

/// The cells that padding copies, by their numbers.
std::string gathered(const Program& program, const Sides& p) {
  const Layer& layer = program.layer();
  const Size& input = program.sized.input_size;
  const bool circular = layer.padding_mode == PaddingMode::circular;
  const auto cells = [circular](const char* name, std::int64_t first, std::int64_t last, std::int64_t size) {
    return circular ? fmt::format("{} = np.arange(-{}, {}) % {}\n", name, first, size + last, size)
                    : fmt::format("{} = np.arange(-{}, {}).clip(0, {})\n", name, first, size + last, size - 1);
  };
  return comment(program, text::code::keras_gathered, circular ? "circular" : "replicate") +
         cells("rows", p.top, p.bottom, input.height) + cells("columns", p.left, p.right, input.width) +
         "x = tf.gather(tf.gather(x, rows, axis=1), columns, axis=2)\n";
}

std::string padded(const Program& program, const Sides& p) {
  const Layer& layer = program.layer();
  if (layer.padding_mode == PaddingMode::replicate || layer.padding_mode == PaddingMode::circular) {
    return gathered(program, p);
  }
  const char* with = layer.op == Op::max_pool2d                   ? ", constant_values=-np.inf"
                     : layer.padding_mode == PaddingMode::reflect ? ", mode=\"REFLECT\""
                                                                  : "";
  return comment(program, text::code::keras_padding) +
         fmt::format("x = tf.pad(x, [[0, 0], [{}, {}], [{}, {}], [0, 0]]{})\n", p.top, p.bottom, p.left, p.right, with);
}

std::string conv2d(const Program& program) {
  const Layer& layer = program.layer();
  const bool same = layer.padding_rule == PaddingRule::same && layer.padding_mode == PaddingMode::zeros;
  const Sides padding = resolved_padding(layer);
  std::string text = !same && pads(padding) ? padded(program, padding) : "";
  text += takes_every_stride(layer) ? comment(program, text::code::keras_strides, "Keras") : "";
  text += call("layer = layers.Conv2D(",
               std::vector<std::string>{
                   fmt::format("filters={}", layer.out_channels), "kernel_size=" + tuple(layer.kernel_size),
                   "strides=" + tuple(strides_inside(layer)), same ? "padding=\"same\"" : "padding=\"valid\"",
                   "dilation_rate=" + tuple(layer.dilation), fmt::format("groups={}", layer.groups),
                   "use_bias=" + boolean(layer.bias)});
  text += "layer.build(x.shape)\n";
  text += has_bias(layer) ? "layer.set_weights([weight, bias])\n" : "layer.set_weights([weight])\n";
  return text + fmt::format("y = layer(x){}\n", takes_every_stride(layer) ? every_stride(layer) : "");
}

std::string pool(const Program& program) {
  const Layer& layer = program.layer();
  std::string text = pads(layer.padding) ? padded(program, layer.padding) : "";
  if (layer.dilation == Size{1, 1}) {
    const char* head = layer.op == Op::max_pool2d ? "layer = layers.MaxPooling2D(" : "layer = layers.AveragePooling2D(";
    return text +
           call(head, std::vector<std::string>{"pool_size=" + tuple(layer.kernel_size),
                                               "strides=" + tuple(layer.stride), "padding=\"valid\""}) +
           "y = layer(x)\n";
  }
  text += comment(program, text::code::keras_pool_dilation);
  text += takes_every_stride(layer) ? comment(program, text::code::keras_strides, "tf.nn.pool") : "";
  return text + call("y = tf.nn.pool(",
                     std::vector<std::string>{"x", "window_shape=" + tuple(layer.kernel_size), "pooling_type=\"MAX\"",
                                              "strides=" + tuple(strides_inside(layer)), "padding=\"VALID\"",
                                              "dilations=" + tuple(layer.dilation)},
                     takes_every_stride(layer) ? ")" + every_stride(layer) + "\n" : ")\n");
}

}  // namespace

std::string write_keras(const Program& program) {
  const Layer& layer = program.layer();
  std::string text = "import numpy as np\nimport tensorflow as tf\nfrom tensorflow.keras import layers\n\n";
  text += numpy_values(program, {true, "Keras"});
  text += comment(program, text::code::channels_last) + "x = x.transpose(0, 2, 3, 1)\n";
  text += is_pool(layer.op) ? "\n" : "weight = weight.transpose(2, 3, 1, 0)\n\n";
  text += layer.op == Op::conv2d ? conv2d(program) : is_pool(layer.op) ? pool(program) : keras_transposed(program);
  const Shape y = output_shape(program.sized);
  return text + comment(fmt::format("y (N, H, W, C) = {}", tuple(Shape{y.batch, y.height, y.width, y.channels})));
}

}  // namespace convscope
