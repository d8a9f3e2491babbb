#include "app/ui/window.h"

#include <algorithm>
#include <cfloat>
#include <utility>

#include "app/text/window.h"
#include "app/ui/choices.h"
#include "app/ui/command_list.h"
#include "app/ui/computing_sign.h"
#include "app/ui/controls.h"
#include "app/ui/export_progress.h"
#include "app/ui/export_sheet.h"
#include "app/ui/file_sheets.h"
#include "app/ui/panel_widths.h"
#include "app/ui/panels.h"

namespace convscope {
namespace {

constexpr float menu_height = 34;
constexpr float transport_height = 60;
constexpr float view_bar_height = 40;
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

/// How far the panel that is being drawn can be scrolled down, but for its padding.
float room_below() { return ImGui::GetScrollMaxY() - ImGui::GetScrollY() - ImGui::GetStyle().WindowPadding.y; }

/// What a panel has further down fades out before its lower edge: a line that is cut in half looks broken.
void fade_lower_edge(const Ui& ui, const ControlRect& place, float below) {
  constexpr float line = 24;
  const float height = std::clamp(below, 0.0F, ui.px(line));
  const float bottom = place.y + place.height;
  const float right = place.x + place.width - ImGui::GetStyle().ScrollbarSize;
  const ImU32 clear = packed(with_alpha(ui.palette.panel, 0));
  const ImU32 opaque = packed(ui.palette.panel);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilledMultiColor({place.x, bottom - 2 * height}, {right, bottom - height}, clear, clear, opaque, opaque);
  draw.AddRectFilled({place.x, bottom - height}, {right, bottom}, opaque);
}

void draw_edges(const Ui& ui, const ControlRect& stage, float top, ImVec2 window) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.PushClipRectFullScreen();
  const ImU32 color = packed(ui.palette.edge);
  const float bottom = window.y - ui.px(transport_height);
  const auto line = [&](ImVec2 a, ImVec2 b) { draw.AddRectFilled(a, {b.x + 1, b.y + 1}, color); };
  if (top > 0) {
    line({0, top - 1}, {window.x, top - 1});
  }
  line({0, bottom}, {window.x, bottom});
  if (stage.x > 0) {
    line({stage.x - 1, top}, {stage.x - 1, bottom});
  }
  if (stage.x + stage.width < window.x) {
    line({stage.x + stage.width, top}, {stage.x + stage.width, bottom});
  }
  draw.PopClipRect();
}

/// At the right of the menus: the session's file, and whether it lacks changes.
void draw_session_name(Ui& ui, const Workspace& workspace) {
  const std::filesystem::path& path = workspace.files.path;
  const bool unsaved = has_unsaved(workspace);
  if (path.empty()) {
    return;
  }
  const std::string file = path.filename().string();
  const std::string all = unsaved ? text::filled(ui.language, text::window::session_unsaved, file) : file;
  const float right = ImGui::GetWindowWidth() - ui.px(16);
  const float room = right - ImGui::GetCursorPosX() - ui.px(24);
  ImFont* const font = ui.fonts.note;
  const auto width = [font](const std::string& text) {
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str()).x;
  };
  const std::string words = width(all) <= room ? all : shortened(font, all, room);
  ImGui::SetCursorPosX(right - width(words));
  colored_text(ui.fonts.note, unsaved ? ui.palette.text : ui.palette.notes, ui.shown(words));
  ui.note_item("session_name", TabStop::none);
  hint(ui, path.string());
}

void draw_menu(Ui& ui, Workspace& workspace, std::span<const Preset> presets) {
  const float padding = (ui.px(menu_height) - ImGui::GetFontSize()) / 2;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.px(9), padding));
  const bool open = ImGui::BeginMainMenuBar();
  ImGui::PopStyleVar();
  if (open) {
    ImGui::BeginDisabled(has_sheet(workspace));
    draw_menu_bar(ui, workspace, presets);
    ImGui::EndDisabled();
    draw_session_name(ui, workspace);
    ImGui::EndMainMenuBar();
  }
}

/// On the stage's own background: it belongs to the picture below it.
void draw_view_strip(Ui& ui, Workspace& workspace, const ControlRect& place, ImGuiWindowFlags flags) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(12), ui.px(6)));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, imgui_color(ui.palette.background));
  panel("view", place, flags, [&] { draw_view_bar(ui, workspace); });
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
}

/// Dims the stage but for a disc around the pointer: a ring so wide that it reaches past every corner.
void draw_spotlight(const Ui& ui, const ControlRect& stage) {
  constexpr float radius = 110;
  constexpr float darkness = 0.6F;
  constexpr int segments = 96;
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  if (!ImGui::IsMousePosValid(&pointer)) {
    return;
  }
  ImDrawList& draw = *ImGui::GetBackgroundDrawList();
  const ImVec2 far{stage.x + stage.width, stage.y + stage.height};
  const float width = stage.width + stage.height;
  draw.PushClipRect({stage.x, stage.y}, far);
  draw.AddCircle(pointer, ui.px(radius) + width / 2, packed({0, 0, 0, darkness}), segments, width);
  draw.PopClipRect();
}

}  // namespace

ControlRect draw_window(Ui& ui, Workspace& workspace, std::span<const Preset> presets) {
  ui.controls.clear();
  ui.focus.ask(std::exchange(workspace.focus_move, FocusMove::none));
  ui.focus.begin_frame();
  ui.menus.ask(std::exchange(workspace.menu, std::nullopt));
  workspace.listed.reset();
  const ImGuiWindowFlags panel_flags = has_sheet(workspace) ? fixed_panel | ImGuiWindowFlags_NoInputs : fixed_panel;
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const bool presenting = workspace.full_screen;
  const float top = presenting ? 0 : ui.px(menu_height) + 1;
  const float bottom = window.y - ui.px(transport_height);
  const PanelWidths widths = panel_widths(ui, workspace, window.x);
  const float left = widths.layer;
  const float right = window.x - widths.arithmetic;
  const float stage_bottom = presenting ? bottom : bottom - ui.px(refusal_height);
  const float stage_top = presenting ? top : top + ui.px(view_bar_height);
  const ControlRect stage{left, stage_top, right - left, stage_bottom - stage_top};
  if (!presenting) {
    draw_menu(ui, workspace, presets);
  }
  // Of panels that keep their order the first one lies on top: over all of them, but under lists and hints.
  const auto over_panels = [&](const auto& draw) {
    panel("edges", {0, 0, window.x, window.y}, fixed_panel | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBackground,
          draw);
  };
  over_panels([&] { draw_edges(ui, stage, top, window); });
  draw_panel_edges(ui, workspace, top, bottom);
  const ImGuiWindowFlags scrolling = panel_flags & ~ImGuiWindowFlags_NoScrollbar;
  if (left > 0) {
    const ImGuiWindowFlags wheel = ui.wheel_taken ? ImGuiWindowFlags_NoScrollWithMouse : ImGuiWindowFlags_None;
    ui.wheel_taken = false;
    panel("layer", {0, top, left, bottom - top}, scrolling | wheel, [&] { draw_layer_panel(ui, workspace, presets); });
  }
  if (!presenting) {
    draw_view_strip(ui, workspace, {left, top, right - left, stage_top - top}, panel_flags);
  }
  if (right < window.x) {
    const ControlRect place{right, top, window.x - right, bottom - top};
    float below = 0;
    panel("arithmetic", place, scrolling, [&] {
      draw_side_panel(ui, workspace);
      below = room_below();
    });
    over_panels([&] { fade_lower_edge(ui, place, below); });
  }
  panel("transport", {0, bottom, window.x, window.y - bottom}, panel_flags, [&] { draw_transport(ui, workspace); });
  if (workspace.refusal && !presenting) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(16), ui.px(9)));  // Two lines of words have room.
    panel("refusal", {left, stage_bottom, right - left, bottom - stage_bottom}, scrolling,
          [&] { draw_refusal(ui, workspace); });
    ImGui::PopStyleVar();
  }
  draw_computing_sign(ui, workspace, stage);
  draw_help(ui, workspace);
  draw_command_list(ui, workspace, presets);
  draw_file_sheets(ui, workspace, stage);
  draw_export_sheet(ui, workspace);
  draw_export_progress(ui, workspace, stage);
  if (workspace.spotlight) {
    draw_spotlight(ui, stage);
  }
  return stage;
}

}  // namespace convscope
