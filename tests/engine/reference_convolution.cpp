#include "tests/engine/reference_convolution.h"

#include <cstdlib>

namespace convscope::testing {
namespace {

using Int = std::int64_t;

/// The padding that torch.nn.Conv2d would apply: its _reversed_padding_repeated_twice for "same".
Sides padding_of(const Layer& layer) {
  if (layer.padding_rule == PaddingRule::valid) {
    return {0, 0, 0, 0};
  }
  if (layer.padding_rule == PaddingRule::amounts) {
    return layer.padding;
  }
  Sides sides;
  const Int rows = layer.dilation.height * (layer.kernel_size.height - 1);
  const Int columns = layer.dilation.width * (layer.kernel_size.width - 1);
  sides.top = rows / 2;
  sides.bottom = rows / 2 + rows % 2;
  sides.left = columns / 2;
  sides.right = columns / 2 + columns % 2;
  return sides;
}

/// How often a window of `kernel` cells, `dilation` apart, fits when it moves by `stride`.
Int count_windows(Int padded, Int kernel, Int dilation, Int stride) {
  Int windows = 0;
  for (Int first = 0; first + (kernel - 1) * dilation < padded; first += stride) {
    ++windows;
  }
  return windows;
}

/// Where torch.nn.functional.pad copies a row or column from; −1: nowhere. Walks there step by step: reflecting turns
/// round at the first and last cell, circular starts again at the other end.
Int copied_from(PaddingMode mode, Int place, Int size) {
  if (mode == PaddingMode::zeros && (place < 0 || place >= size)) {
    return -1;
  }
  Int cell = place < 0 ? 0 : place >= size ? size - 1 : place;
  const Int outward = place < 0 ? -1 : 1;
  for (Int left = std::abs(place - cell); left > 0 && mode != PaddingMode::replicate; --left) {
    cell += mode == PaddingMode::reflect ? -outward : outward;
    cell = (cell + size) % size;
  }
  return cell;
}

std::vector<double> pad(const Layer& layer, const Tensor& input, const Sides& sides, Int rows, Int columns) {
  const Shape& shape = input.shape();
  std::vector<double> padded(static_cast<std::size_t>(shape.batch * shape.channels * rows * columns), 0.0);
  for (Int plane = 0; plane < shape.batch * shape.channels; ++plane) {
    for (Int y = 0; y < rows; ++y) {
      for (Int x = 0; x < columns; ++x) {
        const Int from_y = copied_from(layer.padding_mode, y - sides.top, shape.height);
        const Int from_x = copied_from(layer.padding_mode, x - sides.left, shape.width);
        if (from_y >= 0 && from_x >= 0) {
          padded[static_cast<std::size_t>((plane * rows + y) * columns + x)] =
              input.values()[static_cast<std::size_t>((plane * shape.height + from_y) * shape.width + from_x)];
        }
      }
    }
  }
  return padded;
}

}  // namespace

ReferenceResult reference_convolution(const Layer& layer, const Tensor& input, const Tensor& weight,
                                      const std::vector<float>& bias) {
  const Sides sides = padding_of(layer);
  const Int rows = input.shape().height + sides.top + sides.bottom;
  const Int columns = input.shape().width + sides.left + sides.right;
  const std::vector<double> padded = pad(layer, input, sides, rows, columns);

  const Int out_rows = count_windows(rows, layer.kernel_size.height, layer.dilation.height, layer.stride.height);
  const Int out_columns = count_windows(columns, layer.kernel_size.width, layer.dilation.width, layer.stride.width);
  ReferenceResult result{{input.shape().batch, layer.out_channels, out_rows, out_columns}, {}};
  for (Int n = 0; n < input.shape().batch; ++n) {
    for (Int o = 0; o < layer.out_channels; ++o) {
      const double start = bias.empty() ? 0.0 : bias[static_cast<std::size_t>(o)];
      result.values.insert(result.values.end(), static_cast<std::size_t>(out_rows * out_columns), start);
    }
  }

  const auto cells = static_cast<std::size_t>(layer.kernel_size.height * layer.kernel_size.width);
  const auto spread = [&](Int n, Int i, Int y, Int x) {
    const double value = padded[static_cast<std::size_t>(((n * layer.in_channels + i) * rows + y) * columns + x)];
    for (Int o = 0; o < layer.out_channels; ++o) {
      const bool same_group = o * layer.groups / layer.out_channels == i * layer.groups / layer.in_channels;
      if (!same_group) {
        continue;
      }
      std::size_t w =
          static_cast<std::size_t>((o * (layer.in_channels / layer.groups) + i % (layer.in_channels / layer.groups)) *
                                   layer.kernel_size.height * layer.kernel_size.width);
      const std::size_t first = w;
      const auto last_of = [&](std::size_t at) { return 2 * first + cells - 1 - at; };
      for (Int ky = 0; ky < layer.kernel_size.height; ++ky) {
        for (Int kx = 0; kx < layer.kernel_size.width; ++kx, ++w) {
          const Int top = y - ky * layer.dilation.height;
          const Int left = x - kx * layer.dilation.width;
          const bool on_grid =
              top >= 0 && left >= 0 && top % layer.stride.height == 0 && left % layer.stride.width == 0;
          const Int out_y = top / layer.stride.height;
          const Int out_x = left / layer.stride.width;
          if (on_grid && out_y < out_rows && out_x < out_columns) {
            result.values[static_cast<std::size_t>(((n * layer.out_channels + o) * out_rows + out_y) * out_columns +
                                                   out_x)] +=
                value * weight.values()[layer.flip_kernel ? last_of(w) : w];
          }
        }
      }
    }
  };
  for (Int n = 0; n < input.shape().batch; ++n) {
    for (Int i = 0; i < layer.in_channels; ++i) {
      for (Int y = 0; y < rows; ++y) {
        for (Int x = 0; x < columns; ++x) {
          spread(n, i, y, x);
        }
      }
    }
  }
  return result;
}

}  // namespace convscope::testing
