#include "engine/arithmetic.h"

#include "engine/check.h"
#include "engine/forward.h"
#include "engine/problem.h"
#include "engine/taps.h"

namespace convscope {
namespace {

void check_range(std::int64_t value, std::int64_t minimum) {
  CHECK_GE(value, minimum);
  CHECK_LE(value, max_parameter);
}

AxisArithmetic axis_arithmetic(const SizedLayer& sized, Axis axis) {
  const Layer& layer = sized.layer;
  const Sides padding = resolved_padding(layer);
  AxisArithmetic a;
  a.input = along(sized.input_size, axis);
  a.padding_before = before(padding, axis);
  a.padding_after = after(padding, axis);
  a.kernel_size = along(layer.kernel_size, axis);
  a.dilation = along(layer.dilation, axis);
  a.stride = along(layer.stride, axis);
  for (const std::int64_t value : {a.input, a.kernel_size, a.dilation, a.stride}) {
    check_range(value, 1);
  }
  if (layer.padding_rule == PaddingRule::amounts) {
    check_range(a.padding_before, 0);
    check_range(a.padding_after, 0);
  }

  a.padded_input = a.input + a.padding_before + a.padding_after;
  a.effective_kernel = a.dilation * (a.kernel_size - 1) + 1;
  a.numerator = a.padded_input - a.dilation * (a.kernel_size - 1) - 1;
  a.unread = a.numerator % a.stride;
  if (a.unread < 0) {
    a.unread += a.stride;  // The remainder of the floor, not of C++'s truncation.
  }
  a.quotient = (a.numerator - a.unread) / a.stride;
  a.output = a.quotient + 1;
  return a;
}

}  // namespace

OutputArithmetic output_arithmetic(const SizedLayer& sized) {
  return {axis_arithmetic(sized, Axis::height), axis_arithmetic(sized, Axis::width)};
}

Size output_size(const SizedLayer& sized) {
  const OutputArithmetic arithmetic = output_arithmetic(sized);
  return {arithmetic.height.output, arithmetic.width.output};
}

std::int64_t parameter_count(const Layer& layer) {
  return element_count(weight_shape(layer)) + (layer.bias ? layer.out_channels : 0);
}

std::int64_t multiply_accumulates(const SizedLayer& sized) {
  return element_count(output_shape(sized)) * tap_count(sized.layer);
}

}  // namespace convscope
