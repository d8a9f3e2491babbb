#include "app/ui/controls.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "app/ui/choices.h"
#include "engine/check.h"

namespace convscope {
namespace {

/// Longer hints take several lines; at scale 1.
constexpr float hint_width = 420;

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

void draw_hint(const Ui& ui, const std::string& text) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(10), ui.px(6)));
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(ui.px(hint_width));
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
}

using EntryText = std::array<char, 24>;

/// A box to type over `shown`. Gives the typed text once it is finished and differs. Letters are let in, to be refused
/// in words: without its letter 1e9 would be 19.
std::optional<std::string> entry_box(Ui& ui, const std::string& name, EntryText shown, float width) {
  const std::string label = "##" + name;
  const bool editing = ui.entry.id == ImGui::GetID(label.c_str());
  EntryText& text = editing ? ui.entry.text : shown;
  const float padding = std::max(ui.px(4), (width - ImGui::CalcTextSize(text.data()).x) / 2);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(padding, frame_padding(ui, box_height).y));
  ImGui::SetNextItemWidth(width);
  ImGui::InputText(label.c_str(), text.data(), text.size(), ImGuiInputTextFlags_AutoSelectAll);
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

}  // namespace

std::optional<std::string> number_box(Ui& ui, const std::string& name, std::int64_t value, float width) {
  EntryText shown{};
  std::snprintf(shown.data(), shown.size(), "%lld", static_cast<long long>(value));
  return entry_box(ui, name, shown, width);
}

std::optional<std::string> value_box(Ui& ui, const std::string& name, float value, float width) {
  EntryText shown{};
  const auto end = std::to_chars(shown.data(), shown.data() + shown.size() - 1, value);
  CHECK_EQ(static_cast<int>(end.ec), 0);
  return entry_box(ui, name, shown, width);
}

void multiline_box(Ui& ui, const std::string& name, std::string& text, ImVec2 size) {
  ui.shown(text);
  ImGui::InputTextMultiline(("##" + name).c_str(), &text, size);
  ui.note_item(name);
}

std::optional<std::int64_t> value_slider(Ui& ui, const std::string& name, std::int64_t value, const SliderRange& range,
                                         Color color, float width) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float height = ui.px(slider_height);
  ImGui::InvisibleButton(("##" + name).c_str(), {width, height});
  ui.note_item(name, TabStop::none);
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
  const ImVec2 low{corner.x, corner.y + ui.px(box_height / 2 - 10)};
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(low, {low.x + size.x, low.y + size.y}, packed(color), ui.px(4));
  ImGui::PushFont(ui.fonts.bold);
  const ImVec2 text = ImGui::CalcTextSize(letter.c_str());
  draw.AddText({std::round(low.x + (size.x - text.x) / 2), std::round(low.y + (size.y - text.y) / 2)},
               packed(ui.palette.panel), letter.c_str());
  ImGui::PopFont();
  ImGui::Dummy({size.x, ui.px(box_height)});
}

void colored_text(ImFont* font, Color color, const std::string& text) {
  ImGui::PushFont(font);
  ImGui::PushStyleColor(ImGuiCol_Text, imgui_color(color));
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

void draw_fitted_text(ImFont* font, Color color, const ControlRect& place, const std::string& text) {
  const float natural = font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str()).x;
  const float size = font->FontSize * std::min(1.0F, place.width / std::max(1.0F, natural));
  ImGui::GetWindowDrawList()->AddText(font, size, {place.x, std::round(place.y + (place.height - size) / 2)},
                                      packed(color), text.c_str());
}

void hint(const Ui& ui, const std::string& text) {
  const bool typing = ImGui::IsItemActive() && ImGui::GetIO().WantTextInput;  // It would lie over what one looks at.
  if (ImGui::IsItemHovered() && !typing) {
    draw_hint(ui, text);
  }
}

void hint_disabled(const Ui& ui, const std::string& text) {
  if (ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) {
    draw_hint(ui, text);
  }
}

}  // namespace convscope
