#include "app/ui/window.h"

#include <algorithm>

#include "app/ui/panels.h"

namespace convscope {
namespace {

constexpr float menu_height = 34;
constexpr float transport_height = 60;
constexpr float layer_width = 272;
constexpr float arithmetic_width = 348;
/// The strip under the picture where warnings appear. Its room is always kept, so that they move nothing.
constexpr float refusal_height = 104;

constexpr ImGuiWindowFlags fixed_panel = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus;

/// One panel at a fixed place, with a line at the edges where it meets the stage.
template <typename Draw>
void panel(const char* name, const ControlRect& place, ImGuiWindowFlags flags, const Draw& draw) {
  ImGui::SetNextWindowPos({place.x, place.y});
  ImGui::SetNextWindowSize({place.width, place.height});
  if (ImGui::Begin(name, nullptr, flags)) {
    draw();
  }
  ImGui::End();
}

void draw_edges(const Ui& ui, const ControlRect& stage, ImVec2 window) {
  ImDrawList& draw = *ImGui::GetForegroundDrawList();
  const ImU32 color = packed(ui.palette.edge);
  const float bottom = window.y - ui.px(transport_height);
  const auto line = [&](ImVec2 a, ImVec2 b) { draw.AddRectFilled(a, {b.x + 1, b.y + 1}, color); };
  line({0, ui.px(menu_height)}, {window.x, ui.px(menu_height)});
  line({0, bottom}, {window.x, bottom});
  if (stage.x > 0) {
    line({stage.x - 1, ui.px(menu_height)}, {stage.x - 1, bottom});
  }
  if (stage.x + stage.width < window.x) {
    line({stage.x + stage.width, ui.px(menu_height)}, {stage.x + stage.width, bottom});
  }
}

void draw_menu(Ui& ui, Workspace& workspace, std::span<const Preset> presets) {
  const float padding = (ui.px(menu_height) - ImGui::GetFontSize()) / 2;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.px(9), padding));
  const bool open = ImGui::BeginMainMenuBar();
  ImGui::PopStyleVar();
  if (open) {
    draw_menu_bar(ui, workspace, presets);
    ImGui::EndMainMenuBar();
  }
}

}  // namespace

ControlRect draw_window(Ui& ui, Workspace& workspace, std::span<const Preset> presets) {
  ui.controls.clear();
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const float top = ui.px(menu_height) + 1;
  const float bottom = window.y - ui.px(transport_height);
  const float left = workspace.show_layer_panel ? ui.px(layer_width) : 0;
  const float right = window.x - (workspace.show_arithmetic_panel ? ui.px(arithmetic_width) : 0);
  const float stage_bottom = bottom - ui.px(refusal_height);
  const ControlRect stage{left, top, right - left, stage_bottom - top};
  draw_menu(ui, workspace, presets);
  const ImGuiWindowFlags scrolling = fixed_panel & ~ImGuiWindowFlags_NoScrollbar;
  if (workspace.show_layer_panel) {
    const ImGuiWindowFlags wheel = ui.wheel_taken ? ImGuiWindowFlags_NoScrollWithMouse : ImGuiWindowFlags_None;
    ui.wheel_taken = false;
    panel("layer", {0, top, left, bottom - top}, scrolling | wheel, [&] { draw_layer_panel(ui, workspace, presets); });
  }
  if (workspace.show_arithmetic_panel) {
    panel("arithmetic", {right, top, window.x - right, bottom - top}, scrolling,
          [&] { draw_arithmetic_panel(ui, workspace); });
  }
  panel("transport", {0, bottom, window.x, window.y - bottom}, fixed_panel, [&] { draw_transport(ui, workspace); });
  if (workspace.refusal) {
    panel("refusal", {left, stage_bottom, right - left, bottom - stage_bottom}, scrolling,
          [&] { draw_refusal(ui, workspace); });
  }
  draw_help(ui, workspace);
  draw_edges(ui, stage, window);
  return stage;
}

}  // namespace convscope
