#include "app/ui/ui.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace convscope {

float Ui::px(float value) const { return std::round(value * scale); }

const std::string& Ui::shown(const std::string& name) {
  const char* const end = name.data() + name.size();
  for (const char* at = name.data(); at < end;) {
    unsigned letter = 0;
    at += ImTextCharFromUtf8(&letter, at, end);
    if (letter > 0x7F && fonts.text != nullptr &&
        fonts.text->FindGlyphNoFallback(static_cast<ImWchar>(letter)) == nullptr) {
      lacking.insert(letter);
    }
  }
  return name;
}

void Ui::note_item(const std::string& name, TabStop stop) {
  focus.note_stop(stop);
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  note(name, {low.x, low.y, high.x - low.x, high.y - low.y});
}

void Ui::note(const std::string& name, const ControlRect& place) {
  const ImVec2 low = ImGui::GetWindowDrawList()->GetClipRectMin();
  const ImVec2 high = ImGui::GetWindowDrawList()->GetClipRectMax();
  const float left = std::max(place.x, low.x);
  const float top = std::max(place.y, low.y);
  const ControlRect seen{left, top, std::min(place.x + place.width, high.x) - left,
                         std::min(place.y + place.height, high.y) - top};
  if (seen.width > 0 && seen.height > 0) {
    controls[name] = seen;
  }
}

float panel_width() { return ImGui::GetWindowWidth() - 2 * ImGui::GetStyle().WindowPadding.x; }

ImVec4 imgui_color(Color color) { return {color.red, color.green, color.blue, color.alpha}; }

ImU32 packed(Color color) { return ImGui::ColorConvertFloat4ToU32(imgui_color(color)); }

void apply_style(const Ui& ui) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowPadding = {ui.px(16), ui.px(14)};
  style.FramePadding = {ui.px(9), ui.px(5)};
  style.ItemSpacing = {ui.px(8), ui.px(6)};
  style.ItemInnerSpacing = {ui.px(8), ui.px(4)};
  style.FrameRounding = ui.px(5);
  style.PopupRounding = ui.px(6);
  style.GrabRounding = ui.px(5);
  style.ScrollbarSize = ui.px(8);
  style.WindowRounding = 0;
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.PopupBorderSize = 1;
  style.FrameBorderSize = 1;
  const Palette& palette = ui.palette;
  const auto set = [&style](ImGuiCol slot, Color color) { style.Colors[slot] = imgui_color(color); };
  set(ImGuiCol_Text, palette.text);
  set(ImGuiCol_TextDisabled, palette.notes);
  set(ImGuiCol_WindowBg, palette.panel);
  set(ImGuiCol_ChildBg, with_alpha(palette.panel, 0));
  set(ImGuiCol_PopupBg, palette.field);
  set(ImGuiCol_MenuBarBg, palette.panel);
  set(ImGuiCol_Border, palette.edge);
  set(ImGuiCol_FrameBg, palette.field);
  set(ImGuiCol_FrameBgHovered, palette.field);
  set(ImGuiCol_FrameBgActive, palette.field);
  set(ImGuiCol_Button, palette.field);
  set(ImGuiCol_ButtonHovered, palette.chosen);
  set(ImGuiCol_ButtonActive, palette.chosen);
  set(ImGuiCol_Header, palette.chosen);
  set(ImGuiCol_HeaderHovered, palette.chosen);
  set(ImGuiCol_HeaderActive, palette.chosen);
  set(ImGuiCol_CheckMark, palette.output_text);
  set(ImGuiCol_TextSelectedBg, palette.chosen);
  set(ImGuiCol_Separator, palette.edge);
  set(ImGuiCol_NavHighlight, palette.accent);
  set(ImGuiCol_ScrollbarBg, with_alpha(palette.panel, 0));
  set(ImGuiCol_ScrollbarGrab, palette.edge);
  set(ImGuiCol_ScrollbarGrabHovered, palette.notes);
  set(ImGuiCol_ScrollbarGrabActive, palette.notes);
}

}  // namespace convscope
