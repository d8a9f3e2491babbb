#include "app/scene/blend_items.h"

#include <algorithm>

namespace convscope {
namespace {

float mix(float a, float b, float share) { return a + share * (b - a); }
Vec2 mix(Vec2 a, Vec2 b, float share) { return a + share * (b - a); }
Vec3 mix(Vec3 a, Vec3 b, float share) { return a + share * (b - a); }

Vec3 flat(Vec2 v) { return {v.x, v.y, 0}; }

void fade(Color& color, float alpha) { color.alpha *= alpha; }

void place(Plane& plane, const Camera& camera) {
  plane.origin = flat(camera.project(plane.origin));
  plane.column_step = flat(camera.direction(plane.column_step));
  plane.row_step = flat(camera.direction(plane.row_step));
}

void place(Line& line, const Camera& camera) {
  line.from = flat(camera.project(line.from));
  line.to = flat(camera.project(line.to));
}

void place(Label& label, const Camera& camera) { label.position = flat(camera.project(label.position)); }

/// What lies over it may be seen through now.
void fade_item(Plane& plane, float alpha) {
  plane.opacity *= alpha;
  plane.visible.clear();
}
/// Texts of both ends would be written over each other, and over what moves, and lines would hang in the air where what
/// they join has moved on: they are gone after a third of the way.
float faded_soon(float alpha) { return std::max(0.0F, 3 * alpha - 2); }
void fade_item(Line& line, float alpha) { fade(line.color, faded_soon(alpha)); }
void fade_item(Label& label, float alpha) { fade(label.color, faded_soon(alpha)); }

/// The lattices of both fade into each other; cells are cut as at the nearer end.
std::vector<CellLattice> mixed_lattices(const Plane& near, const Plane& far, float share) {
  if (near.lattices == far.lattices) {
    return near.lattices;
  }
  std::vector<CellLattice> lattices = near.lattices;
  for (CellLattice& lattice : lattices) {
    fade(lattice.overlay, 1 - share);
  }
  for (CellLattice lattice : far.lattices) {
    fade(lattice.overlay, share);
    if (!lattice.cut && lattice.overlay.alpha > 0) {
      lattice.fill.reset();
      lattice.corner_values.reset();
      lattices.push_back(std::move(lattice));
    }
  }
  return lattices;
}

std::vector<CellFrame> mixed_frames(const Plane& near, const Plane& far, float share) {
  if (near.frames == far.frames) {
    return near.frames;
  }
  std::vector<CellFrame> frames = near.frames;
  for (CellFrame& frame : frames) {
    fade(frame.color, 1 - share);
  }
  for (CellFrame frame : far.frames) {
    fade(frame.color, share);
    frames.push_back(frame);
  }
  return frames;
}

PaddingBorder mixed_border(const PaddingBorder& near, const PaddingBorder& far, float share) {
  const bool near_has = near.cells != Sides{};
  const bool far_has = far.cells != Sides{};
  PaddingBorder border = near_has ? near : far;
  if (near_has != far_has) {
    fade(border.line, near_has ? 1 - share : share);
    fade(border.number_color, near_has ? 1 - share : share);
    return border;
  }
  border.line = mixed(near.line, far.line, share);
  border.number_color = mixed(near.number_color, far.number_color, share);
  if (near.numbers != far.numbers) {
    border.numbers = true;
    border.number_color = near.numbers ? near.number_color : far.number_color;
    fade(border.number_color, near.numbers ? 1 - share : share);
  }
  return border;
}

void mix_numbers(const Plane& near, const Plane& far, float share, Plane& plane) {
  plane.numbers = near.numbers || far.numbers;
  if (near.numbers == far.numbers) {
    plane.number_color = mixed(near.number_color, far.number_color, share);
    return;
  }
  plane.number_color = near.numbers ? near.number_color : far.number_color;
  fade(plane.number_color, near.numbers ? 1 - share : share);
}

Plane between_items(const Plane& near, const Plane& far, float share) {
  Plane plane = near;
  plane.origin = mix(near.origin, far.origin, share);
  plane.column_step = mix(near.column_step, far.column_step, share);
  plane.row_step = mix(near.row_step, far.row_step, share);
  plane.opacity = mix(near.opacity, far.opacity, share);
  plane.fill = mixed(near.fill, far.fill, share);
  plane.pending_fill = mixed(near.pending_fill, far.pending_fill, share);
  plane.stretch.gap_fill = mixed(near.stretch.gap_fill, far.stretch.gap_fill, share);
  plane.line = mixed(near.line, far.line, share);
  plane.line_width = mix(near.line_width, far.line_width, share);
  plane.hatch = mixed(near.hatch, far.hatch, share);
  plane.border = mixed_border(near.border, far.border, share);
  plane.lattices = mixed_lattices(near, far, share);
  plane.frames = mixed_frames(near, far, share);
  mix_numbers(near, far, share, plane);
  // What one end hides is seen on the way to the other.
  plane.visible.clear();
  plane.hidden = false;
  return plane;
}

Line between_items(const Line& near, const Line& far, float share) {
  Line line = near;
  line.from = mix(near.from, far.from, share);
  line.to = mix(near.to, far.to, share);
  line.color = mixed(near.color, far.color, share);
  line.width = mix(near.width, far.width, share);
  return line;
}

/// A label that is the same text at both ends moves; another one stays and fades.
Label between_items(const Label& near, const Label& far, float share) {
  if (near.text != far.text || near.face != far.face) {
    Label label = near;
    fade_item(label, 1 - share);
    return label;
  }
  Label label = near;
  label.position = mix(near.position, far.position, share);
  label.offset = mix(near.offset, far.offset, share);
  label.anchor_x = mix(near.anchor_x, far.anchor_x, share);
  label.size = mix(near.size, far.size, share);
  label.color = mixed(near.color, far.color, share);
  return label;
}

}  // namespace

SceneItem on_picture(const SceneItem& item, const Camera& camera) {
  SceneItem placed = item;
  std::visit([&](auto& one) { place(one, camera); }, placed);
  return placed;
}

SceneItem faded(SceneItem item, float alpha) {
  std::visit([&](auto& one) { fade_item(one, alpha); }, item);
  return item;
}

SceneItem between(const SceneItem& near, const SceneItem& far, float share) {
  return std::visit(
      [&](const auto& one) -> SceneItem {
        return between_items(one, std::get<std::decay_t<decltype(one)>>(far), share);
      },
      near);
}

}  // namespace convscope
