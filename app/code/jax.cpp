#include <fmt/format.h>

#include "app/code/program.h"
#include "app/text/phrases.h"
#include "engine/forward.h"

namespace convscope {
namespace {

std::string both_sides(const Sides& p) { return fmt::format("(({}, {}), ({}, {}))", p.top, p.bottom, p.left, p.right); }

std::string convolution(std::vector<std::string> arguments, const Layer& layer) {
  arguments.emplace_back(R"(dimension_numbers=("NCHW", "OIHW", "NCHW"))");
  arguments.push_back(fmt::format("feature_group_count={}", layer.groups));
  return call("y = lax.conv_general_dilated(", arguments);
}

std::string conv2d(const Program& program) {
  const Layer& layer = program.layer();
  Sides padding = resolved_padding(layer);
  std::string text;
  if (layer.padding_mode != PaddingMode::zeros && pads(padding)) {
    text = comment(program, text::code::no_padding_mode, "lax") +
           fmt::format("x = jnp.pad(x, ((0, 0), (0, 0), ({}, {}), ({}, {})), mode=\"{}\")\n", padding.top,
                       padding.bottom, padding.left, padding.right, pad_mode(layer.padding_mode));
    padding = {};
  }
  return text + convolution({"x", "weight", "window_strides=" + tuple(layer.stride), "padding=" + both_sides(padding),
                             "rhs_dilation=" + tuple(layer.dilation)},
                            layer);
}

/// A convolution over the stretched input; its weight (out, in / groups, kH, kW) is the transposed one's, turned.
std::string transposed(const Program& program) {
  const Layer& layer = program.layer();
  const Size& k = layer.kernel_size;
  const std::int64_t inputs = layer.in_channels / layer.groups;
  const std::int64_t outputs = layer.out_channels / layer.groups;
  std::string text = comment(program, text::code::as_convolution);
  text += "weight = np.flip(weight, (2, 3))\n";
  if (layer.groups == 1) {
    text += "weight = weight.swapaxes(0, 1)\n";
  } else {
    text +=
        fmt::format("weight = weight.reshape({}, {}, {}, {}, {}).swapaxes(1, 2).reshape({}, {}, {}, {})\n",
                    layer.groups, inputs, outputs, k.height, k.width, layer.out_channels, inputs, k.height, k.width);
  }
  const Size span = effective_kernel_size(layer);
  const std::int64_t rows = span.height - 1 - layer.padding.top;
  const std::int64_t columns = span.width - 1 - layer.padding.left;
  const Sides around{rows, rows + layer.output_padding.height, columns, columns + layer.output_padding.width};
  return text + convolution({"x", "weight", "window_strides=(1, 1)", "padding=" + both_sides(around),
                             "lhs_dilation=" + tuple(layer.stride), "rhs_dilation=" + tuple(layer.dilation)},
                            layer);
}

std::string pool(const Layer& layer) {
  const bool max = layer.op == Op::max_pool2d;
  const Sides& p = layer.padding;
  const auto of_window = [](const char* argument, const Size& size) {
    return fmt::format("{}={}", argument, tuple(Shape{1, 1, size.height, size.width}));
  };
  const std::string text =
      call(max ? "y = lax.reduce_window(x, -jnp.inf, lax.max, " : "y = lax.reduce_window(x, 0.0, lax.add, ",
           std::vector<std::string>{
               of_window("window_dimensions", layer.kernel_size), of_window("window_strides", layer.stride),
               fmt::format("padding=((0, 0), (0, 0), ({}, {}), ({}, {}))", p.top, p.bottom, p.left, p.right),
               of_window("window_dilation", layer.dilation)});
  return max ? text : text + fmt::format("y = y / {}\n", layer.kernel_size.height * layer.kernel_size.width);
}

}  // namespace

std::string write_jax(const Program& program) {
  const Layer& layer = program.layer();
  std::string text = "import jax.numpy as jnp\nimport numpy as np\nfrom jax import lax\n\n";
  text += numpy_values(program, {true, "lax"}) + "\n";
  text += layer.op == Op::conv2d ? conv2d(program) : is_pool(layer.op) ? pool(layer) : transposed(program);
  text += has_bias(layer) ? "y = y + bias.reshape(1, -1, 1, 1)\n" : "";
  return text + comment(fmt::format("y (N, C, H, W) = {}", tuple(output_shape(program.sized))));
}

}  // namespace convscope
