#pragma once

#include <string_view>
#include <vector>

#include "app/scene/build.h"
#include "app/scene/cell_ref.h"

namespace convscope {

[[nodiscard]] Document document_of(const SizedLayer& sized, Look look = Look::flat);

/// The picture of the document's first step.
[[nodiscard]] Scene scene_of(const Document& document, const Moment& moment = {});

/// Those of the layer's tensors, in painter's order.
[[nodiscard]] std::vector<const Plane*> tensor_planes(const Scene& scene);
[[nodiscard]] const Plane& plane_named(const Scene& scene, std::string_view name);

/// Where a place of a plane (x: column, y: row) is on the picture.
[[nodiscard]] Vec2 pixel_of(const Scene& scene, const Plane& plane, Vec2 place);

void showValue(const CellRef& cell, std::ostream& stream);
void PrintTo(const CellRef& cell, std::ostream* stream);

}  // namespace convscope
