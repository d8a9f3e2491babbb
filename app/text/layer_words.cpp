#include "app/text/layer_words.h"

#include <fmt/format.h>

#include "app/text/names.h"

namespace convscope::text {

std::string layer_summary(const Layer& layer) {
  std::string text = fmt::format("{}, {} → {} channels, kernel_size {}, stride {}, padding {}, dilation {}",
                                 name(layer.op), layer.in_channels, layer.out_channels, size(layer.kernel_size),
                                 size(layer.stride), padding(layer), size(layer.dilation));
  if (is_pool(layer.op)) {
    return text;
  }
  text += fmt::format(", groups {}, {}", layer.groups, layer.bias ? "bias" : "no bias");
  if (layer.padding_mode != PaddingMode::zeros) {
    text += fmt::format(", padding_mode {}", name(layer.padding_mode));
  }
  if (layer.output_padding != Size{0, 0}) {
    text += fmt::format(", output_padding {}", size(layer.output_padding));
  }
  return layer.flip_kernel ? text + ", flipped kernel" : text;
}

std::string size(const Size& size) { return fmt::format("{}×{}", size.height, size.width); }

std::string padding(const Layer& layer) {
  const Sides& p = layer.padding;
  switch (layer.padding_rule) {
    case PaddingRule::same:
      return "same";
    case PaddingRule::valid:
      return "valid";
    case PaddingRule::amounts:
      break;
  }
  if (p.top == p.bottom && p.left == p.right) {
    return size({p.top, p.left});
  }
  return fmt::format("{},{},{},{}", p.top, p.bottom, p.left, p.right);
}

}  // namespace convscope::text
