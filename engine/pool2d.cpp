#include <cmath>
#include <limits>

#include "engine/cell_value.h"
#include "engine/padding.h"
#include "engine/taps.h"

namespace convscope {
namespace {

/// Calls `take` with each value of the window that does not lie in the padding.
template <typename Take>
void for_each_value(const Layer& layer, const Tensor& input, const Index& output, Take take) {
  const WindowOrigin origin = window_origin(layer, output.y, output.x);
  for (std::int64_t ky = 0; ky < layer.kernel_size.height; ++ky) {
    const auto y = source_cell(PaddingMode::zeros, origin.y + ky * layer.dilation.height, input.shape().height);
    for (std::int64_t kx = 0; y && kx < layer.kernel_size.width; ++kx) {
      const auto x = source_cell(PaddingMode::zeros, origin.x + kx * layer.dilation.width, input.shape().width);
      if (x) {
        take(input.at({output.batch, output.channel, *y, *x}));
      }
    }
  }
}

}  // namespace

double max_pool2d_value(const Layer& layer, const Tensor& input, const Index& output) {
  float largest = -std::numeric_limits<float>::infinity();
  for_each_value(layer, input, output, [&](float value) {
    if (value > largest || std::isnan(value)) {
      largest = value;
    }
  });
  return largest;
}

double avg_pool2d_value(const Layer& layer, const Tensor& input, const Index& output) {
  double sum = 0;
  for_each_value(layer, input, output, [&](float value) { sum += value; });
  return sum / static_cast<double>(layer.kernel_size.height * layer.kernel_size.width);
}

}  // namespace convscope
