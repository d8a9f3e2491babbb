#include "app/scene/focus_lines.h"

#include <algorithm>
#include <iterator>

#include "app/scene/copy_lines.h"
#include "app/scene/hit.h"
#include "app/scene/number_gaps.h"
#include "app/scene/palette.h"
#include "app/scene/touched.h"

namespace convscope {
namespace {

Vec3 point_on(const Plane& plane, Vec2 place) {
  return plane.origin + place.x * plane.column_step + place.y * plane.row_step;
}

/// What the runs span on a plane that they are touched on.
CellRect span_of(const Plane& plane, const Focus& focus) {
  const Touched touched = touched_on(plane, focus);
  const auto ends = [](const std::vector<TapLine>& runs, std::int64_t by) {
    std::int64_t first = runs.front().first;
    std::int64_t last = first;
    for (const TapLine& run : runs) {
      first = std::min(first, run.first);
      last = std::max(last, run.at(run.count - 1));
    }
    return Vec2{static_cast<float>(first * by), static_cast<float>(last * by + 1)};
  };
  const Vec2 rows = ends(*touched.rows, plane.stretch.by.height);
  const Vec2 columns = ends(*touched.columns, plane.stretch.by.width);
  return {rows.x, columns.x, rows.y - rows.x, columns.y - columns.x};
}

CellRect part_on(const Plane& plane, const Focus& focus) {
  if (plane.cells.role != focus.cell.role) {
    return span_of(plane, focus);
  }
  const Vec2 place = place_on(plane, focus.cell);
  return {place.y, place.x, 1, 1};
}

/// The front plane of a role that has a part in the focus.
const Plane* front_plane(const Scene& scene, const Focus& focus, PlaneRole role) {
  const Plane* front = nullptr;
  for (const SceneItem& item : scene.items) {
    const Plane* const plane = std::get_if<Plane>(&item);
    if (plane == nullptr || plane->cells.role != role) {
      continue;
    }
    if (role == focus.cell.role ? shows_channel(*plane, focus.cell) : channel_on(*plane, focus).has_value()) {
      front = plane;
    }
  }
  return front;
}

/// From the corners of what is touched on the input to those of what is touched on the output.
void add_projection(const Focus& focus, Color color, const Scene& scene, std::vector<SceneItem>& lines) {
  const Plane* const input = front_plane(scene, focus, PlaneRole::input);
  const Plane* const output = front_plane(scene, focus, PlaneRole::output);
  if (focus.cell.role == PlaneRole::weight || use_count(focus.uses) == 0 || input == nullptr || output == nullptr) {
    return;
  }
  const CellRect from = part_on(*input, focus);
  const CellRect to = part_on(*output, focus);
  const NumberGaps numbers(scene, *input);
  for (const Vec2 side : {Vec2{0, 0}, Vec2{1, 0}, Vec2{1, 1}, Vec2{0, 1}}) {
    const auto corner = [&](const CellRect& rect) {
      return Vec2{rect.column + side.x * rect.columns, rect.row + side.y * rect.rows};
    };
    const Line line{.from = point_on(*input, corner(from)),
                    .to = point_on(*output, corner(to)),
                    .color = color,
                    .width = 1,
                    .name = {}};
    std::ranges::move(with_gaps(line, numbers.of(line), scene), std::back_inserter(lines));
  }
}

void add_copy(const Focus& focus, Color color, const Scene& scene, std::vector<SceneItem>& lines) {
  const Plane* const plane = front_plane(scene, focus, PlaneRole::input);
  if (!focus.source || plane == nullptr) {
    return;
  }
  const CellRef source{PlaneRole::input, *focus.source};
  const CopyLine line = copy_line(place_on(*plane, focus.cell), place_on(*plane, source));
  lines.emplace_back(Line{.from = point_on(*plane, line.from),
                          .to = point_on(*plane, line.to),
                          .color = color,
                          .width = copy_line_width,
                          .arrow = true,
                          .name = {}});
}

}  // namespace

std::vector<SceneItem> focus_lines(const Document& document, const Focus& focus, const Scene& scene) {
  const Palette palette = palette_of(document.view.theme);
  std::vector<SceneItem> lines;
  if (document.view.look == Look::oblique) {  // The stack has lines of its own.
    add_projection(focus, palette.outline, scene, lines);
  }
  add_copy(focus, palette.padding, scene, lines);
  return lines;
}

}  // namespace convscope
