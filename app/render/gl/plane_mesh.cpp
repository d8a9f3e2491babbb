#include "app/render/gl/plane_mesh.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "app/render/gl/plane_areas.h"

namespace convscope::gl {
namespace {

bool any_contains(std::span<const PlanePart> parts, Vec2 p) {
  return std::ranges::any_of(parts, [&](const PlanePart& part) { return contains(part, p.x, p.y); });
}

class MeshMaker {
 public:
  MeshMaker(const Scene& scene, const style::CellAxes& axes, const PlaneAreas& areas)
      : scene_(scene), axes_(axes), areas_(areas) {}

  [[nodiscard]] PlaneMesh make() const {
    const std::vector<float> columns = cuts(&PlanePart::left, &PlanePart::right);
    const std::vector<float> rows = cuts(&PlanePart::top, &PlanePart::bottom);
    PlaneMesh mesh;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
      for (std::size_t j = 0; j + 1 < columns.size(); ++j) {
        add({columns[j], rows[i], columns[j + 1], rows[i + 1]}, mesh);
      }
    }
    return mesh;
  }

 private:
  /// Where parts begin or end along one axis, as far as it is on the picture.
  [[nodiscard]] std::vector<float> cuts(float PlanePart::*low, float PlanePart::*high) const {
    PlanePart all = areas_.plane;
    std::vector<float> edges;
    const auto add = [&](const PlanePart& part) {
      edges.push_back(part.*low);
      edges.push_back(part.*high);
    };
    const auto add_drawn = [&](const PlanePart& part) {
      all = around(all, part);
      add(part);
    };
    add(areas_.plane);
    if (!is_empty(areas_.inner)) {
      add(areas_.inner);
    }
    std::ranges::for_each(areas_.lattices, add_drawn, &LatticeBox::part);
    std::ranges::for_each(areas_.unread, add_drawn, &UnreadBox::part);
    std::ranges::for_each(areas_.visible, add);
    std::ranges::for_each(areas_.covers, add);
    if (low == &PlanePart::top) {
      edges.push_back(areas_.computed_rows);
      edges.push_back(areas_.waiting_rows);
    }
    const PlanePart shown = common(all, grown(picture_part(scene_, axes_), areas_.pixel));
    for (float& edge : edges) {
      edge = std::clamp(edge, shown.*low, std::max(shown.*low, shown.*high));
    }
    std::ranges::sort(edges);
    edges.erase(std::ranges::unique(edges).begin(), edges.end());
    return edges;
  }

  [[nodiscard]] PartPlace place_of(Vec2 p) const {
    if (!contains(areas_.plane, p.x, p.y)) {
      return PartPlace::padding;
    }
    return contains(areas_.inner, p.x, p.y) ? PartPlace::inner : PartPlace::edge;
  }

  [[nodiscard]] Unread unread_at(Vec2 p) const {
    Unread found = Unread::none;
    for (const UnreadBox& box : areas_.unread) {
      if (contains(box.part, p.x, p.y)) {
        found = box.whole ? Unread::all : std::max(found, Unread::some);
      }
      if (found == Unread::all) {
        break;
      }
    }
    return found;
  }

  [[nodiscard]] PartKind kind_at(Vec2 p) const {
    PartKind kind{.place = place_of(p), .unread = unread_at(p)};
    for (const LatticeBox& box : areas_.lattices) {
      kind.lattices |= contains(box.part, p.x, p.y) ? box.lattices : 0;
    }
    if (p.y > areas_.computed_rows && kind.place != PartPlace::padding) {
      kind.computed = p.y > areas_.waiting_rows ? Computed::none : Computed::some;
    }
    return kind;
  }

  void add(const PlanePart& part, PlaneMesh& mesh) const {
    const Vec2 middle{(part.left + part.right) / 2, (part.top + part.bottom) / 2};
    const PartKind kind = kind_at(middle);
    const bool shows_something = kind.lattices != 0 || kind.unread != Unread::none || kind.place != PartPlace::padding;
    const bool is_visible = areas_.visible.empty() || any_contains(areas_.visible, middle);
    if (!shows_something || !is_visible || any_contains(areas_.covers, middle)) {
      return;
    }
    auto group = std::ranges::find(mesh, kind, &PartGroup::kind);
    if (group == mesh.end()) {
      group = mesh.insert(mesh.end(), {kind, {}});
    }
    group->parts.push_back(part);
  }

  const Scene& scene_;
  const style::CellAxes& axes_;
  const PlaneAreas& areas_;
};

}  // namespace

PlaneMesh plane_mesh(const Scene& scene, const Plane& plane, std::span<const SceneItem> above) {
  const style::CellAxes axes = style::cell_axes(scene.camera, plane);
  const PlaneAreas areas = plane_areas(scene, plane, axes, above);
  return MeshMaker(scene, axes, areas).make();
}

std::vector<PlanePart> all_parts(const PlaneMesh& mesh) {
  std::vector<PlanePart> parts;
  for (const PartGroup& group : mesh) {
    parts.insert(parts.end(), group.parts.begin(), group.parts.end());
  }
  return parts;
}

}  // namespace convscope::gl
