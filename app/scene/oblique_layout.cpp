#include "app/scene/oblique_layout.h"

#include <algorithm>

#include "app/scene/planes.h"

namespace convscope {
namespace {

/// conv_arithmetic slants its planes by 0.5 in y and by −0.7 in x (TikZ: y upwards), so a column leads right and up, a
/// row right and down.
constexpr Camera slanted{.axis_x = {1, -0.5F}, .axis_y = {0.7F, 0.65F}, .axis_z = {0, -1}};
constexpr float channel_distance = 0.45F;  ///< Cells between stacked channels.
constexpr float clearance =
    0.5F;  ///< Cells between the input's highest corner and the output's lowest, on the picture.
/// Shifts the output to the left on the picture, as conv_arithmetic does: straight above the input, lines from
/// neighbouring corners would hide each other.
constexpr Vec3 lean{-0.49F, -0.375F, 0};
constexpr float natural_cell = 30;
constexpr float label_rise = ObliqueText::heading + 4;  ///< Room above and below the grid's corner.
constexpr float label_fall = 20;
/// Texts are left out where they leave less than this for the picture, in pixels at scale 1.
constexpr float least_picture = 60;
/// The input's texts stand below it where that makes cells this much larger.
constexpr float worth_label_below = 1.1F;

/// Channels to show, the front one last and the others in order below it.
std::vector<std::int64_t> stacked_channels(std::int64_t channels, std::int64_t front) {
  std::vector<std::int64_t> order;
  for (std::int64_t channel = 0; channel < channels && std::ssize(order) < max_behind; ++channel) {
    if (channel != front) {
      order.push_back(channel);
    }
  }
  std::ranges::reverse(order);
  order.push_back(front);
  return order;
}

void finish_plane(const Parts& parts, Plane& plane, bool front) {
  plane.numbers = front && parts.document.view.numbers_when_oblique;
  plane.line_width = 1.5F;
  plane.border.line = parts.palette.outline;
  plane.border.number_color = parts.palette.padding;
  // Zeros under a stack of channels would show through its gaps.
  plane.border.numbers = plane.numbers && parts.document.sized.layer.in_channels == 1;
  if (!front) {
    plane.lattices.clear();
  }
}

void include_plane(PictureBox& box, const Plane& plane) {
  for (const Vec3 point : corners_with_border(plane)) {
    box.include(slanted.project(point));
  }
}

/// Stacks the input's channels from the floor's level down, the front one on top.
void add_inputs(const Parts& parts, ObliqueGrids& layout) {
  const std::vector<std::int64_t> order = stacked_channels(parts.document.sized.layer.in_channels, parts.front_channel);
  for (const std::int64_t channel : order) {
    Plane plane = input_plane(parts, channel);
    finish_plane(parts, plane, channel == parts.front_channel);
    plane.origin.z = -channel_distance * static_cast<float>(order.size() - 1 - layout.inputs.size());
    include_plane(layout.box, plane);
    layout.inputs.push_back(std::move(plane));
  }
}

/// Rows of cells between the input's right corner and its highest one, on the picture.
float corner_depth(const Plane& input) {
  const Sides& border = input.border.cells;
  return slanted.axis_y.y * static_cast<float>(input.rows + border.top + border.bottom);
}

/// How far the output's lowest point must float above the input's highest, in cells: so that neither label (of which a
/// pixel is `pixel` cells) lies over a grid or over the other one.
float clearance_for(const Plane& input, std::int64_t output_columns, float pixel) {
  const float below_top = corner_depth(input);
  const float corner_above_lowest = -slanted.axis_x.y * static_cast<float>(output_columns);
  const float input_label = pixel * label_rise - below_top;
  const float output_label = pixel * label_fall + std::max(0.0F, input_label) - corner_above_lowest;
  return std::max({clearance, input_label, output_label});
}

/// Stacks the output's channels above the middle of the input, so high that the picture shows all of both.
void add_outputs(const Parts& parts, float pixel, ObliqueGrids& layout) {
  const Plane& input = layout.inputs.back();
  const Sides& border = input.border.cells;
  const Shape& shape = parts.result.output->shape();
  const std::vector<std::int64_t> order = stacked_channels(shape.channels, parts.out_channel);
  const Vec3 origin = lean + Vec3{static_cast<float>(input.columns + border.right - border.left - shape.width) / 2,
                                  static_cast<float>(input.rows + border.bottom - border.top - shape.height) / 2, 0};
  const float stack_height = channel_distance * static_cast<float>(order.size() - 1);
  const float lowest = slanted.project(origin).y + slanted.axis_y.y * static_cast<float>(shape.height) + stack_height;
  const float height = lowest + clearance_for(input, shape.width, pixel) - layout.box.low.y;
  for (const std::int64_t channel : order) {
    Plane plane = output_plane(parts, channel);
    finish_plane(parts, plane, channel == parts.out_channel);
    plane.origin = origin;
    plane.origin.z = height - channel_distance * static_cast<float>(order.size() - 1 - layout.outputs.size());
    include_plane(layout.box, plane);
    layout.outputs.push_back(std::move(plane));
  }
}

/// `pixel`: cells that a pixel at scale 1 takes, for the labels' room; 0 without labels.
ObliqueGrids make_layout(const Parts& parts, float pixel) {
  ObliqueGrids layout;
  add_inputs(parts, layout);
  add_outputs(parts, pixel, layout);
  return layout;
}

/// The camera that shows the grids and their labels as large as they fit.
Camera fitted_camera(const ObliqueGrids& grids, const std::vector<Reach>& labels, const Stage& stage) {
  const float scale = stage.content_scale;
  const float margin = stage_margin * scale;
  const Vec2 room{stage.size.x - 2 * margin, stage.size.y - 2 * margin};
  const Vec2 extent = grids.box.high - grids.box.low;
  float cell = std::min({room.x / extent.x, room.y / extent.y, scale * largest_cell((1 / scale) * stage.size)});
  for (const Reach& reach : labels) {
    const Vec2 cells = reach.cells - grids.box.low;
    const Vec2 left = room - scale * reach.pixels;
    cell = std::min({cell, left.x / cells.x, left.y / cells.y});
  }
  Camera camera = slanted;
  camera.scale = std::max(0.01F, cell);
  Vec2 used = camera.scale * extent;
  for (const Reach& reach : labels) {
    const Vec2 end = camera.scale * (reach.cells - grids.box.low) + scale * reach.pixels;
    used = {std::max(used.x, end.x), std::max(used.y, end.y)};
  }
  camera.shift = 0.5F * (room - used) + Vec2{margin, margin} - camera.scale * grids.box.low;
  return camera;
}

/// Labels take pixels and grids cells, so the labels' room follows from the cells that it leaves.
ObliqueLayout fitted_layout(const Parts& parts, const Stage& stage, InputLabel place) {
  constexpr int rounds = 6;
  ObliqueLayout fit{make_layout(parts, 0), {}, true, place};
  fit.camera = fitted_camera(fit.grids, label_reach(parts, fit.grids, place, slanted), stage);
  for (int round = 0; round < rounds; ++round) {
    fit.grids = make_layout(parts, stage.content_scale / fit.camera.scale);
    const float before = fit.camera.scale;
    fit.camera = fitted_camera(fit.grids, label_reach(parts, fit.grids, place, slanted), stage);
    if (fit.camera.scale == before) {
      break;
    }
  }
  return fit;
}

/// Whether the input's texts are no wider than its grid, under which they are to stand.
bool is_as_wide_as_texts(const Parts& parts, const ObliqueLayout& fit, float scale) {
  const std::array<Vec3, 4> corners = corners_with_border(fit.grids.inputs.back());
  return fit.camera.project(corners[2]).x - fit.camera.project(corners[0]).x >= scale * input_label_width(parts);
}

}  // namespace

Vec3 corner(const Plane& plane, float row, float column) {
  return plane.origin + column * plane.column_step + row * plane.row_step;
}

std::array<Vec3, 4> corners_with_border(const Plane& plane) {
  const Sides& border = plane.border.cells;
  const auto top = static_cast<float>(-border.top);
  const auto left = static_cast<float>(-border.left);
  const auto bottom = static_cast<float>(plane.rows + border.bottom);
  const auto right = static_cast<float>(plane.columns + border.right);
  return {corner(plane, top, left), corner(plane, top, right), corner(plane, bottom, right),
          corner(plane, bottom, left)};
}

ObliqueLayout oblique_layout(const Parts& parts, const Stage& stage) {
  const float scale = stage.content_scale;
  if (!stage.labels || stage.size.x / scale - 2 * stage_margin - label_width(parts) < least_picture) {
    const ObliqueGrids grids = make_layout(parts, 0);
    return {.grids = grids, .camera = fitted_camera(grids, {}, stage)};
  }
  const ObliqueLayout beside = fitted_layout(parts, stage, InputLabel::beside);
  const ObliqueLayout below = fitted_layout(parts, stage, InputLabel::below);
  const bool worth = below.camera.scale > worth_label_below * beside.camera.scale;
  return worth && is_as_wide_as_texts(parts, below, scale) ? below : beside;
}

Vec2 oblique_natural_size(const Parts& parts, const Stage& stage) {
  const ObliqueGrids layout = make_layout(parts, stage.labels ? 1 / natural_cell : 0);
  const Vec2 extent = layout.box.high - layout.box.low;
  const float labels = stage.labels ? label_width(parts) : 0;
  return stage.content_scale * (natural_cell * extent + Vec2{2 * stage_margin + labels, 2 * stage_margin});
}

}  // namespace convscope
