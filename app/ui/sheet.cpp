#include "app/ui/sheet.h"

#include "app/ui/controls.h"

namespace convscope {

namespace {

/// Between the window and a sheet: dims what lies behind and takes its clicks.
void draw_veil() {
  constexpr float darkness = 0.3F;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ImVec4(0, 0, 0, darkness));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("veil", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav);
  if (ImGui::IsWindowFocused() && !ImGui::IsWindowAppearing()) {
    ImGui::SetNextWindowFocus();  // A click has brought it to the front: the sheet goes before it.
  }
  ImGui::End();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
}

}  // namespace

void begin_sheet(Ui& ui, const char* title) {
  ui.focus.begin_sheet();
  draw_veil();
  const ImVec2 center{ImGui::GetIO().DisplaySize.x / 2, ImGui::GetIO().DisplaySize.y / 2};
  ImGui::SetNextWindowPos(center, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, imgui_color(ui.palette.field));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(8));
  ImGui::Begin(title, nullptr,
               ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoMove);
  colored_text(ui.fonts.heading, ui.palette.text, title);
  ImGui::Dummy({0, ui.px(4)});
}

std::optional<std::size_t> sheet_buttons(Ui& ui, std::span<const Choice> choices, FirstFocus focus) {
  std::optional<std::size_t> pressed;
  ImGui::Dummy({0, ui.px(6)});
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) {
      ImGui::SameLine(0, ui.px(8));
    }
    if (ImGui::Button((choices[i].label + "##" + choices[i].name).c_str())) {
      pressed = i;
    }
    ui.note_item(choices[i].name);
    const bool first =
        (focus == FirstFocus::first_button && i == 0) || (focus == FirstFocus::last_button && i + 1 == choices.size());
    if (first && ImGui::IsWindowAppearing()) {
      ui.focus.focus_last();
    }
  }
  return pressed;
}

void draw_warning(const Ui& ui, const std::string& text, float width) {
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
  colored_text(ui.fonts.text, ui.palette.warning, text);
  ImGui::PopTextWrapPos();
}

void draw_sheet_warning(Ui& ui, const std::string& text, float width) {
  constexpr float height = 44;  // Two lines.
  ImGui::BeginChild("warning", {width, ui.px(height)});
  draw_warning(ui, ui.shown(text), width - ImGui::GetStyle().ScrollbarSize);
  ImGui::EndChild();
}

void draw_note_line(Ui& ui, const char* text) { colored_text(ui.fonts.note, ui.palette.notes, text); }

void end_sheet() {
  ImGui::End();
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
}

void begin_floating_box(const Ui& ui, const char* name) {
  ImGui::PushStyleColor(ImGuiCol_WindowBg, imgui_color(ui.palette.field));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(8));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoFocusOnAppearing);
}

void end_floating_box() {
  ImGui::End();
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
}

}  // namespace convscope
