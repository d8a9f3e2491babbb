#include <algorithm>
#include <array>
#include <string>

#include "app/scene/looks.h"
#include "app/text/labels.h"

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
constexpr float largest_cell = 96;
constexpr float label_gap = 12;
constexpr float label_size = 15;
constexpr float label_character = 0.6F * label_size;

struct Box {
  Vec2 low{1e9F, 1e9F};
  Vec2 high{-1e9F, -1e9F};
  void include(Vec2 point) {
    low = {std::min(low.x, point.x), std::min(low.y, point.y)};
    high = {std::max(high.x, point.x), std::max(high.y, point.y)};
  }
};

struct Layout {
  std::vector<Plane> inputs;  ///< The front one last.
  std::vector<Plane> outputs;
  Box box;  ///< On the picture, in cells.
  std::string input_label;
  std::string output_label;
  float label_width = 0;  ///< Pixels at scale 1.
};

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
}

void include_plane(Box& box, const Plane& plane) {
  for (const Vec3 point : corners_with_border(plane)) {
    box.include(slanted.project(point));
  }
}

/// Stacks the input's channels from the floor's level down, the front one on top.
void add_inputs(const Parts& parts, Layout& layout) {
  const std::vector<std::int64_t> order = stacked_channels(parts.document.sized.layer.in_channels, parts.front_channel);
  for (const std::int64_t channel : order) {
    Plane plane = input_plane(parts, channel);
    finish_plane(parts, plane, channel == parts.front_channel);
    plane.origin.z = -channel_distance * static_cast<float>(order.size() - 1 - layout.inputs.size());
    include_plane(layout.box, plane);
    layout.inputs.push_back(std::move(plane));
  }
  Plane& front = layout.inputs.back();
  if (front.numbers) {
    front.lattice->corner_color = parts.palette.on_cell;
    front.lattice->corner_values = ChannelValues{parts.document.weight, parts.output_cell.channel,
                                                 parts.document.view.input_channel % parts.depth};
  }
}

/// Stacks the output's channels above the middle of the input, so high that the picture shows all of both.
void add_outputs(const Parts& parts, Layout& layout) {
  const Plane& input = layout.inputs.back();
  const Sides& border = input.border.cells;
  const Shape& shape = parts.result.output->shape();
  const std::vector<std::int64_t> order = stacked_channels(shape.channels, parts.output_cell.channel);
  const Vec3 origin = lean + Vec3{static_cast<float>(input.columns + border.right - border.left - shape.width) / 2,
                                  static_cast<float>(input.rows + border.bottom - border.top - shape.height) / 2, 0};
  const float stack_height = channel_distance * static_cast<float>(order.size() - 1);
  const float lowest = slanted.project(origin).y + slanted.axis_y.y * static_cast<float>(shape.height) + stack_height;
  const float height = lowest + clearance - layout.box.low.y;
  for (const std::int64_t channel : order) {
    Plane plane = output_plane(parts, channel);
    finish_plane(parts, plane, channel == parts.output_cell.channel);
    plane.origin = origin;
    plane.origin.z = height - channel_distance * static_cast<float>(order.size() - 1 - layout.outputs.size());
    include_plane(layout.box, plane);
    layout.outputs.push_back(std::move(plane));
  }
}

Layout make_layout(const Parts& parts, const Stage& stage) {
  Layout layout;
  add_inputs(parts, layout);
  add_outputs(parts, layout);
  if (stage.labels) {
    const Shape& in = parts.document.input->shape();
    const Shape& out = parts.result.output->shape();
    layout.input_label = text::input() + " " + text::shape({in.channels, in.height, in.width});
    layout.output_label = text::output() + " " + text::shape({out.channels, out.height, out.width});
    const std::size_t longest = std::max(layout.input_label.size(), layout.output_label.size());
    layout.label_width = label_gap + label_character * static_cast<float>(longest);
  }
  return layout;
}

Camera fitted_camera(const Layout& layout, const Stage& stage) {
  const float scale = stage.content_scale;
  const float margin = stage_margin * scale;
  const Vec2 room{stage.size.x - 2 * margin - layout.label_width * scale, stage.size.y - 2 * margin};
  const Vec2 extent = layout.box.high - layout.box.low;
  Camera camera = slanted;
  camera.scale = std::clamp(std::min(room.x / extent.x, room.y / extent.y), 0.01F, largest_cell * scale);
  const Vec2 used = camera.scale * extent;
  const Vec2 free{(room.x - used.x) / 2 + margin, (room.y - used.y) / 2 + margin};
  camera.shift = free - camera.scale * layout.box.low;
  return camera;
}

void add_label(const std::string& text, const Plane& plane, Color color, Scene& scene) {
  scene.items.emplace_back(Label{.text = text,
                                 .position = corners_with_border(plane)[2],
                                 .offset = {label_gap, label_size * 0.36F},
                                 .anchor_x = 0,
                                 .size = label_size,
                                 .face = FontFace::regular,
                                 .color = color});
}

/// From the corners of the window, as far as the dilated kernel spans, to those of the output cell.
void add_projection_lines(const Parts& parts, const Layout& layout, Scene& scene) {
  const Size span = effective_kernel_size(parts.document.sized.layer);
  const Plane& input = layout.inputs.back();
  const Plane& output = layout.outputs.back();
  const Vec2 window = window_corner(parts);
  const Vec2 cell = output_corner(parts);
  for (const Vec2 side : {Vec2{0, 0}, Vec2{1, 0}, Vec2{1, 1}, Vec2{0, 1}}) {
    scene.items.emplace_back(Line{.from = corner(input, window.y + side.y * static_cast<float>(span.height),
                                                 window.x + side.x * static_cast<float>(span.width)),
                                  .to = corner(output, cell.y + side.y, cell.x + side.x),
                                  .color = parts.palette.outline,
                                  .width = 1});
  }
}

}  // namespace

void build_oblique(const Parts& parts, const Stage& stage, Scene& scene) {
  Layout layout = make_layout(parts, stage);
  scene.camera = fitted_camera(layout, stage);
  const Plane front_input = layout.inputs.back();
  const Plane front_output = layout.outputs.back();
  for (const Plane& plane : layout.inputs) {
    scene.items.emplace_back(plane);
  }
  add_projection_lines(parts, layout, scene);
  for (const Plane& plane : layout.outputs) {
    scene.items.emplace_back(plane);
  }
  if (stage.labels) {
    add_label(layout.input_label, front_input, parts.palette.input_text, scene);
    add_label(layout.output_label, front_output, parts.palette.output_text, scene);
  }
}

Vec2 oblique_natural_size(const Parts& parts, const Stage& stage) {
  const Layout layout = make_layout(parts, stage);
  const Vec2 extent = layout.box.high - layout.box.low;
  return stage.content_scale * (natural_cell * extent + Vec2{2 * stage_margin + layout.label_width, 2 * stage_margin});
}

}  // namespace convscope
