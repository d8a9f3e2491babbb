#include "app/platform/live_picture.h"

#include <utility>

#include "app/scene/blend.h"
#include "app/scene/build.h"
#include "app/scene/highlight.h"
#include "app/ui/document_edits.h"

namespace convscope {

Scene LivePicture::scene(Ui& ui, Workspace& workspace, const PicturePlace& place, double now) {
  tip_ = {};
  if (place.viewport.width <= 0 || place.viewport.height <= 0 || !workspace.result().output) {
    return {};
  }
  const Stage room{.size = {static_cast<float>(place.viewport.width), static_cast<float>(place.viewport.height)},
                   .content_scale = place.content_scale,
                   .language = ui.language};
  // The mouse points into the picture without what it points at: what that moves must not be what it hits next.
  Scene scene = scene_for(workspace, room, {}, now);
  const Document seen = workspace.document;
  stage_input_.take(ui, {place.stage, room, scene}, workspace);
  const auto& [document, result] = workspace.shown();
  std::optional<CellRef> cell = shown_cell(workspace);
  if (cell && !has_cell(document, *cell)) {
    cell.reset();  // It is of the newest document alone.
  }
  if (cell || !is_same(workspace.document, seen)) {
    scene = scene_for(workspace, room, cell, now);
  }
  draw_cell_entry(ui, workspace, {place.stage, room, scene});
  if (!cell) {
    return scene;
  }
  const Focus& focus = focus_.of(document, *cell);
  scene = with_focus(std::move(scene), document, focus, workspace.pinned.has_value());
  tip_ = cell_tip(ui.language, document, result, step_.values(), focus);
  if (const auto surround = tip_surround({place.stage, room, scene}, *cell)) {
    draw_tip(ui, tip_, *surround);
  }
  return scene;
}

Scene LivePicture::scene_for(Workspace& workspace, const Stage& room, const std::optional<CellRef>& pointed,
                             double now) {
  const auto& [document, result] = workspace.shown();
  const Moment moment = workspace.shown_moment(Motion::smooth);
  const StepValues& values = step_.of(document, result, progress_of(moment));
  Scene scene = build_scene({document, result, values, moment, pointed}, room);
  look_change_.observe(document.view, now);
  if (!look_change_.runs()) {
    return scene;
  }
  const Document before = look_change_.before(document);
  return blend(build_scene({before, result, values, moment, pointed}, room), scene, look_change_.share());
}

void LivePicture::draw_cell_entry(Ui& ui, Workspace& workspace, const StageView& view) {
  const auto box = workspace.pinned ? cell_box(view.scene, *workspace.pinned) : std::nullopt;
  cell_entry_.draw(ui, workspace, box ? std::optional(view.place_of(*box)) : std::nullopt);
}

}  // namespace convscope
