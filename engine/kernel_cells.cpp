#include "engine/kernel_cells.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace convscope {
namespace {

/// The x in [0, modulus) with value·x ≡ 1, by Euclid's extended algorithm; value and modulus have no common divisor.
std::int64_t inverse(std::int64_t value, std::int64_t modulus) {
  std::int64_t remainder = modulus;
  std::int64_t next_remainder = value % modulus;
  std::int64_t factor = 0;
  std::int64_t next_factor = 1 % modulus;
  while (next_remainder != 0) {
    const std::int64_t quotient = remainder / next_remainder;
    remainder = std::exchange(next_remainder, remainder - quotient * next_remainder);
    factor = std::exchange(next_factor, factor - quotient * next_factor);
  }
  return factor < 0 ? factor + modulus : factor;
}

std::int64_t divide_up(std::int64_t a, std::int64_t b) { return a <= 0 ? 0 : (a - 1) / b + 1; }

}  // namespace

KernelCells transposed_kernel_cells(const SizedLayer& sized, Axis axis, std::int64_t output) {
  const Layer& layer = sized.layer;
  const std::int64_t stride = along(layer.stride, axis);
  const std::int64_t dilation = along(layer.dilation, axis);
  const std::int64_t place = output + before(resolved_padding(layer), axis);
  const std::int64_t common = std::gcd(stride, dilation);
  if (place % common != 0) {
    return {};
  }

  // k·d ≡ place (mod s) has one solution in each run of s / gcd(s, d) numbers.
  KernelCells cells;
  cells.step = stride / common;
  const std::int64_t solution = place / common % cells.step * inverse(dilation / common, cells.step) % cells.step;

  const std::int64_t last_place = (along(sized.input_size, axis) - 1) * stride;
  const std::int64_t lowest = divide_up(place - last_place, dilation);
  const std::int64_t highest = std::min(place / dilation, along(layer.kernel_size, axis) - 1);
  cells.first = solution + divide_up(lowest - solution, cells.step) * cells.step;
  cells.count = cells.first > highest ? 0 : (highest - cells.first) / cells.step + 1;
  return cells;
}

std::int64_t transposed_input_cell(const Layer& layer, Axis axis, std::int64_t output, std::int64_t kernel_cell) {
  const std::int64_t place = output + before(resolved_padding(layer), axis);
  return (place - kernel_cell * along(layer.dilation, axis)) / along(layer.stride, axis);
}

}  // namespace convscope
