#include "app/code/program.h"

#include <fmt/format.h>

#include <cmath>

#include "app/text/phrases.h"
#include "engine/forward.h"

namespace convscope {
namespace {

constexpr std::size_t widest_line = 100;

std::string number(float value) {
  if (value == 0 && std::signbit(value)) {
    return "-0.0";  // Python's -0 is a whole number, which has no sign.
  }
  return std::isfinite(value) ? fmt::format("{}", value) : fmt::format("float(\"{}\")", value);
}

/// The numbers of one row: "[1, 2, 3]", folded where it would be wider than a line.
std::string row_of(std::span<const float> values, std::size_t indent) {
  std::vector<std::string> numbers;
  for (const float value : values) {
    numbers.push_back(number(value));
  }
  return call(std::string(indent, ' ') + "[", numbers, "]").substr(indent);
}

std::string channel_text(const Tensor& tensor, const Index& place, std::size_t indent) {
  const auto width = static_cast<std::size_t>(tensor.shape().width);
  const std::span<const float> values = tensor.channel(place.batch, place.channel);
  std::string text = "[";
  for (std::size_t first = 0; first < values.size(); first += width) {
    text += first == 0 ? "" : ",\n" + std::string(indent + 1, ' ');
    text += row_of(values.subspan(first, width), indent + 1);
  }
  return text + "]";
}

std::string numpy_array(const std::string& name, const std::string& numbers) {
  return fmt::format("{} = np.array({}, dtype=np.float32)", name, numbers);
}

std::string numpy_tensor(const Program& program, const std::string& name, const Tensor* tensor, const Shape& shape) {
  if (!is_written(program, tensor)) {
    return fmt::format("{} = rng.standard_normal({}, dtype=np.float32)", name, tuple(shape));
  }
  return numpy_array(name, nested(*tensor, name.size() + std::string_view(" = np.array(").size()));
}

bool bias_is_written(const Program& program) {
  return !program.values.bias.empty() && std::ssize(program.values.bias) <= program.most_values;
}

std::string numpy_weight(const Program& program, std::string_view framework) {
  const Layer& layer = program.layer();
  std::string text = numpy_tensor(program, "weight", program.values.weight, weight_shape(layer)) + "\n";
  text += comment(weight_places(layer));
  if (layer.flip_kernel) {
    text += comment(program, text::code::no_flip_kernel, framework) + "weight = np.flip(weight, (2, 3))\n";
  }
  if (has_bias(layer)) {
    text += bias_is_written(program)
                ? numpy_array("bias", nested(program.values.bias)) + "\n"
                : fmt::format("bias = rng.standard_normal({}, dtype=np.float32)\n", layer.out_channels);
  }
  return text;
}

bool any_is_random(const Program& program, bool input) {
  const bool has_weight = !is_pool(program.layer().op);
  return (input && !is_written(program, program.values.input)) ||
         (has_weight && !is_written(program, program.values.weight)) ||
         (has_bias(program.layer()) && !bias_is_written(program));
}

}  // namespace

std::string tuple(const Size& size) { return fmt::format("({}, {})", size.height, size.width); }
std::string tuple(const Shape& s) { return fmt::format("({}, {}, {}, {})", s.batch, s.channels, s.height, s.width); }
std::string list(const Size& size) { return fmt::format("[{}, {}]", size.height, size.width); }
std::string list(const Shape& s) { return fmt::format("[{}, {}, {}, {}]", s.batch, s.channels, s.height, s.width); }
std::string boolean(bool value) { return value ? "True" : "False"; }
std::string comment(std::string_view sentence) { return fmt::format("# {}\n", sentence); }

std::string call(std::string_view head, std::span<const std::string> arguments, std::string_view tail) {
  std::string text(head);
  std::size_t column = head.size();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string argument = arguments[i] + (i + 1 == arguments.size() ? "" : ",");
    if (i > 0 && column + 1 + argument.size() + 1 > widest_line) {
      text += "\n" + std::string(head.size(), ' ');
      column = head.size();
    } else if (i > 0) {
      text += " ";
      ++column;
    }
    text += argument;
    column += argument.size();
  }
  return text + std::string(tail);
}

std::string nested(const Tensor& tensor, std::size_t indent) {
  std::string text = "[";
  for (std::int64_t n = 0; n < tensor.shape().batch; ++n) {
    text += n == 0 ? "[" : "],\n" + std::string(indent + 1, ' ') + "[";
    for (std::int64_t c = 0; c < tensor.shape().channels; ++c) {
      text += c == 0 ? "" : ",\n" + std::string(indent + 2, ' ');
      text += channel_text(tensor, {n, c, 0, 0}, indent + 2);
    }
  }
  return text + "]]";
}

std::string nested(std::span<const float> values) {
  return row_of(values, std::string_view("bias = np.array(").size());
}

bool is_written(const Program& program, const Tensor* tensor) {
  return tensor != nullptr && element_count(tensor->shape()) <= program.most_values;
}

std::string weight_places(const Layer& layer) {
  const char* places = layer.op == Op::conv_transpose2d ? "(in_channels, out_channels / groups, kH, kW)"
                                                        : "(out_channels, in_channels / groups, kH, kW)";
  return fmt::format("weight {} = {}", places, tuple(weight_shape(layer)));
}

std::string numpy_values(const Program& program, const NumpyValues& wanted) {
  std::string text;
  if (any_is_random(program, wanted.input)) {
    text += comment(program, text::code::random_values) + "rng = np.random.default_rng(0)\n";
  }
  if (wanted.input) {
    const Shape shape = input_shape(program.sized);
    text += numpy_tensor(program, "x", program.values.input, shape) + "\n";
    text += comment(fmt::format("x (N, C, H, W) = {}", tuple(shape)));
  }
  return is_pool(program.layer().op) ? text : text + numpy_weight(program, wanted.framework);
}

std::string_view pad_mode(PaddingMode mode) {
  switch (mode) {
    case PaddingMode::zeros:
      return "constant";
    case PaddingMode::reflect:
      return "reflect";
    case PaddingMode::replicate:
      return "edge";
    case PaddingMode::circular:
      return "wrap";
  }
  return "";
}

bool pads(const Sides& padding) { return padding != Sides{}; }

}  // namespace convscope
