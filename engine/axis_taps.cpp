#include "engine/axis_taps.h"

#include "engine/arithmetic.h"
#include "engine/forward.h"
#include "engine/problem.h"
#include "engine/taps.h"

namespace convscope {
namespace {

/// Leaves a single cell along an axis, under a kernel of one, which padding by words ("same", "valid") does not pad.
void reduce_to_cell(SizedLayer& sized, Axis axis) {
  for (const Parameter parameter : {Parameter::input_size, Parameter::kernel_size, Parameter::stride,
                                    Parameter::dilation, Parameter::output_padding}) {
    set_parameter(sized, parameter, axis, minimum_of(parameter));
  }
  if (sized.layer.padding_rule == PaddingRule::amounts) {
    set_parameter(sized, Parameter::padding, axis, minimum_of(Parameter::padding));
  }
}

}  // namespace

SizedLayer axis_layer(const SizedLayer& sized, Axis axis) {
  SizedLayer line = sized;
  reduce_to_cell(line, axis == Axis::height ? Axis::width : Axis::height);
  line.layer.groups = 1;
  line.layer.in_channels = 1;
  line.layer.out_channels = 1;
  return line;
}

void for_each_axis_tap(const SizedLayer& sized, Axis axis, const std::function<void(const AxisTap&)>& visit) {
  const SizedLayer line = axis_layer(sized, axis);
  const auto place = [axis](const Index& index) { return axis == Axis::height ? index.y : index.x; };
  const std::int64_t outputs = step_count(line);
  for (std::int64_t step = 0; step < outputs; ++step) {
    const CellTaps cell(line, axis == Axis::height ? Index{0, 0, step, 0} : Index{0, 0, 0, step});
    const std::int64_t count = cell.count();
    for (std::int64_t number = 0; number < count; ++number) {
      const Tap tap = cell[number];
      AxisTap along_axis;
      along_axis.output = step;
      if (tap.input) {
        along_axis.input = place(*tap.input);
      }
      along_axis.padded = axis == Axis::height ? tap.padded_y : tap.padded_x;
      along_axis.kernel = tap.weight ? place(*tap.weight) : number;
      visit(along_axis);
    }
  }
}

std::vector<AxisTap> axis_taps(const SizedLayer& sized, Axis axis) {
  std::vector<AxisTap> list;
  for_each_axis_tap(sized, axis, [&](const AxisTap& tap) { list.push_back(tap); });
  return list;
}

std::int64_t axis_tap_count(const SizedLayer& sized) {
  const Size output = output_size(sized);
  return output.height * sized.layer.kernel_size.height + output.width * sized.layer.kernel_size.width;
}

void for_each_channel_tap(const Layer& layer, const std::function<void(const ChannelTap&)>& visit) {
  SizedLayer point{layer, {1, 1}};
  reduce_to_cell(point, Axis::height);
  reduce_to_cell(point, Axis::width);
  for (std::int64_t channel = 0; channel < layer.out_channels; ++channel) {
    const CellTaps cell(point, {0, channel, 0, 0});
    const std::int64_t count = cell.count();
    for (std::int64_t number = 0; number < count; ++number) {
      const Tap tap = cell[number];
      ChannelTap pair{channel, tap.input->channel, std::nullopt};
      if (tap.weight) {
        pair.weight = WeightChannels{tap.weight->batch, tap.weight->channel};
      }
      visit(pair);
    }
  }
}

}  // namespace convscope
