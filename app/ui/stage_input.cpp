#include "app/ui/stage_input.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "app/scene/camera.h"
#include "app/ui/document_edits.h"

namespace convscope {
namespace {

constexpr float click_radius = 4;  ///< Pixels at scale 1 that a hand may tremble.
constexpr float degrees_per_pixel = 0.4F;
constexpr float zoom_per_notch = 1.2F;
constexpr float pixels_per_step = 8;  ///< Of a value that is dragged.
constexpr int left = ImGuiMouseButton_Left;
constexpr int middle = ImGuiMouseButton_Middle;

bool contains(const ControlRect& rect, ImVec2 position) {
  return position.x >= rect.x && position.x < rect.x + rect.width && position.y >= rect.y &&
         position.y < rect.y + rect.height;
}

/// Whether the mouse points at the stage and no panel, list or sheet wants it.
bool is_on_stage(const StageView& view, const Workspace& workspace) {
  const ImGuiIO& io = ImGui::GetIO();
  return ImGui::IsMousePosValid() && !io.WantCaptureMouse && !has_sheet(workspace) && contains(view.place, io.MousePos);
}

std::optional<CellRef> cell_under_mouse(const StageView& view, const Workspace& workspace) {
  return is_on_stage(view, workspace) ? hit_test(view.scene, view.pixel_of(ImGui::GetIO().MousePos)) : std::nullopt;
}

/// The value of the pinned cell, if it can be edited and the mouse is on it.
std::optional<float> pinned_value_under_mouse(const StageView& view, const Workspace& workspace) {
  const auto edited = edited_cell(workspace.document, workspace.pinned);
  if (!edited || cell_under_mouse(view, workspace) != workspace.pinned) {
    return std::nullopt;
  }
  return value_at(workspace.document, edited->target, edited->place);
}

/// By whole numbers; by tenths with Shift.
float changed_value(float value, float steps) {
  const float step = ImGui::GetIO().KeyShift ? 0.1F : 1.0F;
  return std::round((value + steps * step) * 1000) / 1000;
}

/// The part of it that is on the stage.
std::optional<ControlRect> seen_part(const ControlRect& rect, const ControlRect& stage) {
  const float low_x = std::max(rect.x, stage.x);
  const float low_y = std::max(rect.y, stage.y);
  const float high_x = std::min(rect.x + rect.width, stage.x + stage.width);
  const float high_y = std::min(rect.y + rect.height, stage.y + stage.height);
  if (low_x >= high_x || low_y >= high_y) {
    return std::nullopt;
  }
  return ControlRect{low_x, low_y, high_x - low_x, high_y - low_y};
}

}  // namespace

Vec2 StageView::pixel_of(ImVec2 position) const { return density() * Vec2{position.x - place.x, position.y - place.y}; }

ControlRect StageView::place_of(const PixelBox& box) const {
  const Vec2 size = box.high - box.low;
  return {place.x + box.low.x / density(), place.y + box.low.y / density(), size.x / density(), size.y / density()};
}

std::optional<TipSurround> tip_surround(const StageView& view, const CellRef& cell) {
  const auto box = cell_box(view.scene, cell);
  const auto seen = box ? seen_part(view.place_of(*box), view.place) : std::nullopt;
  if (!seen) {
    return std::nullopt;
  }
  TipSurround surround{*seen, {}, view.place};
  for (const PixelBox& touched : lattice_boxes(view.scene)) {
    if (const auto part = seen_part(view.place_of(touched), view.place)) {
      surround.touched.push_back(*part);
    }
  }
  return surround;
}

void StageInput::take(const Ui& ui, const StageView& view, Workspace& workspace) {
  if (workspace.pinned && !has_cell(workspace.document, *workspace.pinned)) {
    workspace.pinned.reset();
  }
  if (press_) {
    drag(ui, view, workspace);
    if (!ImGui::IsMouseDown(press_->button)) {
      release(view, workspace);
    }
  } else if (is_on_stage(view, workspace)) {
    press(view, workspace);
  }
  move_pin(view, workspace);
  const float notches = ImGui::GetIO().MouseWheel;
  if (const auto value = pinned_value_under_mouse(view, workspace); value && notches != 0) {
    set_value(workspace, *workspace.pinned, changed_value(*value, notches));
  } else if (notches != 0 && is_on_stage(view, workspace)) {
    CameraMove& camera = workspace.document.view.camera;
    camera = zoomed(camera, std::pow(zoom_per_notch, notches), view.pixel_of(ImGui::GetIO().MousePos), view.stage,
                    view.scene.camera.scale);
  }
  const bool dragging = press_ && press_->dragging;
  workspace.hovered = dragging ? std::nullopt : cell_under_mouse(view, workspace);
}

void StageInput::move_pin(const StageView& view, Workspace& workspace) const {
  const auto move = std::exchange(workspace.cell_move, std::nullopt);
  if (!move) {
    return;
  }
  const auto next = workspace.pinned ? moved(view.scene, *workspace.pinned, *move) : std::nullopt;
  const CellSum& sum = workspace.cell_sum();
  const PlaneRole role = sum.kind == SumKind::stamp ? PlaneRole::input : PlaneRole::output;
  workspace.pinned = next.value_or(CellRef{role, sum.cell});
}

void StageInput::press(const StageView& view, Workspace& workspace) {
  const ImVec2 at = ImGui::GetIO().MousePos;
  if (workspace.editing.painting && ImGui::IsMouseClicked(left)) {
    press_ = Press{.button = left, .at = at, .seen = at, .clicks = false};
    paint(view, workspace);
  } else if (ImGui::IsMouseDoubleClicked(left)) {
    perform(workspace, Command::reset_camera);
    workspace.pinned = pinned_before_;
    press_ = Press{.button = left, .at = at, .seen = at, .clicks = false};
  } else if (ImGui::IsMouseClicked(left)) {
    press_ = Press{.button = left, .at = at, .seen = at, .value = pinned_value_under_mouse(view, workspace)};
  } else if (ImGui::IsMouseClicked(middle)) {
    press_ = Press{.button = middle, .at = at, .seen = at, .clicks = false};
  }
}

/// Cells between two frames are taken by looking at every few pixels of the way.
void StageInput::paint(const StageView& view, Workspace& workspace) {
  constexpr float apart = 3;
  const ImVec2 now = ImGui::GetIO().MousePos;
  const ImVec2 way{now.x - press_->seen.x, now.y - press_->seen.y};
  const int looks = 1 + static_cast<int>(std::hypot(way.x, way.y) / apart);
  std::vector<CellRef> cells;
  for (int i = 1; i <= looks; ++i) {
    const float share = static_cast<float>(i) / static_cast<float>(looks);
    const ImVec2 at{press_->seen.x + share * way.x, press_->seen.y + share * way.y};
    if (const auto cell = hit_test(view.scene, view.pixel_of(at))) {
      cells.push_back(*cell);
    }
  }
  set_values(workspace, cells, workspace.editing.paint);
  press_->seen = now;
}

void StageInput::drag(const Ui& ui, const StageView& view, Workspace& workspace) {
  if (!ImGui::IsMousePosValid()) {
    return;
  }
  const ImVec2 now = ImGui::GetIO().MousePos;
  if (workspace.editing.painting && press_->button == left) {
    return paint(view, workspace);
  }
  press_->dragging =
      press_->dragging || std::hypot(now.x - press_->at.x, now.y - press_->at.y) > click_radius * ui.scale;
  if (!press_->dragging) {
    return;
  }
  if (press_->value && workspace.pinned) {
    const float steps = std::round((press_->at.y - now.y) / (pixels_per_step * ui.scale));
    return set_value(workspace, *workspace.pinned, changed_value(*press_->value, steps));
  }
  const ImVec2 by{now.x - press_->seen.x, now.y - press_->seen.y};
  press_->seen = now;
  CameraMove& camera = workspace.document.view.camera;
  const bool turns = workspace.document.view.look == Look::stack && press_->button == left && !ImGui::GetIO().KeyShift;
  if (turns) {
    camera = orbited(camera, degrees_per_pixel * by.x / ui.scale, degrees_per_pixel * by.y / ui.scale);
  } else {
    camera = panned(camera, view.pixel_of({view.place.x + by.x, view.place.y + by.y}), view.stage);
  }
}

void StageInput::release(const StageView& view, Workspace& workspace) {
  const Press press = *press_;
  press_.reset();
  if (press.dragging || !press.clicks) {
    return;
  }
  pinned_before_ = workspace.pinned;
  const std::optional<CellRef> cell = cell_under_mouse(view, workspace);
  workspace.pinned = cell == workspace.pinned ? std::nullopt : cell;
}

}  // namespace convscope
