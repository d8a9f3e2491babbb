#include "app/text/layer_words.h"

#include <fmt/format.h>

#include "app/text/names.h"

namespace convscope::text {
namespace {

std::string padding_text(const Layer& layer) {
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

}  // namespace

std::string layer_summary(const Layer& layer) {
  return fmt::format("{}, {} → {} channels, kernel_size {}, stride {}, padding {}, dilation {}, groups {}, {}",
                     name(layer.op), layer.in_channels, layer.out_channels, size(layer.kernel_size), size(layer.stride),
                     padding_text(layer), size(layer.dilation), layer.groups, layer.bias ? "bias" : "no bias");
}

std::string size(const Size& size) { return fmt::format("{}×{}", size.height, size.width); }

}  // namespace convscope::text
