#include "engine/window.h"

#include <algorithm>

namespace convscope {
namespace {

bool is_transposed(const Layer& layer) { return layer.op == Op::conv_transpose2d; }

}  // namespace

Size window_grid_size(const SizedLayer& sized) {
  if (!is_transposed(sized.layer)) {
    return sized.input_size;
  }
  return {(sized.input_size.height - 1) * sized.layer.stride.height + 1,
          (sized.input_size.width - 1) * sized.layer.stride.width + 1};
}

Sides window_border(const SizedLayer& sized) {
  const Layer& layer = sized.layer;
  const Sides padding = resolved_padding(layer);
  if (!is_transposed(layer)) {
    return padding;
  }
  const Size span = effective_kernel_size(layer);
  const auto around = [](std::int64_t cells) { return std::max<std::int64_t>(cells, 0); };
  return {around(span.height - 1 - padding.top), around(span.height - 1 - padding.bottom + layer.output_padding.height),
          around(span.width - 1 - padding.left), around(span.width - 1 - padding.right + layer.output_padding.width)};
}

WindowOrigin window_place(const Layer& layer, std::int64_t output_y, std::int64_t output_x) {
  if (!is_transposed(layer)) {
    return window_origin(layer, output_y, output_x);
  }
  const Sides padding = resolved_padding(layer);
  const Size span = effective_kernel_size(layer);
  return {output_y + padding.top - (span.height - 1), output_x + padding.left - (span.width - 1)};
}

Size window_weight_cell(const Layer& layer, const Size& place) {
  if (layer.flip_kernel == is_transposed(layer)) {
    return place;
  }
  return {layer.kernel_size.height - 1 - place.height, layer.kernel_size.width - 1 - place.width};
}

WeightChannels weight_channels(const Layer& layer, std::int64_t out_channel, std::int64_t channel) {
  if (!is_transposed(layer)) {
    return {out_channel, channel};
  }
  return {first_input_channel(layer, out_channel) + channel, out_channel % (layer.out_channels / layer.groups)};
}

}  // namespace convscope
