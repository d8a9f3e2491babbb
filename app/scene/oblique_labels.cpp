#include <algorithm>

#include "app/scene/flat_layout.h"
#include "app/scene/oblique_layout.h"
#include "app/scene/text_width.h"
#include "app/text/labels.h"

namespace convscope {
namespace {

constexpr float label_end =
    20;  ///< Below the heading's base line, in pixels at scale 1: the shape's line and its tails.
constexpr float right_rise = 0.5F;  ///< Of the slanted columns: rows that one leads up on the picture.

/// The right corner of a plane with its padding.
Vec3 right_corner(const Plane& plane) { return corners_with_border(plane)[2]; }

float output_label_width(const Parts& parts) {
  return std::max(text_width(output_heading(parts), ObliqueText::heading),
                  text_width(oblique_output_shape(parts), ObliqueText::shape));
}

}  // namespace

std::string oblique_input_shape(const Parts& parts) {
  const Shape& in = parts.document.input->shape();
  return text::shape(parts.document.view.axis_order, in.channels, in.height, in.width);
}

std::string oblique_output_shape(const Parts& parts) {
  const Shape& out = parts.result.output->shape();
  return text::shape(parts.document.view.axis_order, out.channels, out.height, out.width);
}

float input_label_width(const Parts& parts) {
  return std::max(text_width(input_heading(parts), ObliqueText::heading),
                  text_width(oblique_input_shape(parts), ObliqueText::shape));
}

float label_width(const Parts& parts) {
  return ObliqueText::gap + std::max(input_label_width(parts), output_label_width(parts));
}

ObliqueLabel input_label(const Parts& parts, const ObliqueGrids& grids, InputLabel place) {
  if (place == InputLabel::beside) {
    return {right_corner(grids.inputs.back()), {ObliqueText::gap, -ObliqueText::heading_lift}, 0};
  }
  // The lower edge falls to the left: as far down as the texts are wide.
  const float drop = right_rise * input_label_width(parts) + ObliqueText::heading;
  return {right_corner(grids.inputs.front()), {0, drop}, 1};
}

ObliqueLabel output_label(const ObliqueGrids& grids) {
  return {right_corner(grids.outputs.back()), {ObliqueText::gap, -ObliqueText::heading_lift}, 0};
}

std::vector<Reach> label_reach(const Parts& parts, const ObliqueGrids& grids, InputLabel place, const Camera& seen) {
  const ObliqueLabel input = input_label(parts, grids, place);
  const ObliqueLabel output = output_label(grids);
  const float input_end = place == InputLabel::beside ? input_label_width(parts) : 0;
  return {{seen.project(input.position), input.offset + Vec2{input_end, label_end}},
          {seen.project(output.position), output.offset + Vec2{output_label_width(parts), label_end}}};
}

}  // namespace convscope
