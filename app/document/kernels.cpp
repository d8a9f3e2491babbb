#include "app/document/kernels.h"

#include <cmath>
#include <numbers>

#include "engine/check.h"
#include "engine/forward.h"

namespace convscope {
namespace {

using Plane = std::array<float, 9>;

/// The rows of a 3 × 3 kernel.
constexpr Plane plane_of(Kernel kernel) {
  switch (kernel) {
    case Kernel::sharpen:
      return {0, -1, 0, -1, 5, -1, 0, -1, 0};
    case Kernel::sobel_x:
      return {-1, 0, 1, -2, 0, 2, -1, 0, 1};
    case Kernel::sobel_y:
      return {-1, -2, -1, 0, 0, 0, 1, 2, 1};
    case Kernel::laplacian:
      return {0, 1, 0, 1, -4, 1, 0, 1, 0};
    case Kernel::emboss:
      return {-2, -1, 0, -1, 1, 1, 0, 1, 2};
    case Kernel::numerical:
      return {0, 1, 2, 2, 2, 0, 0, 1, 2};
    case Kernel::identity:
    case Kernel::box:
    case Kernel::gaussian:
      break;
  }
  return {0, 0, 0, 0, 1, 0, 0, 0, 0};
}

/// C(n, i) / 2ⁿ, by logarithms: kernels may be long.
double binomial(std::int64_t n, std::int64_t i) {
  const auto of = [](std::int64_t value) { return std::lgamma(static_cast<double>(value) + 1); };
  return std::exp(of(n) - of(i) - of(n - i) - static_cast<double>(n) * std::numbers::ln2);
}

float smooth_value(Kernel kernel, const Size& size, std::int64_t y, std::int64_t x) {
  if (kernel == Kernel::box) {
    return static_cast<float>(1.0 / static_cast<double>(size.height * size.width));
  }
  return static_cast<float>(binomial(size.height - 1, y) * binomial(size.width - 1, x));
}

/// The share of an input channel in an output channel, both counted in their group.
float share(std::int64_t output, std::int64_t input, std::int64_t outputs, std::int64_t inputs) {
  if (outputs >= inputs) {
    return output % inputs == input ? 1 : 0;
  }
  const std::int64_t taken = (inputs - output + outputs - 1) / outputs;  // How many inputs this output has.
  return input % outputs == output ? 1.0F / static_cast<float>(taken) : 0;
}

}  // namespace

std::string_view name(Kernel kernel) {
  switch (kernel) {
    case Kernel::identity:
      return "identity";
    case Kernel::box:
      return "box";
    case Kernel::gaussian:
      return "gaussian";
    case Kernel::sharpen:
      return "sharpen";
    case Kernel::sobel_x:
      return "sobel_x";
    case Kernel::sobel_y:
      return "sobel_y";
    case Kernel::laplacian:
      return "laplacian";
    case Kernel::emboss:
      return "emboss";
    case Kernel::numerical:
      return "numerical";
  }
  return "";
}

Size smallest_size(Kernel kernel) {
  const bool any = kernel == Kernel::identity || kernel == Kernel::box || kernel == Kernel::gaussian;
  return any ? Size{1, 1} : Size{3, 3};
}

Tensor kernel_plane(Kernel kernel, const Size& size) {
  CHECK_GE(size.height, smallest_size(kernel).height);
  CHECK_GE(size.width, smallest_size(kernel).width);
  Tensor plane({1, 1, size.height, size.width});
  const Plane fixed = plane_of(kernel);
  const Size middle{(size.height - 1) / 2, (size.width - 1) / 2};
  for (std::int64_t y = 0; y < size.height; ++y) {
    for (std::int64_t x = 0; x < size.width; ++x) {
      const std::int64_t row = y - middle.height + 1;
      const std::int64_t column = x - middle.width + 1;
      if (kernel == Kernel::box || kernel == Kernel::gaussian) {
        plane.at({0, 0, y, x}) = smooth_value(kernel, size, y, x);
      } else if (row >= 0 && row < 3 && column >= 0 && column < 3) {
        plane.at({0, 0, y, x}) = fixed[static_cast<std::size_t>(3 * row + column)];
      }
    }
  }
  return plane;
}

Tensor kernel_weight(Kernel kernel, const Layer& layer) {
  const Tensor plane = kernel_plane(kernel, layer.kernel_size);
  Tensor weight(weight_shape(layer));
  const bool transposed = layer.op == Op::conv_transpose2d;
  const std::int64_t outputs = layer.out_channels / layer.groups;
  const std::int64_t inputs = layer.in_channels / layer.groups;
  auto* value = weight.values().data();
  for (std::int64_t first = 0; first < weight.shape().batch; ++first) {
    for (std::int64_t second = 0; second < weight.shape().channels; ++second) {
      const float part =
          transposed ? share(second, first % inputs, outputs, inputs) : share(first % outputs, second, outputs, inputs);
      for (const float cell : plane.values()) {
        *value++ = part == 0 ? 0 : part * cell;
      }
    }
  }
  return weight;
}

}  // namespace convscope
