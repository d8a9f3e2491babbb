#include "app/ui/panel_widths.h"

#include <algorithm>

namespace convscope {
namespace {

/// At scale 1. Narrower ones would cut their content.
constexpr float layer_width = 272;
constexpr float arithmetic_width = 348;
constexpr float widest = 640;
constexpr float stage_room = 320;
constexpr float edge_width = 6;  ///< Within the panel.

float chosen(float dragged, float own) { return std::clamp(dragged, own, widest); }

/// One edge: where its strip begins, how its panel grows when it goes to the right, and what is dragged.
struct PanelEdge {
  const char* name;
  float x;
  float sign;
  float own;
  float* width;
};

void draw_edge(Ui& ui, const PanelEdge& edge, float top, float bottom) {
  ImGui::SetNextWindowPos({edge.x, top});
  ImGui::SetNextWindowSize({ui.px(edge_width), bottom - top});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
  ImGui::Begin(edge.name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::InvisibleButton("edge", {ui.px(edge_width), bottom - top});
  ui.note_item(edge.name, TabStop::none);
  if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  }
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 0)) {
    const float to =
        edge.sign > 0 ? ImGui::GetIO().MousePos.x : ImGui::GetIO().DisplaySize.x - ImGui::GetIO().MousePos.x;
    *edge.width = chosen(to / ui.scale + edge_width / 2, edge.own);
  }
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    *edge.width = 0;
  }
  ImGui::End();
  ImGui::PopStyleVar(2);
}

}  // namespace

PanelWidths panel_widths(const Ui& ui, const Workspace& workspace, float window_width) {
  PanelWidths widths;
  if (workspace.show_layer_panel && !workspace.full_screen) {
    widths.layer = ui.px(chosen(workspace.layer_panel_width, layer_width));
  }
  if (workspace.show_arithmetic_panel) {
    widths.arithmetic = ui.px(chosen(workspace.arithmetic_panel_width, arithmetic_width));
  }
  const float excess = widths.layer + widths.arithmetic + ui.px(stage_room) - window_width;
  if (excess > 0) {  // First what was added to their own widths goes.
    const float from_arithmetic = std::min(excess, std::max(0.0F, widths.arithmetic - ui.px(arithmetic_width)));
    widths.arithmetic -= from_arithmetic;
    widths.layer -= std::min(excess - from_arithmetic, std::max(0.0F, widths.layer - ui.px(layer_width)));
  }
  return widths;
}

void draw_panel_edges(Ui& ui, Workspace& workspace, float top, float bottom) {
  if (has_sheet(workspace)) {
    return;
  }
  const float window_width = ImGui::GetIO().DisplaySize.x;
  const PanelWidths widths = panel_widths(ui, workspace, window_width);
  if (widths.layer > 0) {
    draw_edge(ui, {"layer_edge", widths.layer - ui.px(edge_width), 1, layer_width, &workspace.layer_panel_width}, top,
              bottom);
  }
  if (widths.arithmetic > 0) {
    draw_edge(
        ui,
        {"arithmetic_edge", window_width - widths.arithmetic, -1, arithmetic_width, &workspace.arithmetic_panel_width},
        top, bottom);
  }
}

}  // namespace convscope
