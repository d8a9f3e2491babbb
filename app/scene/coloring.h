#pragma once

#include "app/scene/parts.h"

namespace convscope {

/// What colours say (Coloring), as fills of the planes.

/// The tensors whose values the grids show: values, gradients, or how often a cell is used.
[[nodiscard]] const ShownTensor& shown_input(const Parts& parts);
[[nodiscard]] const ShownTensor& shown_weight(const Parts& parts);
[[nodiscard]] const ShownTensor& shown_output(const Parts& parts);

/// The scale of a tensor's values; none while the colours do not follow values.
[[nodiscard]] std::optional<ColorScale> value_scale(const Parts& parts, const ShownTensor& shown);

/// Sets cell_fill as the view asks, and what goes with it. `plane.values` is set.
void color_input(const Parts& parts, Plane& plane);
void color_kernel(const Parts& parts, Plane& plane);
void color_output(const Parts& parts, Plane& plane);

}  // namespace convscope
