#include "app/scene/planes.h"

#include <algorithm>
#include <limits>
#include <string>

#include "app/scene/coloring.h"
#include "app/scene/marks.h"

namespace convscope {
namespace {

std::string plane_name(const char* role, std::int64_t channel) {
  return std::string(role) + " " + std::to_string(channel);
}

/// Output cells of one channel that the steps so far have made. A stamp leaves no cell for later.
std::int64_t filled_cells(const Parts& parts, std::int64_t channel) {
  const Shape& shape = parts.result.output->shape();
  const std::int64_t cells = shape.height * shape.width;
  return parts.stamping ? cells : std::clamp<std::int64_t>(parts.moment.step + 1 - channel * cells, 0, cells);
}

void set_grid(Plane& plane, const Size& size) {
  plane.rows = size.height;
  plane.columns = size.width;
  plane.filled = size.height * size.width;
}

}  // namespace

Plane input_plane(const Parts& parts, std::int64_t channel) {
  const Palette& palette = parts.palette;
  const Layer& layer = parts.layer();
  Plane plane;
  plane.name = plane_name("input", channel);
  plane.cells = {PlaneRole::input, 0, channel};
  set_grid(plane, input_grid(parts));
  plane.fill = palette.input;
  plane.line = palette.grid_line;
  plane.number_color = palette.on_cell;
  plane.values = {shown_input(parts).values, 0, channel};
  if (layer.op == Op::conv_transpose2d && !parts.stamping) {
    plane.stretch = {layer.stride, palette.background, palette.padding};
  }
  color_input(parts, plane);
  if (channel != parts.front_channel) {
    plane.fill = palette.behind_input;
    plane.line = palette.behind_line;
    return plane;
  }
  plane.border.cells = input_border(parts);
  plane.border.mode = layer.padding_mode;
  plane.border.value = layer.op == Op::max_pool2d ? -std::numeric_limits<float>::infinity() : 0;
  plane.reads = parts.result.reads;
  plane.hatch = layer.op == Op::conv_transpose2d ? Color{.alpha = 0} : palette.hatch;
  plane.lattices = input_marks(parts, channel);
  return plane;
}

Plane kernel_plane(const Parts& parts, std::int64_t out_channel, std::int64_t group_channel) {
  const Palette& palette = parts.palette;
  const WeightChannels place = weight_channels(parts.layer(), out_channel, group_channel);
  Plane plane;
  plane.name = plane_name("kernel", out_channel) + "," + std::to_string(group_channel);
  plane.cells = {PlaneRole::weight, place.outer, place.inner};
  set_grid(plane, parts.layer().kernel_size);
  const bool front = group_channel == parts.front_in_group();
  plane.fill = front ? palette.kernel_cell : palette.behind_kernel;
  plane.line = palette.kernel_size;
  plane.line_width = 1;
  plane.values = {shown_weight(parts).values, place.outer, place.inner};
  plane.number_color = palette.text;
  color_kernel(parts, plane);
  plane.lattices = kernel_marks(parts, out_channel, group_channel);
  return plane;
}

Plane output_plane(const Parts& parts, std::int64_t channel) {
  const Palette& palette = parts.palette;
  const Shape& shape = parts.result.output->shape();
  Plane plane;
  plane.name = plane_name("output", channel);
  plane.cells = {PlaneRole::output, 0, channel};
  set_grid(plane, {shape.height, shape.width});
  plane.fill = palette.output;
  plane.filled = filled_cells(parts, channel);
  plane.pending_fill = palette.pending;
  plane.line = palette.grid_line;
  plane.values = {shown_output(parts).values, 0, channel};
  plane.number_color = palette.on_cell;
  color_output(parts, plane);
  if (is_made(parts, channel)) {
    plane.border.cells = output_border(parts);
    plane.lattices = output_marks(parts, channel);
    plane.other_numbers = growing_sum(parts);
  }
  return plane;
}

}  // namespace convscope
