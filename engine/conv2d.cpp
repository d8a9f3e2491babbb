#include "engine/cell_value.h"
#include "engine/kernel_cells.h"
#include "engine/padding.h"
#include "engine/taps.h"

namespace convscope {
namespace {

/// What the window reads at a place that may lie in the padding.
float padded_value(PaddingMode mode, const Tensor& input, const Index& place) {
  const auto y = source_cell(mode, place.y, input.shape().height);
  const auto x = source_cell(mode, place.x, input.shape().width);
  return y && x ? input.at({place.batch, place.channel, *y, *x}) : 0.0F;
}

}  // namespace

double conv2d_value(const Layer& layer, const Tensor& input, const Tensor& weight, const Index& output) {
  const WindowOrigin origin = window_origin(layer, output.y, output.x);
  const std::int64_t first_channel = first_input_channel(layer, output.channel);
  double sum = 0;
  for (std::int64_t channel = 0; channel < channels_read(layer); ++channel) {
    for (std::int64_t ky = 0; ky < layer.kernel_size.height; ++ky) {
      for (std::int64_t kx = 0; kx < layer.kernel_size.width; ++kx) {
        const float value = padded_value(layer.padding_mode, input,
                                         {output.batch, first_channel + channel, origin.y + ky * layer.dilation.height,
                                          origin.x + kx * layer.dilation.width});
        sum += static_cast<double>(value) * weight.at({output.channel, channel, weight_cell(layer, Axis::height, ky),
                                                       weight_cell(layer, Axis::width, kx)});
      }
    }
  }
  return sum;
}

}  // namespace convscope
