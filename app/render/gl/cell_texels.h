#pragma once

#include <vector>

#include "app/render/gl/texel_choice.h"
#include "app/render/gl/texel_scale.h"
#include "app/scene/scene.h"

namespace convscope::gl {

/// Whether cell_fill colours anything.
[[nodiscard]] bool has_cell_colors(const Plane& plane);

/// The colours of cell_fill, row-major; transparent where the plane's fill is seen. Requires has_cell_colors.
/// Those that are not chosen stay transparent, and cost nothing.
[[nodiscard]] std::vector<Texel> cell_texels(const Plane& plane, const TexelGrid& grid, const TexelChoice& choice);

/// A value's colour; transparent for NaN.
[[nodiscard]] std::vector<Texel> value_texels(const ValueFill& fill);

}  // namespace convscope::gl
