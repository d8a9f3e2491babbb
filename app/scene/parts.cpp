#include "app/scene/parts.h"

#include <algorithm>
#include <cmath>

#include "engine/arithmetic.h"

namespace convscope {
namespace {

Vec2 between(Vec2 from, Vec2 to, float share) { return from + share * (to - from); }

Vec2 window_corner_at(const Layer& layer, const Index& cell) {
  const WindowOrigin origin = window_origin(layer, cell.y, cell.x);
  return {static_cast<float>(origin.x), static_cast<float>(origin.y)};
}

std::string plane_name(const char* role, std::int64_t channel) {
  return std::string(role) + " " + std::to_string(channel);
}

/// Output cells of one channel that a step has already made.
std::int64_t filled_cells(const Parts& parts, std::int64_t channel) {
  const Shape& shape = parts.result.output->shape();
  const std::int64_t cells = shape.height * shape.width;
  return std::clamp<std::int64_t>(parts.moment.step + 1 - channel * cells, 0, cells);
}

}  // namespace

Parts make_parts(const Document& document, const LayerResult& result, const Moment& moment) {
  Parts parts{.document = document,
              .result = result,
              .moment = moment,
              .palette = palette_of(document.view.theme),
              .output_cell = output_of_step(document.sized, moment.step),
              .next_cell = {}};
  parts.next_cell = parts.output_cell;
  if (moment.slide > 0 && moment.step + 1 < result.steps) {
    parts.next_cell = output_of_step(document.sized, moment.step + 1);
  }
  const Layer& layer = document.sized.layer;
  parts.depth = layer.in_channels / layer.groups;
  parts.front_channel =
      first_input_channel(layer, parts.output_cell.channel) + document.view.input_channel % parts.depth;
  return parts;
}

Vec2 window_corner(const Parts& parts) {
  const Layer& layer = parts.document.sized.layer;
  return between(window_corner_at(layer, parts.output_cell), window_corner_at(layer, parts.next_cell),
                 parts.moment.slide);
}

Vec2 output_corner(const Parts& parts) {
  const Index& now = parts.output_cell;
  const Index& next = parts.next_cell.channel == now.channel ? parts.next_cell : now;
  return between({static_cast<float>(now.x), static_cast<float>(now.y)},
                 {static_cast<float>(next.x), static_cast<float>(next.y)}, parts.moment.slide);
}

Plane input_plane(const Parts& parts, std::int64_t channel) {
  const Palette& palette = parts.palette;
  Plane plane;
  plane.name = plane_name("input", channel);
  plane.rows = parts.document.sized.input_size.height;
  plane.columns = parts.document.sized.input_size.width;
  plane.filled = plane.rows * plane.columns;
  plane.fill = palette.input;
  plane.line = palette.grid_line;
  plane.values = {parts.document.input, 0, channel};
  plane.number_color = palette.on_cell;
  plane.lattice_number_color = palette.on_cell;
  if (channel != parts.front_channel) {
    plane.fill = palette.behind_input;
    plane.line = palette.behind_line;
    return plane;
  }
  const Layer& layer = parts.document.sized.layer;
  plane.border.cells = resolved_padding(layer);
  const Vec2 corner = window_corner(parts);
  plane.lattice = CellLattice{.row = corner.y,
                              .column = corner.x,
                              .rows = layer.kernel_size.height,
                              .columns = layer.kernel_size.width,
                              .row_spacing = static_cast<float>(layer.dilation.height),
                              .column_spacing = static_cast<float>(layer.dilation.width),
                              .overlay = palette.taken,
                              .corner_values = {},
                              .corner_color = palette.on_cell};
  return plane;
}

Plane kernel_plane(const Parts& parts, std::int64_t out_channel, std::int64_t group_channel) {
  const Palette& palette = parts.palette;
  const Layer& layer = parts.document.sized.layer;
  Plane plane;
  plane.name = plane_name("kernel", out_channel) + "," + std::to_string(group_channel);
  plane.rows = layer.kernel_size.height;
  plane.columns = layer.kernel_size.width;
  plane.filled = plane.rows * plane.columns;
  const bool front = group_channel == parts.document.view.input_channel % parts.depth;
  plane.fill = front ? palette.kernel_cell : palette.behind_kernel;
  plane.line = palette.kernel_size;
  plane.line_width = 1;
  plane.values = {parts.document.weight, out_channel, group_channel};
  plane.number_color = palette.text;
  plane.lattice_number_color = palette.text;
  return plane;
}

Plane output_plane(const Parts& parts, std::int64_t channel) {
  const Palette& palette = parts.palette;
  const Shape& shape = parts.result.output->shape();
  Plane plane;
  plane.name = plane_name("output", channel);
  plane.rows = shape.height;
  plane.columns = shape.width;
  plane.fill = palette.output;
  plane.filled = filled_cells(parts, channel);
  plane.pending_fill = palette.pending;
  plane.line = palette.grid_line;
  plane.values = {parts.result.output, 0, channel};
  plane.number_color = palette.on_cell;
  plane.lattice_number_color = palette.on_cell;
  if (channel == parts.output_cell.channel) {
    const Vec2 corner = output_corner(parts);
    plane.lattice = CellLattice{
        .row = corner.y, .column = corner.x, .overlay = palette.taken, .corner_values = {}, .corner_color = {}};
  }
  return plane;
}

}  // namespace convscope
