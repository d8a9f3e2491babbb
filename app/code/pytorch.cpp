#include <fmt/format.h>

#include "app/code/program.h"
#include "app/text/names.h"
#include "app/text/phrases.h"
#include "engine/forward.h"

namespace convscope {
namespace {

bool pads_beforehand(const Layer& layer) {
  const Sides& p = layer.padding;
  return layer.padding_rule == PaddingRule::amounts && (p.top != p.bottom || p.left != p.right);
}

std::string torch_tensor(const Program& program, const std::string& name, const Tensor* tensor, const Shape& shape) {
  if (!is_written(program, tensor)) {
    return fmt::format("{} = torch.randn{}\n", name, tuple(shape));
  }
  const std::string head = name + " = torch.tensor(";
  return head + nested(*tensor, head.size()) + ", dtype=torch.float32)\n";
}

std::string torch_values(const Program& program) {
  const Layer& layer = program.layer();
  const Shape shape = input_shape(program.sized);
  std::string text = torch_tensor(program, "x", program.values.input, shape);
  text += comment(fmt::format("x (N, C, H, W) = {}", tuple(shape)));
  if (is_pool(layer.op)) {
    return text;
  }
  text += torch_tensor(program, "weight", program.values.weight, weight_shape(layer)) + comment(weight_places(layer));
  if (layer.flip_kernel) {
    text += comment(program, text::code::no_flip_kernel, "PyTorch") + "weight = weight.flip(2, 3)\n";
  }
  if (has_bias(layer)) {
    const std::span<const float> bias = program.values.bias;
    const bool known = !bias.empty() && std::ssize(bias) <= program.most_values;
    text += known ? fmt::format("bias = torch.tensor({}, dtype=torch.float32)\n", nested(bias))
                  : fmt::format("bias = torch.randn({})\n", layer.out_channels);
  }
  return text;
}

/// Padding that nn.Conv2d cannot say.
std::string padding_beforehand(const Program& program) {
  const Layer& layer = program.layer();
  if (!pads_beforehand(layer)) {
    return "";
  }
  const Sides& p = layer.padding;
  const std::string_view mode = layer.padding_mode == PaddingMode::zeros ? "constant" : text::name(layer.padding_mode);
  return comment(program, text::code::torch_four_sides) +
         fmt::format("x = F.pad(x, ({}, {}, {}, {}), mode=\"{}\")\n", p.left, p.right, p.top, p.bottom, mode);
}

std::string padding_argument(const Layer& layer) {
  if (pads_beforehand(layer)) {
    return "padding=(0, 0)";
  }
  switch (layer.padding_rule) {
    case PaddingRule::same:
      return "padding=\"same\"";
    case PaddingRule::valid:
      return "padding=\"valid\"";
    case PaddingRule::amounts:
      break;
  }
  return "padding=" + tuple(Size{layer.padding.top, layer.padding.left});
}

std::vector<std::string> convolution_arguments(const Layer& layer) {
  std::vector<std::string> arguments{
      fmt::format("in_channels={}", layer.in_channels), fmt::format("out_channels={}", layer.out_channels),
      "kernel_size=" + tuple(layer.kernel_size), "stride=" + tuple(layer.stride), padding_argument(layer)};
  if (layer.op == Op::conv_transpose2d) {
    arguments.push_back("output_padding=" + tuple(layer.output_padding));
  }
  arguments.push_back("dilation=" + tuple(layer.dilation));
  arguments.push_back(fmt::format("groups={}", layer.groups));
  arguments.push_back("bias=" + boolean(layer.bias));
  if (layer.op == Op::conv2d) {
    const PaddingMode mode = pads_beforehand(layer) ? PaddingMode::zeros : layer.padding_mode;
    arguments.push_back(fmt::format("padding_mode=\"{}\"", text::name(mode)));
  }
  return arguments;
}

std::string convolution(const Layer& layer) {
  const char* head = layer.op == Op::conv2d ? "layer = nn.Conv2d(" : "layer = nn.ConvTranspose2d(";
  std::string text = call(head, convolution_arguments(layer));
  text += "with torch.no_grad():\n    layer.weight.copy_(weight)\n";
  return has_bias(layer) ? text + "    layer.bias.copy_(bias)\n" : text;
}

std::string pool(const Program& program) {
  const Layer& layer = program.layer();
  const Sides& p = layer.padding;
  std::vector<std::string> arguments{"kernel_size=" + tuple(layer.kernel_size), "stride=" + tuple(layer.stride),
                                     padding_argument(layer)};
  if (layer.op == Op::avg_pool2d) {
    arguments.insert(arguments.end(), {"ceil_mode=False", "count_include_pad=True"});
    return call("layer = nn.AvgPool2d(", arguments);
  }
  arguments.insert(arguments.end(), {"dilation=" + tuple(layer.dilation), "ceil_mode=False"});
  const bool is_new = p.top > layer.kernel_size.height / 2 || p.left > layer.kernel_size.width / 2;
  return (is_new ? comment(program, text::code::torch_pool_padding) : "") + call("layer = nn.MaxPool2d(", arguments);
}

}  // namespace

std::string write_pytorch(const Program& program) {
  const Layer& layer = program.layer();
  std::string text = "import torch\nfrom torch import nn\n";
  text += pads_beforehand(layer) ? "from torch.nn import functional as F\n\n" : "\n";
  text += torch_values(program) + "\n" + padding_beforehand(program);
  text += is_pool(layer.op) ? pool(program) : convolution(layer);
  return text + fmt::format("y = layer(x)  # {}\n", tuple(output_shape(program.sized)));
}

}  // namespace convscope
