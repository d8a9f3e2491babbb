#include <fmt/format.h>

#include "app/code/program.h"
#include "app/text/phrases.h"
#include "engine/forward.h"

namespace convscope {
namespace {

std::string begin_end(const Sides& p) { return fmt::format("[{}, {}, {}, {}]", p.top, p.left, p.bottom, p.right); }

/// Pads by a node of its own: Conv pads zeros alone.
bool has_pad_node(const Layer& layer) {
  return layer.padding_mode != PaddingMode::zeros && pads(resolved_padding(layer));
}

std::string_view operator_name(Op op) {
  switch (op) {
    case Op::conv2d:
      return "Conv";
    case Op::conv_transpose2d:
      return "ConvTranspose";
    case Op::max_pool2d:
      return "MaxPool";
    case Op::avg_pool2d:
      return "AveragePool";
  }
  return "";
}

std::string inputs_of(const Layer& layer) {
  const char* first = has_pad_node(layer) ? "\"padded\"" : "\"x\"";
  const char* weight = is_pool(layer.op) ? "" : ", \"weight\"";
  return fmt::format("[{}{}{}]", first, weight, has_bias(layer) ? ", \"bias\"" : "");
}

std::vector<std::string> node_arguments(const Layer& layer) {
  std::vector<std::string> arguments{fmt::format("\"{}\"", operator_name(layer.op)),
                                     inputs_of(layer),
                                     "[\"y\"]",
                                     "kernel_shape=" + list(layer.kernel_size),
                                     "strides=" + list(layer.stride),
                                     "pads=" + begin_end(has_pad_node(layer) ? Sides{} : resolved_padding(layer)),
                                     "dilations=" + list(layer.dilation)};
  if (layer.op == Op::conv_transpose2d) {
    arguments.push_back("output_padding=" + list(layer.output_padding));
  }
  if (!is_pool(layer.op)) {
    arguments.push_back(fmt::format("group={}", layer.groups));
  } else {
    arguments.emplace_back("ceil_mode=0");
  }
  if (layer.op == Op::avg_pool2d) {
    arguments.emplace_back("count_include_pad=1");
  }
  return arguments;
}

std::string nodes(const Program& program) {
  const Layer& layer = program.layer();
  std::string text;
  if (layer.padding_rule == PaddingRule::same) {
    text += comment(program, text::code::onnx_same);
  }
  text += "nodes = []\n";
  if (has_pad_node(layer)) {
    const Sides p = resolved_padding(layer);
    text += comment(program, text::code::no_padding_mode, "Conv");
    text += fmt::format("pads = np.array([0, 0, {}, {}, 0, 0, {}, {}], dtype=np.int64)\n", p.top, p.left, p.bottom,
                        p.right);
    text += fmt::format("nodes.append(helper.make_node(\"Pad\", [\"x\", \"pads\"], [\"padded\"], mode=\"{}\"))\n",
                        pad_mode(layer.padding_mode));
  }
  return text + call("nodes.append(helper.make_node(", node_arguments(layer), "))\n");
}

std::string initializers(const Layer& layer) {
  std::string text = "initializers = [";
  const auto add = [&text](const char* name) {
    text += fmt::format("{0}numpy_helper.from_array({1}, \"{1}\")", text.back() == '[' ? "" : ", ", name);
  };
  if (has_pad_node(layer)) {
    add("pads");
  }
  if (!is_pool(layer.op)) {
    add("weight");
  }
  if (has_bias(layer)) {
    add("bias");
  }
  return text + "]\n";
}

/// The version that has wrap of Pad, and dilations of AveragePool.
constexpr int opset = 19;

}  // namespace

std::string write_onnx(const Program& program) {
  const Layer& layer = program.layer();
  std::string text = "import numpy as np\nfrom onnx import TensorProto, helper, numpy_helper\n\n";
  const std::string values = numpy_values(program, {false, "ONNX"});
  text += values + (values.empty() ? "" : "\n") + nodes(program) + initializers(layer);
  const auto tensor = [](const char* name, const Shape& shape) {
    return fmt::format("[helper.make_tensor_value_info(\"{}\", TensorProto.FLOAT, {})]", name, list(shape));
  };
  text += call("graph = helper.make_graph(",
               std::vector<std::string>{"nodes", "\"layer\"", tensor("x", input_shape(program.sized)),
                                        tensor("y", output_shape(program.sized)), "initializers"});
  return text + fmt::format("model = helper.make_model(graph, opset_imports=[helper.make_opsetid(\"\", {})])\n", opset);
}

}  // namespace convscope
