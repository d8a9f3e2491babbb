#include "engine/stamp.h"

#include <algorithm>

#include "engine/check.h"
#include "engine/forward.h"
#include "engine/kernel_cells.h"

namespace convscope {
namespace {

/// Visits the pairs of a kernel row (or column) and the output row that it falls on, those in the crop left out.
void for_each_landing(const Layer& layer, Axis axis, std::int64_t input, std::int64_t outputs, const auto& visit) {
  for (std::int64_t k = 0; k < along(layer.kernel_size, axis); ++k) {
    const std::int64_t output = transposed_output_cell(layer, axis, input, k);
    if (output >= 0 && output < outputs) {
      visit(weight_cell(layer, axis, k), output);
    }
  }
}

}  // namespace

std::int64_t stamp_count(const SizedLayer& sized) { return element_count(input_shape(sized)); }

Index input_of_stamp(const SizedLayer& sized, std::int64_t stamp) {
  CHECK_GE(stamp, 0);
  CHECK_LT(stamp, stamp_count(sized));
  const Size& size = sized.input_size;
  const std::int64_t row = stamp / size.width;
  return {0, row / size.height, row % size.height, stamp % size.width};
}

WindowOrigin stamp_origin(const Layer& layer, std::int64_t input_y, std::int64_t input_x) {
  return {transposed_output_cell(layer, Axis::height, input_y, 0),
          transposed_output_cell(layer, Axis::width, input_x, 0)};
}

void add_stamp(const Layer& layer, const Tensor& input, const Tensor& weight, const Index& cell, Tensor& output) {
  CHECK_EQ(layer.op == Op::conv_transpose2d, true);
  const float value = input.at(cell);
  const Shape shape = output.shape();
  const std::int64_t channels = layer.out_channels / layer.groups;
  const std::int64_t first_channel = cell.channel / (layer.in_channels / layer.groups) * channels;
  for (std::int64_t c = 0; c < channels; ++c) {
    for_each_landing(layer, Axis::height, cell.y, shape.height, [&](std::int64_t weight_y, std::int64_t y) {
      for_each_landing(layer, Axis::width, cell.x, shape.width, [&](std::int64_t weight_x, std::int64_t x) {
        output.at({cell.batch, first_channel + c, y, x}) += value * weight.at({cell.channel, c, weight_y, weight_x});
      });
    });
  }
}

Tensor stamped_output(const Layer& layer, const Tensor& input, const Tensor& weight, std::span<const float> bias,
                      std::int64_t stamps) {
  const SizedLayer sized{layer, {input.shape().height, input.shape().width}};
  CHECK_EQ(input.shape().batch, 1);
  CHECK_LE(stamps, stamp_count(sized));
  Tensor output(output_shape(sized));
  const auto channel_size = static_cast<std::ptrdiff_t>(output.shape().height * output.shape().width);
  auto channel = output.values().begin();
  for (const float start : bias) {
    std::fill_n(channel, channel_size, start);
    channel += channel_size;
  }
  for (std::int64_t stamp = 0; stamp < stamps; ++stamp) {
    add_stamp(layer, input, weight, input_of_stamp(sized, stamp), output);
  }
  return output;
}

}  // namespace convscope
