#include "tests/engine/reference_layer.h"

#include <algorithm>
#include <limits>

namespace convscope::testing {
namespace {

using Int = std::int64_t;

/// Zeros between the cells, and as many around them as the kernel spans beside its first cell; output_padding more at
/// the end.
Tensor stretched(const Layer& layer, const Tensor& input) {
  const Shape& shape = input.shape();
  const Int border_y = layer.dilation.height * (layer.kernel_size.height - 1);
  const Int border_x = layer.dilation.width * (layer.kernel_size.width - 1);
  Tensor result({shape.batch, shape.channels,
                 (shape.height - 1) * layer.stride.height + 1 + 2 * border_y + layer.output_padding.height,
                 (shape.width - 1) * layer.stride.width + 1 + 2 * border_x + layer.output_padding.width});
  for (Int n = 0; n < shape.batch; ++n) {
    for (Int c = 0; c < shape.channels; ++c) {
      for (Int y = 0; y < shape.height; ++y) {
        for (Int x = 0; x < shape.width; ++x) {
          result.at({n, c, border_y + y * layer.stride.height, border_x + x * layer.stride.width}) =
              input.at({n, c, y, x});
        }
      }
    }
  }
  return result;
}

/// (in, out / groups, kH, kW) to (out, in / groups, kH, kW).
Tensor exchanged(const Layer& layer, const Tensor& weight) {
  const Int ins = layer.in_channels / layer.groups;
  const Int outs = layer.out_channels / layer.groups;
  Tensor result({layer.out_channels, ins, layer.kernel_size.height, layer.kernel_size.width});
  for (Int o = 0; o < layer.out_channels; ++o) {
    for (Int i = 0; i < ins; ++i) {
      for (Int y = 0; y < layer.kernel_size.height; ++y) {
        for (Int x = 0; x < layer.kernel_size.width; ++x) {
          result.at({o, i, y, x}) = weight.at({o / outs * ins + i, o % outs, y, x});
        }
      }
    }
  }
  return result;
}

ReferenceResult cropped(const ReferenceResult& full, const Sides& crop) {
  const Shape& shape = full.shape;
  ReferenceResult result{
      {shape.batch, shape.channels, shape.height - crop.top - crop.bottom, shape.width - crop.left - crop.right}, {}};
  for (Int plane = 0; plane < shape.batch * shape.channels; ++plane) {
    for (Int y = crop.top; y < shape.height - crop.bottom; ++y) {
      const auto row = full.values.begin() + (plane * shape.height + y) * shape.width;
      result.values.insert(result.values.end(), row + crop.left, row + shape.width - crop.right);
    }
  }
  return result;
}

ReferenceResult transposed(const Layer& layer, const Tensor& input, const Tensor& weight,
                           const std::vector<float>& bias) {
  Layer convolution;
  convolution.in_channels = layer.in_channels;
  convolution.out_channels = layer.out_channels;
  convolution.groups = layer.groups;
  convolution.kernel_size = layer.kernel_size;
  convolution.dilation = layer.dilation;
  convolution.flip_kernel = !layer.flip_kernel;
  return cropped(reference_convolution(convolution, stretched(layer, input), exchanged(layer, weight), bias),
                 layer.padding);
}

/// One channel of a pool's output.
struct PooledPlane {
  Int rows = 0;
  Int columns = 0;
  std::vector<double> windows;
};

Int count_windows(Int padded, Int span, Int stride) {
  Int windows = 0;
  for (Int first = 0; first + span <= padded; first += stride) {
    ++windows;
  }
  return windows;
}

PooledPlane pooled(const Layer& layer, const Tensor& input, std::span<const float> plane) {
  const bool maximum = layer.op == Op::max_pool2d;
  const Size span{layer.dilation.height * (layer.kernel_size.height - 1) + 1,
                  layer.dilation.width * (layer.kernel_size.width - 1) + 1};
  PooledPlane result;
  result.rows = count_windows(input.shape().height + 2 * layer.padding.top, span.height, layer.stride.height);
  result.columns = count_windows(input.shape().width + 2 * layer.padding.left, span.width, layer.stride.width);
  result.windows.assign(static_cast<std::size_t>(result.rows * result.columns),
                        maximum ? -std::numeric_limits<double>::infinity() : 0.0);
  std::size_t cell = 0;
  for (Int y = layer.padding.top; y < layer.padding.top + input.shape().height; ++y) {
    for (Int x = layer.padding.left; x < layer.padding.left + input.shape().width; ++x, ++cell) {
      for (Int row = 0; row < result.rows; ++row) {
        for (Int column = 0; column < result.columns; ++column) {
          const Int ky = y - row * layer.stride.height;
          const Int kx = x - column * layer.stride.width;
          const bool inside = ky >= 0 && ky < span.height && kx >= 0 && kx < span.width;
          if (!inside || ky % layer.dilation.height != 0 || kx % layer.dilation.width != 0) {
            continue;
          }
          double& window = result.windows[static_cast<std::size_t>(row * result.columns + column)];
          window = maximum ? std::max<double>(window, plane[cell]) : window + plane[cell];
        }
      }
    }
  }
  return result;
}

ReferenceResult pool(const Layer& layer, const Tensor& input) {
  const double divisor =
      layer.op == Op::max_pool2d ? 1.0 : static_cast<double>(layer.kernel_size.height * layer.kernel_size.width);
  ReferenceResult result{input.shape(), {}};
  for (Int n = 0; n < input.shape().batch; ++n) {
    for (Int c = 0; c < input.shape().channels; ++c) {
      const PooledPlane plane = pooled(layer, input, input.channel(n, c));
      result.shape.height = plane.rows;
      result.shape.width = plane.columns;
      for (const double value : plane.windows) {
        result.values.push_back(static_cast<float>(value / divisor));
      }
    }
  }
  return result;
}

}  // namespace

ReferenceResult reference_layer(const Layer& layer, const Tensor& input, const Tensor& weight,
                                const std::vector<float>& bias) {
  switch (layer.op) {
    case Op::conv2d:
      return reference_convolution(layer, input, weight, bias);
    case Op::conv_transpose2d:
      return transposed(layer, input, weight, bias);
    case Op::max_pool2d:
    case Op::avg_pool2d:
      break;
  }
  return pool(layer, input);
}

}  // namespace convscope::testing
