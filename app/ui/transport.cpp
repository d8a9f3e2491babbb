#include <algorithm>
#include <cmath>
#include <vector>

#include "app/text/window.h"
#include "app/timeline/moment.h"
#include "app/ui/controls.h"
#include "app/ui/panels.h"

namespace convscope {
namespace {

void draw_buttons(Ui& ui, Workspace& workspace) {
  using namespace text::window;
  if (icon_button(ui, "first", Icon::first, false, first)) {
    perform(workspace, Command::first_step);
  }
  ImGui::SameLine();
  if (icon_button(ui, "back", Icon::back, false, back)) {
    perform(workspace, Command::step_back);
  }
  ImGui::SameLine();
  const bool playing = workspace.playback.playing;
  if (icon_button(ui, "play", playing ? Icon::pause : Icon::play, true, playing ? pause : play)) {
    perform(workspace, Command::toggle_play);
  }
  ImGui::SameLine();
  if (icon_button(ui, "forward", Icon::forward, false, forward)) {
    perform(workspace, Command::step_forward);
  }
  ImGui::SameLine();
  if (icon_button(ui, "last", Icon::last, false, last)) {
    perform(workspace, Command::last_step);
  }
}

/// The track that scrubs: every step is a valid value, so any length of it costs the same.
void draw_scrubber(Ui& ui, Workspace& workspace, float width) {
  const std::int64_t steps = workspace.result().steps;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float height = ui.px(32);
  ImGui::InvisibleButton("##scrub", {width, height});
  ui.note_item("scrub");
  const float left = corner.x + ui.px(9);
  const float right = corner.x + width - ui.px(9);
  const float y = std::round(corner.y + height / 2);
  const auto last = static_cast<float>(std::max<std::int64_t>(1, steps - 1));
  if (ImGui::IsItemActive()) {
    const float share = std::clamp((ImGui::GetIO().MousePos.x - left) / (right - left), 0.0F, 1.0F);
    go_to(workspace.playback, static_cast<std::int64_t>(std::lround(share * last)), steps);
  }
  const Moment moment = moment_at(workspace.playback.position, steps, Motion::smooth);
  const float share = std::min(1.0F, (static_cast<float>(moment.step) + moment.slide) / last);
  const float knob = left + share * (right - left);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddLine({left, y}, {right, y}, packed(ui.palette.edge), ui.px(4));
  draw.AddLine({left, y}, {knob, y}, packed(ui.palette.accent), ui.px(4));
  if (static_cast<float>(steps) * ui.px(8) < right - left) {
    for (std::int64_t step = 0; step < steps; ++step) {
      draw.AddCircleFilled({left + (right - left) * static_cast<float>(step) / last, y}, ui.px(2.5F),
                           packed(ui.palette.notes), 12);
    }
  }
  draw.AddCircleFilled({knob, y}, ui.px(9), packed(ui.palette.field), 32);
  draw.AddCircle({knob, y}, ui.px(9), packed(ui.palette.accent), 32, ui.px(3));
}

void draw_speed(Ui& ui, Workspace& workspace) {
  std::vector<std::int64_t> stops;
  for (std::size_t i = 0; i < speeds.size(); ++i) {
    stops.push_back(static_cast<std::int64_t>(i));
  }
  const auto now = std::ranges::lower_bound(speeds, workspace.playback.speed) - speeds.begin();
  const SliderRange range{0, std::ssize(speeds) - 1, stops};
  const float top = ImGui::GetCursorPosY();
  ImGui::SetCursorPosY(top + ui.px(6));
  if (const auto chosen = value_slider(ui, "speed", now, range, ui.palette.accent, ui.px(90))) {
    workspace.playback.speed = speeds[static_cast<std::size_t>(*chosen)];
  }
}

void draw_looks(Ui& ui, Workspace& workspace) {
  const Look look = workspace.document.view.look;
  if (choice_button(ui, "flat", text::window::flat, look == Look::flat)) {
    perform(workspace, Command::flat_look);
  }
  ImGui::SameLine(0, ui.px(4));
  if (choice_button(ui, "oblique", text::window::oblique, look == Look::oblique)) {
    perform(workspace, Command::oblique_look);
  }
}

}  // namespace

void draw_transport(Ui& ui, Workspace& workspace) {
  const float width = ImGui::GetContentRegionAvail().x;
  const float left = ImGui::GetCursorPosX();
  const float top = ImGui::GetCursorPosY();
  const std::int64_t steps = workspace.result().steps;
  // Fixed places: a longer number must not push anything along.
  const float label = left + ui.px(5 * 44 + 8);
  const float scrub = label + ui.px(170);
  const float looks = left + width - ui.px(2 * 84 + 4);
  const float speed = looks - ui.px(90 + 16);
  const float speed_label = speed - ui.px(100);
  draw_buttons(ui, workspace);
  ImGui::SetCursorPos({label, top + ui.px(7)});
  ImGui::TextUnformatted(text::window::step_of(current_step(workspace.playback, steps) + 1, steps).c_str());
  ImGui::SetCursorPos({scrub, top});
  draw_scrubber(ui, workspace, std::max(ui.px(60), speed_label - scrub - ui.px(20)));
  ImGui::SetCursorPos({speed_label, top + ui.px(7)});
  ImGui::TextUnformatted(text::window::speed(workspace.playback.speed).c_str());
  ImGui::SetCursorPos({speed, top});
  draw_speed(ui, workspace);
  ImGui::SetCursorPos({looks, top});
  draw_looks(ui, workspace);
}

}  // namespace convscope
