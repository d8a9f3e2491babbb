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

/// The padding in force before.
std::int64_t cropped_before(const Layer& layer, Axis axis) { return before(resolved_padding(layer), axis); }

/// Those of the cells that are in [lowest, highest].
KernelCells within(KernelCells cells, std::int64_t lowest, std::int64_t highest) {
  cells.first += divide_up(lowest - cells.first, cells.step) * cells.step;
  cells.count = cells.first > highest ? 0 : (highest - cells.first) / cells.step + 1;
  return cells;
}

}  // namespace

KernelCells reaching_kernel_cells(const Layer& layer, Axis axis, std::int64_t output) {
  const std::int64_t stride = along(layer.stride, axis);
  const std::int64_t dilation = along(layer.dilation, axis);
  const std::int64_t place = output + cropped_before(layer, axis);
  const std::int64_t common = std::gcd(stride, dilation);
  if (place % common != 0) {
    return {};
  }
  // k·d ≡ place (mod s) has one solution in each run of s / gcd(s, d) numbers.
  const std::int64_t step = stride / common;
  const std::int64_t solution = place / common % step * inverse(dilation / common, step) % step;
  return within({solution, step, 0}, 0, along(layer.kernel_size, axis) - 1);
}

KernelCells transposed_kernel_cells(const SizedLayer& sized, Axis axis, std::int64_t output) {
  const KernelCells cells = reaching_kernel_cells(sized.layer, axis, output);
  if (cells.count == 0) {
    return {};
  }
  const std::int64_t dilation = along(sized.layer.dilation, axis);
  const std::int64_t place = output + cropped_before(sized.layer, axis);
  const std::int64_t last_place = (along(sized.input_size, axis) - 1) * along(sized.layer.stride, axis);
  return within(cells, divide_up(place - last_place, dilation),
                std::min(place / dilation, along(sized.layer.kernel_size, axis) - 1));
}

std::int64_t transposed_input_cell(const Layer& layer, Axis axis, std::int64_t output, std::int64_t kernel_cell) {
  const std::int64_t place = output + cropped_before(layer, axis);
  return (place - kernel_cell * along(layer.dilation, axis)) / along(layer.stride, axis);
}

std::int64_t transposed_output_cell(const Layer& layer, Axis axis, std::int64_t input, std::int64_t kernel_cell) {
  return input * along(layer.stride, axis) + kernel_cell * along(layer.dilation, axis) - cropped_before(layer, axis);
}

}  // namespace convscope
