#pragma once

#include <cstdint>

#include "app/render/style.h"
#include "app/scene/scene.h"

namespace convscope {

/// Cells [first, last) of a plane's rows and columns, its padding included: row −1 is the padding above row 0.
struct CellRange {
  std::int64_t first_row = 0;
  std::int64_t last_row = 0;
  std::int64_t first_column = 0;
  std::int64_t last_column = 0;

  [[nodiscard]] bool empty() const { return first_row >= last_row || first_column >= last_column; }
  [[nodiscard]] std::int64_t rows() const { return last_row - first_row; }
  [[nodiscard]] std::int64_t columns() const { return last_column - first_column; }
  bool operator==(const CellRange&) const = default;
};

/// The cells of a plane and of its padding that may touch the picture, or come as near to it as `margin` pixels. Empty
/// for a plane seen from its edge.
[[nodiscard]] CellRange visible_cells(const Scene& scene, const Plane& plane, float margin = 0);

/// Those of a range that are not padding.
[[nodiscard]] CellRange without_padding(const CellRange& range, const Plane& plane);

}  // namespace convscope
