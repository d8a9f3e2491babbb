#include "engine/check.h"
#include "engine/problem.h"

namespace convscope {
namespace {

void set_padding(Layer& layer, std::optional<Axis> axis, std::int64_t value) {
  layer.padding = resolved_padding(layer);
  layer.padding_rule = PaddingRule::amounts;
  if (axis != Axis::width) {
    layer.padding.top = value;
    layer.padding.bottom = value;
  }
  if (axis != Axis::height) {
    layer.padding.left = value;
    layer.padding.right = value;
  }
}

void set_per_axis(Size& size, std::optional<Axis> axis, std::int64_t value) {
  if (axis != Axis::width) {
    size.height = value;
  }
  if (axis != Axis::height) {
    size.width = value;
  }
}

}  // namespace

std::int64_t parameter_value(const SizedLayer& sized, Parameter parameter, Axis axis) {
  switch (parameter) {
    case Parameter::input_size:
      return along(sized.input_size, axis);
    case Parameter::in_channels:
      return sized.layer.in_channels;
    case Parameter::out_channels:
      return sized.layer.out_channels;
    case Parameter::kernel_size:
      return along(sized.layer.kernel_size, axis);
    case Parameter::stride:
      return along(sized.layer.stride, axis);
    case Parameter::padding:
      return before(resolved_padding(sized.layer), axis);
    case Parameter::dilation:
      return along(sized.layer.dilation, axis);
    case Parameter::groups:
      return sized.layer.groups;
    case Parameter::padding_mode:
      return static_cast<std::int64_t>(sized.layer.padding_mode);
    case Parameter::output_padding:
      break;
  }
  return along(sized.layer.output_padding, axis);
}

void set_parameter(SizedLayer& sized, Parameter parameter, std::optional<Axis> axis, std::int64_t value) {
  switch (parameter) {
    case Parameter::input_size:
      return set_per_axis(sized.input_size, axis, value);
    case Parameter::in_channels:
      sized.layer.in_channels = value;
      return;
    case Parameter::out_channels:
      sized.layer.out_channels = value;
      return;
    case Parameter::kernel_size:
      return set_per_axis(sized.layer.kernel_size, axis, value);
    case Parameter::stride:
      return set_per_axis(sized.layer.stride, axis, value);
    case Parameter::padding:
      return set_padding(sized.layer, axis, value);
    case Parameter::dilation:
      return set_per_axis(sized.layer.dilation, axis, value);
    case Parameter::groups:
      sized.layer.groups = value;
      return;
    case Parameter::padding_mode:
      CHECK_GE(value, minimum_of(parameter));
      CHECK_LE(value, maximum_of(parameter));
      sized.layer.padding_mode = static_cast<PaddingMode>(value);
      return;
    case Parameter::output_padding:
      return set_per_axis(sized.layer.output_padding, axis, value);
  }
}

}  // namespace convscope
