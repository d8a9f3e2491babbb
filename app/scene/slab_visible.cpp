#include <algorithm>
#include <cmath>

#include "app/scene/slab.h"

namespace convscope {
namespace {

/// Pixels that more is drawn than can be seen.
constexpr float overlap = 1;
/// Pixels beyond the grid's edge that belong to its outline.
constexpr float outline = 3;

/// Low and high ends along columns (x) and rows (y), in cells.
struct Area {
  Vec2 low{};
  Vec2 high{};
  [[nodiscard]] bool empty() const { return low.x >= high.x || low.y >= high.y; }
};

Area grown(const Area& area, Vec2 by) { return {area.low - by, area.high + by}; }

Area common(const Area& a, const Area& b) {
  return {{std::max(a.low.x, b.low.x), std::max(a.low.y, b.low.y)},
          {std::min(a.high.x, b.high.x), std::min(a.high.y, b.high.y)}};
}

void add(const Area& area, std::vector<CellRect>& rects) {
  if (!area.empty()) {
    rects.push_back({area.low.y, area.low.x, area.high.y - area.low.y, area.high.x - area.low.x});
  }
}

/// What is left of `whole` without `taken`, which lies in it.
void add_rest(const Area& whole, const Area& taken, std::vector<CellRect>& rects) {
  add({whole.low, {whole.high.x, taken.low.y}}, rects);
  add({{whole.low.x, taken.high.y}, whole.high}, rects);
  add({{whole.low.x, taken.low.y}, {taken.low.x, taken.high.y}}, rects);
  add({{taken.high.x, taken.low.y}, {whole.high.x, taken.high.y}}, rects);
}

Area area_of(const CellLattice& lattice) {
  return {{lattice.column, lattice.row},
          {lattice.column + static_cast<float>(lattice.columns - 1) * lattice.column_spacing + 1,
           lattice.row + static_cast<float>(lattice.rows - 1) * lattice.row_spacing + 1}};
}

}  // namespace

std::optional<std::vector<CellRect>> parts_not_hidden(const Camera& camera, const Plane& behind, const Plane& before) {
  const Vec2 column = camera.direction(behind.column_step);
  const Vec2 row = camera.direction(behind.row_step);
  const float determinant = column.x * row.y - column.y * row.x;
  if (std::abs(determinant) < 1e-6F) {
    return std::nullopt;  // Both are seen from their edge.
  }
  // How many columns and rows the one before is shifted on the picture.
  const Vec2 apart = camera.direction(before.origin - behind.origin);
  const Vec2 shift{(apart.x * row.y - apart.y * row.x) / determinant,
                   (apart.y * column.x - apart.x * column.y) / determinant};
  // Cells that one pixel across the columns' and the rows' edges takes.
  const Vec2 pixel{std::hypot(row.x, row.y) / std::abs(determinant),
                   std::hypot(column.x, column.y) / std::abs(determinant)};
  const Area grid{{0, 0}, {static_cast<float>(behind.columns), static_cast<float>(behind.rows)}};
  const Area whole = grown(grid, outline * pixel);
  const Area over{shift, shift + Vec2{static_cast<float>(before.columns), static_cast<float>(before.rows)}};
  const Area hidden = common(whole, grown(over, -overlap * pixel));
  std::vector<CellRect> rects;
  if (hidden.empty()) {
    return rects;
  }
  add_rest(whole, hidden, rects);
  for (const CellLattice& lattice : before.lattices) {
    if (lattice.cut) {
      const Area hole = area_of(lattice);
      add(common(hidden, grown({hole.low + shift, hole.high + shift}, overlap * pixel)), rects);
    }
  }
  return rects.empty() ? std::nullopt : std::optional(rects);
}

}  // namespace convscope
