#pragma once

#include <optional>
#include <vector>

#include "app/scene/cell_ref.h"
#include "app/scene/scene.h"

namespace convscope {

/// The cell that is seen at a pixel of the picture; none beside the layer's tensors. Cells that a lattice cuts out are
/// looked through, and so are planes that are more than half transparent.
[[nodiscard]] std::optional<CellRef> hit_test(const Scene& scene, Vec2 pixel);

/// Whether a plane's cells are the layer's and can be seen.
[[nodiscard]] bool can_be_pointed_at(const Plane& plane);
/// The cell at a row and column of a plane, its padding and gaps included; none beside them.
[[nodiscard]] std::optional<CellRef> cell_at(const Plane& plane, std::int64_t row, std::int64_t column);

/// An upright part of the picture, in pixels.
struct PixelBox {
  Vec2 low{};
  Vec2 high{};
};

/// Where a cell is on the picture: what surrounds its parallelogram, on the front plane that shows it. None where none
/// does.
[[nodiscard]] std::optional<PixelBox> cell_box(const Scene& scene, const CellRef& cell);

/// What surrounds the cells that each lattice takes, on planes of the layer's tensors.
[[nodiscard]] std::vector<PixelBox> lattice_boxes(const Scene& scene);

/// Whether a plane shows the channel that a cell belongs to.
[[nodiscard]] bool shows_channel(const Plane& plane, const CellRef& cell);
/// Row (y) and column (x) of a cell on a plane that shows its channel.
[[nodiscard]] Vec2 place_on(const Plane& plane, const CellRef& cell);

}  // namespace convscope
