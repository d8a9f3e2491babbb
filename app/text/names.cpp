#include "app/text/names.h"

namespace convscope::text {

std::string_view name(Op op) {
  switch (op) {
    case Op::conv2d:
      return "conv2d";
  }
  return "";
}

std::string_view name(PaddingMode mode) {
  switch (mode) {
    case PaddingMode::zeros:
      return "zeros";
  }
  return "";
}

std::string_view name(Parameter parameter) {
  switch (parameter) {
    case Parameter::input_size:
      return "input_size";
    case Parameter::in_channels:
      return "in_channels";
    case Parameter::out_channels:
      return "out_channels";
    case Parameter::kernel_size:
      return "kernel_size";
    case Parameter::stride:
      return "stride";
    case Parameter::padding:
      return "padding";
    case Parameter::dilation:
      return "dilation";
    case Parameter::groups:
      return "groups";
  }
  return "";
}

std::string_view name(Axis axis) { return axis == Axis::height ? "height" : "width"; }

std::string_view name(Reason reason) {
  switch (reason) {
    case Reason::below_minimum:
      return "below_minimum";
    case Reason::above_maximum:
      return "above_maximum";
    case Reason::not_divisible:
      return "not_divisible";
    case Reason::kernel_exceeds_input:
      return "kernel_exceeds_input";
    case Reason::same_needs_stride_one:
      return "same_needs_stride_one";
    case Reason::too_many_elements:
      return "too_many_elements";
  }
  return "";
}

std::string_view name(TensorRole tensor) {
  switch (tensor) {
    case TensorRole::input:
      return "input";
    case TensorRole::weight:
      return "weight";
    case TensorRole::output:
      return "output";
  }
  return "";
}

std::string name(Parameter parameter, std::optional<Axis> axis) {
  std::string text(name(parameter));
  if (axis) {
    text.append(" (").append(name(*axis)).append(")");
  }
  return text;
}

}  // namespace convscope::text
