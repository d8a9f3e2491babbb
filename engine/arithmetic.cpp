#include "engine/arithmetic.h"

#include "engine/check.h"
#include "engine/forward.h"
#include "engine/problem.h"

namespace convscope {
namespace {

void check_range(std::int64_t value, std::int64_t minimum) {
  CHECK_GE(value, minimum);
  CHECK_LE(value, max_parameter);
}

AxisArithmetic parameters_of(const SizedLayer& sized, Axis axis) {
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
  a.effective_kernel = a.dilation * (a.kernel_size - 1) + 1;
  return a;
}

AxisArithmetic window_arithmetic(AxisArithmetic a) {
  a.padded_input = a.input + a.padding_before + a.padding_after;
  a.numerator = a.padded_input - a.dilation * (a.kernel_size - 1) - 1;
  a.unread = a.numerator % a.stride;
  if (a.unread < 0) {
    a.unread += a.stride;  // The remainder of the floor, not of C++'s truncation.
  }
  a.quotient = (a.numerator - a.unread) / a.stride;
  a.output = a.quotient + 1;
  return a;
}

AxisArithmetic transposed_arithmetic(AxisArithmetic a, std::int64_t output_padding) {
  check_range(output_padding, 0);
  a.transposed = true;
  a.output_padding = output_padding;
  a.stretched_input = (a.input - 1) * a.stride + 1;
  a.full_output = a.stretched_input + a.dilation * (a.kernel_size - 1);
  a.output = a.full_output - a.padding_before - a.padding_after + a.output_padding;
  return a;
}

AxisArithmetic axis_arithmetic(const SizedLayer& sized, Axis axis) {
  const AxisArithmetic parameters = parameters_of(sized, axis);
  return sized.layer.op == Op::conv_transpose2d
             ? transposed_arithmetic(parameters, along(sized.layer.output_padding, axis))
             : window_arithmetic(parameters);
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
  return element_count(weight_shape(layer)) + (has_bias(layer) ? layer.out_channels : 0);
}

std::int64_t multiply_accumulates(const SizedLayer& sized) { return is_pool(sized.layer.op) ? 0 : cells_read(sized); }

std::int64_t cells_read(const SizedLayer& sized) {
  const Layer& layer = sized.layer;
  const std::int64_t kernel = layer.kernel_size.height * layer.kernel_size.width;
  switch (layer.op) {
    case Op::conv2d:
      return element_count(output_shape(sized)) * (layer.in_channels / layer.groups) * kernel;
    case Op::conv_transpose2d:
      return element_count(input_shape(sized)) * (layer.out_channels / layer.groups) * kernel;
    case Op::max_pool2d:
    case Op::avg_pool2d:
      break;
  }
  return element_count(output_shape(sized)) * kernel;
}

}  // namespace convscope
