#include "app/scene/cell_sum.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace convscope {

CellSum cell_sum(const Document& document, std::int64_t step) {
  const Layer& layer = document.sized.layer;
  CellSum sum;
  sum.output = output_of_step(document.sized, step);
  const std::int64_t depth = channels_read(layer);
  const std::int64_t first = first_input_channel(layer, sum.output.channel);
  sum.front_channel = first + document.view.input_channel % depth;
  for (std::int64_t channel = 0; channel < depth; ++channel) {
    sum.channels.push_back({first + channel, 0});
  }
  double total = 0;
  for (const Tap& tap : taps(document.sized, sum.output)) {
    const TapValue value = tap_value(layer, tap, *document.input, *document.weight);
    const double product = static_cast<double>(value.value) * value.weight;
    sum.channels[static_cast<std::size_t>(tap.weight->channel)].sum += product;
    total += product;
    if (first + tap.weight->channel == sum.front_channel) {
      sum.products.push_back({tap, value});
    }
  }
  sum.has_bias = layer.bias;
  if (sum.has_bias) {
    sum.bias = document.bias[static_cast<std::size_t>(sum.output.channel)];
  }
  sum.total = static_cast<float>(total + sum.bias);
  return sum;
}

std::string formula_number(double value) {
  if (std::isnan(value)) {
    return "NaN";
  }
  if (std::isinf(value)) {
    return value > 0 ? "\u221e" : "\u2212\u221e";
  }
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.6g", std::abs(value));
  return (std::signbit(value) && value != 0 ? "\u2212" : "") + std::string(buffer.data());
}

}  // namespace convscope
