#include "app/scene/highlight.h"

#include <algorithm>
#include <iterator>

#include "app/scene/focus_lines.h"
#include "app/scene/hit.h"
#include "app/scene/looks.h"
#include "app/scene/palette.h"
#include "app/scene/touched.h"

namespace convscope {
namespace {

constexpr float hovered_width = 3;
constexpr float pinned_width = 5;
constexpr float source_width = 2;

TapLine stretched(const TapLine& line, std::int64_t by) { return {line.first * by, line.spacing * by, line.count}; }

/// Whether the plane is the one on whose cells the weights are written.
bool shows_met_weights(const Plane& plane, const Focus& focus) {
  const PlaneRole role = focus.cell.role == PlaneRole::output ? PlaneRole::input : PlaneRole::output;
  return focus.met_weights && plane.cells.role == role;
}

void light(const Focus& focus, const Palette& palette, Plane& plane) {
  const auto channel = channel_on(plane, focus);
  const Touched touched = touched_on(plane, focus);
  if (!channel) {
    return;
  }
  CellLattice lattice{.overlay = palette.focus,
                      .fill = {},
                      .corner_values = {},
                      .corner_color = palette.on_focus,
                      .number_color = palette.on_focus};
  if (shows_met_weights(plane, focus)) {
    lattice.corner_values = ChannelValues{focus.met_weights, 0, *channel};
  }
  for (const TapLine& rows : *touched.rows) {
    for (const TapLine& columns : *touched.columns) {
      set_lattice_place(lattice, stretched(rows, plane.stretch.by.height), stretched(columns, plane.stretch.by.width));
      plane.lattices.push_back(lattice);
    }
  }
}

void light_winner(const Focus& focus, const Palette& palette, Plane& plane) {
  if (!focus.winner || plane.cells.role != PlaneRole::input || plane.cells.channel != focus.cell.index.channel) {
    return;
  }
  plane.lattices.push_back({.row = static_cast<float>(focus.winner->padded_y),
                            .column = static_cast<float>(focus.winner->padded_x),
                            .overlay = palette.winner,
                            .fill = {},
                            .corner_values = {},
                            .corner_color = palette.on_cell,
                            .number_color = palette.on_cell});
}

CellFrame frame_at(Vec2 place, Color color, float width) {
  return {.row = place.y, .column = place.x, .color = color, .width = width};
}

void mark(const Focus& focus, const Palette& palette, float width, Plane& plane) {
  std::erase_if(plane.lattices, [](const CellLattice& lattice) { return !lattice.cut; });
  plane.frames.clear();
  light(focus, palette, plane);
  light_winner(focus, palette, plane);
  if (!shows_channel(plane, focus.cell)) {
    return;
  }
  if (focus.source) {
    plane.frames.push_back(
        frame_at(place_on(plane, CellRef{PlaneRole::input, *focus.source}), palette.padding, source_width));
  }
  plane.frames.push_back(frame_at(place_on(plane, focus.cell), palette.focus_frame, width));
}

/// Where lines are drawn: over the input, under what floats above it.
auto after_inputs(std::vector<SceneItem>& items) {
  const auto last = std::find_if(items.rbegin(), items.rend(), [](const SceneItem& item) {
    const Plane* const plane = std::get_if<Plane>(&item);
    return plane != nullptr && plane->cells.role == PlaneRole::input;
  });
  return last.base();
}

/// Lines that belong to the moment's step; the gradients' arrows belong to all of them.
bool is_line_of_moment(const SceneItem& item) {
  const Line* const line = std::get_if<Line>(&item);
  return line != nullptr && !line->name.starts_with(flow_line_prefix);
}

}  // namespace

Scene with_focus(Scene scene, const Document& document, const Focus& focus, bool pinned) {
  const Palette palette = palette_of(document.view.theme);
  // The stack's own lines hold on to what is cut out, which stays.
  if (document.view.look != Look::stack) {
    std::erase_if(scene.items, is_line_of_moment);
  }
  for (SceneItem& item : scene.items) {
    if (Plane* const plane = std::get_if<Plane>(&item); plane != nullptr && plane->cells.role != PlaneRole::other) {
      mark(focus, palette, pinned ? pinned_width : hovered_width, *plane);
    }
  }
  std::vector<SceneItem> lines = focus_lines(document, focus, scene);
  scene.items.insert(after_inputs(scene.items), std::make_move_iterator(lines.begin()),
                     std::make_move_iterator(lines.end()));
  return scene;
}

}  // namespace convscope
