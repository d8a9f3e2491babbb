#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "app/scene/slab_sides.h"

namespace convscope {
namespace {

bool touch(const Slab& a, const Slab& b, float thickness) {
  return std::abs(std::abs(a.front - b.front) - thickness) < 1e-3F * thickness;
}

bool have_equal_holes(const Plane& a, const Plane& b) {
  const CellLattice* hole = hole_of(a);
  const CellLattice* other = hole_of(b);
  return hole == nullptr || other == nullptr ? hole == other : *hole == *other;
}

/// Whether two neighbours are one box on the picture.
bool are_one(const PaintedSlab& a, const PaintedSlab& b, float thickness) {
  return touch(a.slab, b.slab, thickness) && a.sides == b.sides && a.face.opacity == b.face.opacity &&
         a.face.filled == b.face.filled && have_equal_holes(a.face, b.face);
}

/// How many of the first slabs are one box.
std::size_t first_box(std::span<const PaintedSlab> slabs, float thickness) {
  const auto apart = std::ranges::adjacent_find(
      slabs, [&](const PaintedSlab& a, const PaintedSlab& b) { return !are_one(a, b, thickness); });
  return apart == slabs.end() ? slabs.size() : static_cast<std::size_t>(apart - slabs.begin()) + 1;
}

void hide(const Camera& camera, Plane& behind, const Plane& before) {
  if (auto seen = parts_not_hidden(camera, behind, before)) {
    behind.visible = std::move(*seen);
  } else {
    behind.hidden = true;
  }
}

}  // namespace

const CellLattice* hole_of(const Plane& face) {
  const auto found = std::ranges::find(face.lattices, true, &CellLattice::cut);
  return found == face.lattices.end() ? nullptr : &*found;
}

void add_slabs(const PlacedVolume& placed, const Camera& camera, std::vector<PaintedSlab> slabs,
               std::vector<SceneItem>& items) {
  const Volume& volume = *placed.volume;
  std::int64_t boxes = 0;
  for (std::span<PaintedSlab> rest = slabs; !rest.empty(); ++boxes) {
    rest = rest.subspan(first_box(rest, volume.thickness));
  }
  std::optional<std::size_t> behind;  // The last face: its place among the items.
  for (std::span<PaintedSlab> rest = slabs; !rest.empty();) {
    const std::span<PaintedSlab> box = rest.first(first_box(rest, volume.thickness));
    rest = rest.subspan(box.size());
    for (PaintedSlab& painted : box) {
      Plane& face = painted.face;
      face.origin = placed.at(painted.slab, 0, 0);
      face.column_step = {volume.cell, 0, 0};
      face.row_step = {0, volume.cell, 0};
      if (&painted == &box.back()) {
        add_sides(placed, {painted.slab, std::ssize(box), painted.sides, boxes}, face, items);
      } else {
        face.hidden = true;
      }
      items.emplace_back(std::move(face));
    }
    const Plane& nearest = std::get<Plane>(items.back());
    if (behind && nearest.opacity >= 1) {
      hide(camera, std::get<Plane>(items[*behind]), nearest);
    }
    behind = items.size() - 1;
  }
}

}  // namespace convscope
