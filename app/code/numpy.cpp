#include <fmt/format.h>

#include "app/code/program.h"
#include "app/text/phrases.h"
#include "engine/arithmetic.h"
#include "engine/forward.h"

namespace convscope {
namespace {

/// `padded` of conv2d and the pools. `outside` is what zeros padding holds.
std::string padded_input(const Layer& layer, const char* outside) {
  const Sides p = resolved_padding(layer);
  if (!pads(p)) {
    return "padded = x\n";
  }
  const std::string value =
      layer.padding_mode == PaddingMode::zeros ? fmt::format(", constant_values={}", outside) : "";
  return fmt::format("padded = np.pad(x, ((0, 0), (0, 0), ({}, {}), ({}, {})), mode=\"{}\"{})\n", p.top, p.bottom,
                     p.left, p.right, pad_mode(layer.padding_mode), value);
}

/// "oy * 2 + ky * 3", without factors of 1.
std::string place(std::string_view window, std::int64_t stride, std::string_view tap, std::int64_t dilation) {
  const auto times = [](std::string_view name, std::int64_t factor) {
    return factor == 1 ? std::string(name) : fmt::format("{} * {}", name, factor);
  };
  return times(window, stride) + " + " + times(tap, dilation);
}

std::string padded_cell(const Layer& layer, std::string_view channel) {
  return fmt::format("padded[n, {}, {}, {}]", channel, place("oy", layer.stride.height, "ky", layer.dilation.height),
                     place("ox", layer.stride.width, "kx", layer.dilation.width));
}

/// Down to one output cell.
std::string outer_loops(const Program& program) {
  const Shape shape = output_shape(program.sized);
  return fmt::format("y = np.zeros({}, dtype=np.float32)\n", tuple(shape)) +
         fmt::format("for n in range({}):\n    for o in range({}):\n", shape.batch, shape.channels) +
         fmt::format("        for oy in range({}):\n            for ox in range({}):\n", shape.height, shape.width);
}

std::string conv2d(const Program& program) {
  const Layer& layer = program.layer();
  const std::int64_t inputs = layer.in_channels / layer.groups;
  const std::int64_t outputs = layer.out_channels / layer.groups;
  std::string text = padded_input(layer, "0") + outer_loops(program);
  text += fmt::format("                total = {}\n", has_bias(layer) ? "bias[o]" : "0");
  text += fmt::format("                for i in range({}):\n", inputs);
  text += fmt::format("                    for ky in range({}):\n", layer.kernel_size.height);
  text += fmt::format("                        for kx in range({}):\n", layer.kernel_size.width);
  const std::string channel = layer.groups == 1 ? "i" : fmt::format("o // {} * {} + i", outputs, inputs);
  text += fmt::format("                            total += {} * weight[o, i, ky, kx]\n", padded_cell(layer, channel));
  return text + "                y[n, o, oy, ox] = total\n";
}

std::string pool(const Program& program) {
  const Layer& layer = program.layer();
  const bool max = layer.op == Op::max_pool2d;
  std::string text = padded_input(layer, max ? "-np.inf" : "0") + outer_loops(program);
  text += fmt::format("                window = [{}\n", padded_cell(layer, "o"));
  text += fmt::format("                          for ky in range({}) for kx in range({})]\n", layer.kernel_size.height,
                      layer.kernel_size.width);
  return text + fmt::format("                y[n, o, oy, ox] = {}(window)\n", max ? "np.max" : "np.mean");
}

/// Every input cell stamps the kernel onto the whole output, which padding then crops.
std::string transposed(const Program& program) {
  const Layer& layer = program.layer();
  const OutputArithmetic arithmetic = output_arithmetic(program.sized);
  const Size& input = program.sized.input_size;
  const Size output{arithmetic.height.output, arithmetic.width.output};
  const std::int64_t inputs = layer.in_channels / layer.groups;
  const std::int64_t outputs = layer.out_channels / layer.groups;
  const Size whole{arithmetic.height.full_output + layer.output_padding.height,
                   arithmetic.width.full_output + layer.output_padding.width};
  std::string text = comment(program, text::code::stamps) +
                     fmt::format("whole = np.zeros({}, dtype=np.float32)\n",
                                 tuple(Shape{1, layer.out_channels, whole.height, whole.width}));
  text += fmt::format("for n in range(1):\n    for i in range({}):\n", layer.in_channels);
  text += fmt::format("        for o in range({}):\n", outputs);
  text += fmt::format("            for iy in range({}):\n                for ix in range({}):\n", input.height,
                      input.width);
  text += fmt::format("                    for ky in range({}):\n                        for kx in range({}):\n",
                      layer.kernel_size.height, layer.kernel_size.width);
  const std::string channel = layer.groups == 1 ? "o" : fmt::format("i // {} * {} + o", inputs, outputs);
  text += fmt::format("                            whole[n, {}, {}, {}] += x[n, i, iy, ix] * weight[i, o, ky, kx]\n",
                      channel, place("iy", layer.stride.height, "ky", layer.dilation.height),
                      place("ix", layer.stride.width, "kx", layer.dilation.width));
  const Sides& p = layer.padding;
  text += fmt::format("y = whole[:, :, {}:{}, {}:{}]", p.top, p.top + output.height, p.left, p.left + output.width);
  return text + (has_bias(layer) ? " + bias.reshape(1, -1, 1, 1)\n" : "\n");
}

}  // namespace

std::string write_numpy(const Program& program) {
  const Op op = program.layer().op;
  std::string text = "import numpy as np\n\n" + numpy_values(program, {true, "NumPy"}) + "\n";
  text += op == Op::conv2d ? conv2d(program) : op == Op::conv_transpose2d ? transposed(program) : pool(program);
  return text + comment(fmt::format("y (N, C, H, W) = {}", tuple(output_shape(program.sized))));
}

}  // namespace convscope
