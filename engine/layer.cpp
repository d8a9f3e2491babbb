#include "engine/layer.h"

#include <algorithm>

#include "engine/problem.h"

namespace convscope {
namespace {

std::int64_t in_range(std::int64_t value) { return std::clamp(value, std::int64_t{1}, max_parameter); }

}  // namespace

Size effective_kernel_size(const Layer& layer) {
  const auto span = [](std::int64_t kernel_size, std::int64_t dilation) {
    return in_range(dilation) * (in_range(kernel_size) - 1) + 1;
  };
  return {span(layer.kernel_size.height, layer.dilation.height), span(layer.kernel_size.width, layer.dilation.width)};
}

Sides resolved_padding(const Layer& layer) {
  switch (layer.padding_rule) {
    case PaddingRule::amounts:
      return layer.padding;
    case PaddingRule::valid:
      return {};
    case PaddingRule::same:
      break;
  }
  const Size effective = effective_kernel_size(layer);
  const Size total{effective.height - 1, effective.width - 1};
  const Size half{total.height / 2, total.width / 2};
  return {half.height, total.height - half.height, half.width, total.width - half.width};
}

}  // namespace convscope
