#include "app/render/gl/plane_areas.h"

#include <algorithm>
#include <utility>

#include "app/render/gl/plane_block.h"
#include "app/render/gl/plane_unread.h"

namespace convscope::gl {
namespace {

/// Of the cuts of one plane: rectangles grow with their square.
constexpr std::size_t max_lattice_boxes = 8;
constexpr std::size_t max_visible_parts = 24;
/// Pixels that must be hidden by a plane above for it to cut the one below.
constexpr float worth_a_cover = 1500;

bool is_parallel(Vec2 a, Vec2 b) {
  const float lengths = std::sqrt((a.x * a.x + a.y * a.y) * (b.x * b.x + b.y * b.y));
  return std::abs(a.x * b.y - a.y * b.x) < 1e-4F * lengths && a.x * b.x + a.y * b.y > 0;
}

class AreaMaker {
 public:
  AreaMaker(const Scene& scene, const Plane& plane, const style::CellAxes& axes)
      : scene_(scene), plane_(plane), axes_(axes) {
    areas_.pixel = {1 / cell_across(axes).x, 1 / cell_across(axes).y};
    const float half_line = plane.line_width * scene.content_scale / 2;
    areas_.plane = grown(whole_plane(plane), (half_line + 1) * areas_.pixel);
    add_visible();
    const float drawn = drawn_pixels();
    add_computed(drawn);
    add_lattices();
    join_lattice(drawn);
    if (drawn > worth_a_draw) {
      areas_.inner = grown(whole_plane(plane), (-half_line - 1) * areas_.pixel);
    }
    if (shows_unread(plane)) {
      add_unread();
    }
  }

  /// Whoever knows which parts are visible has counted the covers in.
  void add_covers(std::span<const SceneItem> above) {
    if (!areas_.visible.empty()) {
      return;
    }
    for (const SceneItem& item : above) {
      if (const auto* plane = std::get_if<Plane>(&item); plane != nullptr && !plane->hidden && is_opaque(*plane)) {
        add_cover(*plane);
      }
    }
  }

  [[nodiscard]] PlaneAreas make() && { return std::move(areas_); }

 private:
  [[nodiscard]] float pixels(const PlanePart& part) const {
    return (part.right - part.left) * (part.bottom - part.top) * std::abs(axes_.determinant());
  }

  [[nodiscard]] float drawn_pixels() const {
    float all = areas_.visible.empty() ? pixels(areas_.plane) : 0;
    for (const PlanePart& part : areas_.visible) {
      all += pixels(common(part, areas_.plane));
    }
    return all;
  }

  void add_computed(float drawn) {
    const std::int64_t count = plane_.rows * plane_.columns;
    const std::int64_t filled = std::clamp<std::int64_t>(plane_.filled, 0, count);
    const std::int64_t last = filled / plane_.columns;
    const std::int64_t first_waiting = (filled + plane_.columns - 1) / plane_.columns;
    if (filled < count && drawn < worth_a_draw) {
      areas_.computed_rows = -INFINITY;
    } else if (filled < count) {
      areas_.computed_rows = static_cast<float>(last) - areas_.pixel.y;
      areas_.waiting_rows = static_cast<float>(first_waiting) + areas_.pixel.y;
    }
  }

  /// The plane's outline and its padding: beyond them nothing is drawn of it.
  [[nodiscard]] PlanePart reach() const { return around(areas_.plane, padded_plane(plane_)); }

  /// Edges that cut a pixel leave it to both sides' colours: parts with more on them take a pixel more.
  void add_lattices() {
    for (std::size_t i = 0; i < std::min(plane_.lattices.size(), max_lattices); ++i) {
      const CellLattice& lattice = plane_.lattices[i];
      const PlanePart box = grown(lattice_box(lattice), areas_.pixel);
      const PlanePart part = lattice.cut ? box : common(box, reach());
      if (!is_empty(part)) {
        areas_.lattices.push_back({part, std::uint64_t{1} << i});
      }
    }
    if (areas_.lattices.size() > max_lattice_boxes) {
      for (const LatticeBox& box : areas_.lattices) {
        areas_.lattices.front().part = around(areas_.lattices.front().part, box.part);
        areas_.lattices.front().lattices |= box.lattices;
      }
      areas_.lattices.resize(1);
    }
  }

  /// A single lattice is everywhere where cutting the rest off would cost more than that it may have one, too.
  void join_lattice(float drawn) {
    if (areas_.lattices.size() != 1) {
      return;
    }
    PlanePart& part = areas_.lattices.front().part;
    const PlanePart met = common(part, areas_.plane);
    if (!is_empty(met) && drawn - pixels(met) < worth_a_draw) {
      part = around(part, areas_.plane);
    }
  }

  /// What reaches the plane's edge has there its outline and its padding.
  void add_visible() {
    if (plane_.visible.size() > max_visible_parts) {
      return;
    }
    const PlanePart whole = whole_plane(plane_);
    const PlanePart all = reach();
    for (const CellRect& rect : plane_.visible) {
      const float right = rect.column + rect.columns;
      const float bottom = rect.row + rect.rows;
      areas_.visible.push_back({rect.column <= whole.left ? all.left : rect.column,
                                rect.row <= whole.top ? all.top : rect.row, right >= whole.right ? all.right : right,
                                bottom >= whole.bottom ? all.bottom : bottom});
    }
  }

  void add_unread() {
    const PlanePart padded = padded_plane(plane_);
    const PlanePart all = grown(padded, areas_.pixel);
    const auto first = [](float edge) { return static_cast<std::int64_t>(edge); };
    for (const UnreadRun& run : unread_runs(plane_.reads->columns, first(padded.left), first(padded.right))) {
      const float left = run.first == padded.left ? all.left : run.first;
      const float right = run.last == padded.right ? all.right : run.last;
      areas_.unread.push_back({{left, all.top, right, all.bottom}, run.whole});
    }
    for (const UnreadRun& run : unread_runs(plane_.reads->rows, first(padded.top), first(padded.bottom))) {
      const float top = run.first == padded.top ? all.top : run.first;
      const float bottom = run.last == padded.bottom ? all.bottom : run.last;
      areas_.unread.push_back({{all.left, top, all.right, bottom}, run.whole});
    }
  }

  void add_cover(const Plane& above) {
    const style::CellAxes axes = style::cell_axes(scene_.camera, above);
    if (!is_parallel(axes.column, axes_.column) || !is_parallel(axes.row, axes_.row)) {
      return;
    }
    const Vec2 low = in_cells(axes_, axes.origin);
    const Vec2 high = in_cells(axes_, axes.at(static_cast<float>(above.columns), static_cast<float>(above.rows)));
    const PlanePart part = grown({low.x, low.y, high.x, high.y}, -1 * areas_.pixel);
    const PlanePart hidden = common(part, areas_.plane);
    if (!is_empty(hidden) && pixels(hidden) > worth_a_cover) {
      areas_.covers.push_back(part);
    }
  }

  const Scene& scene_;
  const Plane& plane_;
  const style::CellAxes& axes_;
  PlaneAreas areas_;
};

}  // namespace

PlaneAreas plane_areas(const Scene& scene, const Plane& plane, const style::CellAxes& axes,
                       std::span<const SceneItem> above) {
  AreaMaker maker(scene, plane, axes);
  maker.add_covers(above);
  return std::move(maker).make();
}

bool is_opaque(const Plane& plane) {
  const auto cuts = [](const CellLattice& lattice) { return lattice.cut; };
  return is_opaque_but_for_cuts(plane) && std::ranges::none_of(plane.lattices, cuts);
}

bool is_opaque_but_for_cuts(const Plane& plane) {
  const bool all_computed = plane.filled >= plane.rows * plane.columns;
  const bool stretched = plane.stretch.by != Size{1, 1};
  return plane.opacity == 1 && plane.fill.alpha == 1 && (all_computed || plane.pending_fill.alpha == 1) &&
         (!stretched || plane.stretch.gap_fill.alpha == 1);
}

}  // namespace convscope::gl
