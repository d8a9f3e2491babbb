#include "app/ui/controls.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace convscope {
namespace {

std::int64_t nearest_valid(std::span<const std::int64_t> valid, double wanted) {
  const auto nearer = [wanted](std::int64_t a, std::int64_t b) {
    return std::abs(static_cast<double>(a) - wanted) < std::abs(static_cast<double>(b) - wanted);
  };
  return *std::ranges::min_element(valid, nearer);
}

/// The next valid value above or below, or the same at an end.
std::int64_t neighbour(std::span<const std::int64_t> valid, std::int64_t value, bool up) {
  if (up) {
    const auto above = std::ranges::upper_bound(valid, value);
    return above == valid.end() ? value : *above;
  }
  const auto at = std::ranges::lower_bound(valid, value);
  return at == valid.begin() ? value : *std::prev(at);
}

/// Where values lie along a slider's track.
struct Track {
  float left = 0;
  float right = 0;
  float y = 0;
  SliderRange range;

  [[nodiscard]] float x_of(std::int64_t value) const {
    const auto span = static_cast<float>(std::max<std::int64_t>(1, range.highest - range.lowest));
    const float share = static_cast<float>(value - range.lowest) / span;
    return left + std::clamp(share, 0.0F, 1.0F) * (right - left);
  }
  [[nodiscard]] double value_at(float x) const {
    const double share = std::clamp((x - left) / std::max(1.0F, right - left), 0.0F, 1.0F);
    return static_cast<double>(range.lowest) + share * static_cast<double>(range.highest - range.lowest);
  }
};

void draw_slider(const Ui& ui, const Track& track, std::int64_t value, Color color, bool lively) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float knob = track.x_of(value);
  const float thickness = ui.px(4);
  const ImU32 reachable = packed(ui.palette.edge);
  draw.AddLine({track.left, track.y}, {track.right, track.y}, packed(with_alpha(ui.palette.edge, 0.55F)), thickness);
  draw.AddLine({track.x_of(track.range.valid.front()), track.y}, {track.x_of(track.range.valid.back()), track.y},
               reachable, thickness);
  draw.AddLine({track.left, track.y}, {knob, track.y}, packed(color), thickness);
  draw.AddCircleFilled({knob, track.y}, ui.px(8), packed(ui.palette.field), 32);
  draw.AddCircle({knob, track.y}, ui.px(8), packed(color), 32, lively ? ui.px(4) : ui.px(3));
}

void draw_icon(const Ui& ui, Icon icon, ImVec2 center, ImU32 color) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float r = ui.px(7);
  const float bar = ui.px(3);
  const auto triangle = [&](float tip, float base) {
    draw.AddTriangleFilled({center.x + tip, center.y}, {center.x + base, center.y - r}, {center.x + base, center.y + r},
                           color);
  };
  const auto upright = [&](float x) {
    draw.AddRectFilled({center.x + x - bar / 2, center.y - r}, {center.x + x + bar / 2, center.y + r}, color);
  };
  switch (icon) {
    case Icon::first:
      triangle(-r / 2, r);
      upright(-r);
      break;
    case Icon::back:
      triangle(-r * 0.8F, r * 0.7F);
      break;
    case Icon::play:
    case Icon::forward:
      triangle(r * 0.8F, -r * 0.7F);
      break;
    case Icon::pause:
      upright(-r / 2);
      upright(r / 2);
      break;
    case Icon::last:
      triangle(r / 2, -r);
      upright(r);
      break;
    case Icon::close:
      draw.AddLine({center.x - r / 2, center.y - r / 2}, {center.x + r / 2, center.y + r / 2}, color, ui.px(1.5F));
      draw.AddLine({center.x - r / 2, center.y + r / 2}, {center.x + r / 2, center.y - r / 2}, color, ui.px(1.5F));
      break;
  }
}

}  // namespace

std::optional<std::string> number_box(Ui& ui, const std::string& name, std::int64_t value, float width) {
  const std::string label = "##" + name;
  const bool editing = ui.entry.id == ImGui::GetID(label.c_str());
  std::array<char, 24> shown{};
  std::snprintf(shown.data(), shown.size(), "%lld", static_cast<long long>(value));
  std::array<char, 24>& text = editing ? ui.entry.text : shown;
  const float padding = std::max(ui.px(4), (width - ImGui::CalcTextSize(text.data()).x) / 2);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(padding, ui.px(4)));
  ImGui::SetNextItemWidth(width);
  ImGui::InputText(label.c_str(), text.data(), text.size(),
                   ImGuiInputTextFlags_CharsDecimal | ImGuiInputTextFlags_AutoSelectAll);
  ImGui::PopStyleVar();
  ui.note_item(name);
  if (ImGui::IsItemActivated()) {
    ui.entry = {ImGui::GetID(label.c_str()), shown};
  }
  if (!editing || !ImGui::IsItemDeactivated()) {
    return std::nullopt;
  }
  ui.entry.id = 0;
  const std::string typed = ui.entry.text.data();
  return typed.empty() || typed == shown.data() ? std::nullopt : std::optional(typed);
}

std::optional<std::int64_t> value_slider(Ui& ui, const std::string& name, std::int64_t value, const SliderRange& range,
                                         Color color, float width) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float height = ui.px(20);
  ImGui::InvisibleButton(("##" + name).c_str(), {width, height});
  ui.note_item(name);
  const Track track{corner.x + ui.px(8), corner.x + width - ui.px(8), std::round(corner.y + height / 2), range};
  const bool hovered = ImGui::IsItemHovered();
  ui.wheel_taken |= hovered;
  std::int64_t chosen = value;
  if (ImGui::IsItemActive()) {
    chosen = nearest_valid(range.valid, track.value_at(ImGui::GetIO().MousePos.x));
  } else if (const float wheel = ImGui::GetIO().MouseWheel; hovered && wheel != 0) {
    chosen = neighbour(range.valid, value, wheel > 0);
  }
  draw_slider(ui, track, chosen, color, hovered || ImGui::IsItemActive());
  return chosen == value ? std::nullopt : std::optional(chosen);
}

void badge(const Ui& ui, const std::string& letter, Color color) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImVec2 size{ui.px(20), ui.px(20)};
  const ImVec2 low{corner.x, corner.y + ui.px(4)};
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(low, {low.x + size.x, low.y + size.y}, packed(color), ui.px(4));
  ImGui::PushFont(ui.fonts.bold);
  const ImVec2 text = ImGui::CalcTextSize(letter.c_str());
  draw.AddText({std::round(low.x + (size.x - text.x) / 2), std::round(low.y + (size.y - text.y) / 2)},
               packed(ui.palette.panel), letter.c_str());
  ImGui::PopFont();
  ImGui::Dummy({size.x, ui.px(26)});
}

bool choice_button(Ui& ui, const std::string& name, const std::string& label, bool chosen) {
  const Color fill = chosen ? ui.palette.chosen : ui.palette.field;
  ImGui::PushStyleColor(ImGuiCol_Button, imgui_color(fill));
  ImGui::PushStyleColor(ImGuiCol_Text, imgui_color(chosen ? ui.palette.text : ui.palette.notes));
  ImGui::PushFont(chosen ? ui.fonts.bold : ui.fonts.text);
  const bool pressed = ImGui::Button((label + "##" + name).c_str(), {ui.px(84), ui.px(32)});
  ImGui::PopFont();
  ImGui::PopStyleColor(2);
  ui.note_item(name);
  return pressed;
}

bool icon_button(Ui& ui, const std::string& name, Icon icon, bool primary, const char* hint_text) {
  const Color fill = primary ? ui.palette.accent : ui.palette.field;
  ImGui::PushStyleColor(ImGuiCol_Button, imgui_color(fill));
  if (primary) {
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, imgui_color(with_alpha(fill, 0.85F)));
  }
  const bool pressed = ImGui::Button(("##" + name).c_str(),
                                     icon == Icon::close ? ImVec2(ui.px(24), ui.px(24)) : ImVec2(ui.px(36), ui.px(32)));
  ImGui::PopStyleColor(primary ? 2 : 1);
  ui.note_item(name);
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  draw_icon(ui, icon, {std::round((low.x + high.x) / 2), std::round((low.y + high.y) / 2)},
            packed(primary ? ui.palette.on_cell : ui.palette.text));
  hint(ui, hint_text);
  return pressed;
}

void colored_text(ImFont* font, Color color, const std::string& text) {
  ImGui::PushFont(font);
  ImGui::PushStyleColor(ImGuiCol_Text, imgui_color(color));
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

void hint(const Ui& ui, const std::string& text) {
  if (ImGui::IsItemHovered()) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(10), ui.px(6)));
    ImGui::BeginTooltip();
    ImGui::TextUnformatted(text.c_str());
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
  }
}

}  // namespace convscope
