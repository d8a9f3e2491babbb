#include <algorithm>
#include <string>

#include "app/scene/copy_lines.h"
#include "app/scene/flat_layout.h"
#include "app/scene/looks.h"
#include "app/scene/marks.h"
#include "app/scene/oblique_layout.h"

namespace convscope {
namespace {

/// A heading and its shape.
struct Words {
  std::string role;
  std::string heading;
  std::string shape;
  Color color;
};

void add_label(const Words& words, const ObliqueLabel& place, const Palette& palette, Scene& scene) {
  Label label{.text = words.heading,
              .position = place.position,
              .offset = place.offset,
              .anchor_x = place.anchor_x,
              .size = ObliqueText::heading,
              .face = FontFace::bold,
              .color = words.color,
              .name = "label " + words.role};
  scene.items.emplace_back(label);
  label.text = words.shape;
  label.offset.y += ObliqueText::heading_lift + ObliqueText::shape_drop;
  label.size = ObliqueText::shape;
  label.face = FontFace::regular;
  label.color = palette.notes;
  label.name += " shape";
  scene.items.emplace_back(std::move(label));
}

/// From the corners of what the step touches on the input to those of what it touches on the output.
void add_projection_lines(const Parts& parts, const ObliqueGrids& layout, Scene& scene) {
  const Plane& input = layout.inputs.back();
  const Plane& output = layout.outputs.back();
  const CellRect from = input_box(parts);
  const CellRect to = output_box(parts);
  // Gradients flow back: then the lines lead to the input.
  const bool backward = parts.document.view.flow != Flow::forward;
  int number = 0;
  for (const Vec2 side : {Vec2{0, 0}, Vec2{1, 0}, Vec2{1, 1}, Vec2{0, 1}}) {
    const Vec3 below = corner(input, from.row + side.y * from.rows, from.column + side.x * from.columns);
    const Vec3 above = corner(output, to.row + side.y * to.rows, to.column + side.x * to.columns);
    scene.items.emplace_back(Line{.from = backward ? above : below,
                                  .to = backward ? below : above,
                                  .color = parts.palette.outline,
                                  .width = 1,
                                  .arrow = backward,
                                  .name = std::string(window_line_prefix) + std::to_string(number++)});
  }
}

void add_copies(const Parts& parts, const Plane& input, Scene& scene) {
  int number = 0;
  for (const CopyLine& line : copy_lines(parts)) {
    scene.items.emplace_back(Line{.from = corner(input, line.from.y, line.from.x),
                                  .to = corner(input, line.to.y, line.to.x),
                                  .color = parts.palette.padding,
                                  .width = copy_line_width,
                                  .arrow = true,
                                  .name = "copy line " + std::to_string(number++)});
  }
}

}  // namespace

void build_oblique(const Parts& parts, const Stage& stage, Scene& scene) {
  const ObliqueLayout fit = oblique_layout(parts, stage);
  scene.camera = fit.camera;
  const Plane& front_input = fit.grids.inputs.back();
  for (const Plane& plane : fit.grids.inputs) {
    scene.items.emplace_back(plane);
  }
  std::get<Plane>(scene.items.back()).frames = copied_frames(parts);
  add_copies(parts, front_input, scene);
  add_projection_lines(parts, fit.grids, scene);
  for (const Plane& plane : fit.grids.outputs) {
    scene.items.emplace_back(plane);
  }
  if (fit.labels) {
    const Palette& palette = parts.palette;
    add_label({"input", input_heading(parts), oblique_input_shape(parts), palette.input_text},
              input_label(parts, fit.grids, fit.input_label), palette, scene);
    add_label({"output", output_heading(parts), oblique_output_shape(parts), palette.output_text},
              output_label(fit.grids), palette, scene);
  }
}

}  // namespace convscope
