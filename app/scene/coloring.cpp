#include "app/scene/coloring.h"

#include <algorithm>
#include <cmath>

namespace convscope {
namespace {

/// Gradients mean little in one colour, so they have the diverging map where none is chosen.
Coloring coloring_of(const Parts& parts) {
  const View& view = parts.document.view;
  const bool plain_gradient = view.coloring == Coloring::plain && view.flow != Flow::forward;
  return plain_gradient ? Coloring::diverging : view.coloring;
}

void color_by_value(const Parts& parts, const ShownTensor& shown, Plane& plane) {
  if (const auto scale = value_scale(parts, shown)) {
    plane.cell_fill = ValueFill{plane.values, *scale};
  }
}

ColorScale weight_scale(const Layer& layer) {
  return {ColorMap::weights, 0, static_cast<float>(layer.kernel_size.height * layer.kernel_size.width)};
}

}  // namespace

const ShownTensor& shown_input(const Parts& parts) {
  return parts.document.view.coloring == Coloring::coverage ? parts.result.input_coverage : parts.values.input;
}

const ShownTensor& shown_weight(const Parts& parts) { return parts.values.weight; }

const ShownTensor& shown_output(const Parts& parts) {
  return parts.document.view.coloring == Coloring::coverage ? parts.result.output_coverage : parts.values.output;
}

std::optional<ColorScale> value_scale(const Parts& parts, const ShownTensor& shown) {
  const ValueRange& range = shown.range;
  switch (coloring_of(parts)) {
    case Coloring::plain:
    case Coloring::weight:
      return std::nullopt;
    case Coloring::diverging: {
      const float far = std::max(std::abs(range.low), std::abs(range.high));
      return ColorScale{ColorMap::diverging, -far, far};
    }
    case Coloring::sequential:
      return ColorScale{ColorMap::sequential, range.low, range.high};
    case Coloring::coverage:
      return ColorScale{ColorMap::sequential, 0, range.high};
  }
  return std::nullopt;
}

void color_input(const Parts& parts, Plane& plane) {
  if (coloring_of(parts) == Coloring::weight) {
    plane.reads = parts.result.reads;
    plane.cell_fill = SwatchFill{parts.layer().kernel_size, weight_scale(parts.layer())};
    plane.fill = parts.palette.pending;
    plane.number_color = parts.palette.text;
    return;
  }
  color_by_value(parts, shown_input(parts), plane);
}

void color_kernel(const Parts& parts, Plane& plane) {
  switch (coloring_of(parts)) {
    case Coloring::weight:
      plane.cell_fill = ValueFill{{parts.result.kernel_numbers, 0, 0}, weight_scale(parts.layer())};
      break;
    case Coloring::coverage:
      break;
    default:
      color_by_value(parts, shown_weight(parts), plane);
  }
}

void color_output(const Parts& parts, Plane& plane) { color_by_value(parts, shown_output(parts), plane); }

}  // namespace convscope
