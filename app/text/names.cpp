#include "app/text/names.h"

#include <span>

namespace convscope::text {
namespace {

template <typename T>
std::optional<T> find_named(std::span<const T> values, std::string_view wanted) {
  for (const T value : values) {
    if (name(value) == wanted) {
      return value;
    }
  }
  return std::nullopt;
}

template <typename T>
std::string choices(std::span<const T> values) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool last = i + 1 == values.size();
    text.append(i == 0 ? "" : last ? " or " : ", ").append(name(values[i]));
  }
  return text;
}

}  // namespace

std::string_view name(Op op) {
  switch (op) {
    case Op::conv2d:
      return "conv2d";
    case Op::conv_transpose2d:
      return "conv_transpose2d";
    case Op::max_pool2d:
      return "max_pool2d";
    case Op::avg_pool2d:
      return "avg_pool2d";
  }
  return "";
}

std::string_view name(PaddingMode mode) {
  switch (mode) {
    case PaddingMode::zeros:
      return "zeros";
    case PaddingMode::reflect:
      return "reflect";
    case PaddingMode::replicate:
      return "replicate";
    case PaddingMode::circular:
      return "circular";
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
    case Parameter::padding_mode:
      return "padding_mode";
    case Parameter::output_padding:
      return "output_padding";
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
    case Reason::padding_word_needs_conv2d:
      return "padding_word_needs_conv2d";
    case Reason::padding_mode_needs_conv2d:
      return "padding_mode_needs_conv2d";
    case Reason::padding_not_symmetric:
      return "padding_not_symmetric";
    case Reason::padding_exceeds_half_kernel:
      return "padding_exceeds_half_kernel";
    case Reason::reflect_exceeds_input:
      return "reflect_exceeds_input";
    case Reason::circular_exceeds_input:
      return "circular_exceeds_input";
    case Reason::pool_keeps_channels:
      return "pool_keeps_channels";
    case Reason::avg_pool_has_no_dilation:
      return "avg_pool_has_no_dilation";
    case Reason::output_padding_needs_transpose:
      return "output_padding_needs_transpose";
    case Reason::output_padding_too_large:
      return "output_padding_too_large";
    case Reason::output_below_one:
      return "output_below_one";
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

std::optional<Op> op_named(std::string_view name) { return find_named<Op>(ops, name); }
std::optional<PaddingMode> padding_mode_named(std::string_view name) {
  return find_named<PaddingMode>(padding_modes, name);
}

std::string op_names() { return choices<Op>(ops); }
std::string padding_mode_names() { return choices<PaddingMode>(padding_modes); }

std::string name(Parameter parameter, std::optional<Axis> axis) {
  std::string text(name(parameter));
  if (axis) {
    text.append(" (").append(name(*axis)).append(")");
  }
  return text;
}

}  // namespace convscope::text
