#include "app/ui/choices.h"

#include <algorithm>
#include <cmath>

#include "app/text/utf8.h"

namespace convscope {
namespace {

constexpr float segment_padding = 10;
constexpr float box_padding = 8;
constexpr float chevron_width = 18;
constexpr float inset = 3;  ///< Between the frame and the chosen segment.

const std::string& words(const Choice& choice, bool brief) {
  return brief && !choice.brief.empty() ? choice.brief : choice.label;
}

float text_width(ImFont* font, const std::string& text) {
  return font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.c_str()).x;
}

float segment_width(const Ui& ui, const Choice& choice, bool brief) {
  return std::ceil(text_width(ui.fonts.bold, words(choice, brief))) + 2 * ui.px(segment_padding);
}

/// A text in the middle of a place, smaller where it would not fit.
void draw_centered(const ControlRect& place, ImFont* font, Color color, const std::string& text) {
  const float natural = text_width(font, text);
  const float shrink = std::min(1.0F, place.width / std::max(1.0F, natural));
  const float size = font->FontSize * shrink;
  const ImVec2 corner{std::round(place.x + (place.width - natural * shrink) / 2),
                      std::round(place.y + (place.height - size) / 2)};
  ImGui::GetWindowDrawList()->AddText(font, size, corner, packed(color), text.c_str());
}

void draw_frame(const Ui& ui, const ControlRect& place) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImVec2 far{place.x + place.width, place.y + place.height};
  draw.AddRectFilled({place.x, place.y}, far, packed(ui.palette.field), ui.px(6));
  draw.AddRect({place.x, place.y}, far, packed(ui.palette.edge), ui.px(6));
}

float text_room(const Ui& ui, float box_width) { return box_width - ui.px(box_padding + chevron_width); }

/// "v" at the right end of a box.
void draw_chevron(const Ui& ui, ImVec2 center, ImU32 color) {
  const float r = ui.px(4);
  const ImVec2 points[] = {
      {center.x - r, center.y - r / 2}, {center.x, center.y + r / 2}, {center.x + r, center.y - r / 2}};
  ImGui::GetWindowDrawList()->AddPolyline(points, 3, color, ImDrawFlags_None, ui.px(1.5F));
}

constexpr float least_shrink = 0.85F;

void draw_box_text(const Ui& ui, const ControlRect& box, const std::string& shown, bool lively) {
  const float left = box.x + ui.px(box_padding);
  const float room = text_room(ui, box.width);
  ImFont* font = ImGui::GetFont();
  const float shrink = std::clamp(room / std::max(1.0F, text_width(font, shown)), least_shrink, 1.0F);
  const bool fits = text_width(font, shown) * shrink <= room + 1;
  const std::string text = fits ? shown : shortened(font, shown, room / shrink);
  const float size = font->FontSize * shrink;
  const Color color = ui.palette.text;
  ImGui::GetWindowDrawList()->AddText(font, size, {left, std::round(box.y + (box.height - size) / 2)},
                                      ImGui::GetColorU32(imgui_color(color)), text.c_str());
  draw_chevron(ui, {std::round(box.x + box.width - ui.px(11)), std::round(box.y + box.height / 2)},
               ImGui::GetColorU32(imgui_color(lively ? ui.palette.accent : ui.palette.notes)));
}

}  // namespace

std::string shortened(ImFont* font, const std::string& text, float width) {
  const auto begins_letter = [&](std::size_t at) { return at == text.size() || starts_character(text[at]); };
  for (std::size_t kept = text.size(); kept > 2; --kept) {
    const std::size_t front = kept / 2;
    const std::size_t back = text.size() - (kept - front);
    std::string cut = text.substr(0, front) + "\u2026" + text.substr(back);
    if (begins_letter(front) && begins_letter(back) && text_width(font, cut) <= width) {
      return cut;
    }
  }
  return "\u2026";
}

ImVec2 frame_padding(const Ui& ui, float height) {
  return {ui.px(8), std::max(0.0F, (ui.px(height) - ImGui::GetFontSize()) / 2)};
}

float segmented_width(const Ui& ui, std::span<const Choice> choices, bool brief) {
  float width = 2 * ui.px(inset);
  for (const Choice& choice : choices) {
    width += segment_width(ui, choice, brief);
  }
  return width;
}

std::optional<std::size_t> segmented(Ui& ui, std::span<const Choice> choices, std::size_t chosen,
                                     const ChoiceStyle& style) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float natural = segmented_width(ui, choices, style.brief);
  const float stretch = style.width > 0 ? (style.width - natural) / static_cast<float>(choices.size()) : 0;
  const ControlRect all{corner.x, corner.y, style.width > 0 ? style.width : natural, ui.px(style.height)};
  draw_frame(ui, all);
  std::optional<std::size_t> pressed;
  float x = corner.x + ui.px(inset);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Choice& choice = choices[i];
    const float width = segment_width(ui, choice, style.brief) + stretch;
    const ControlRect place{x, corner.y + ui.px(inset), width, all.height - 2 * ui.px(inset)};
    ImGui::SetCursorScreenPos({place.x, place.y});
    if (ImGui::InvisibleButton(("##" + choice.name).c_str(), {place.width, place.height}) && i != chosen) {
      pressed = i;
    }
    ui.note_item(choice.name);
    draw_focus_frame();
    const bool lively = ImGui::IsItemHovered();
    if (i == chosen) {
      ImGui::GetWindowDrawList()->AddRectFilled({place.x, place.y}, {place.x + place.width, place.y + place.height},
                                                packed(ui.palette.chosen), ui.px(4));
    }
    draw_centered(place, i == chosen ? ui.fonts.bold : ui.fonts.text,
                  i == chosen || lively ? ui.palette.text : ui.palette.notes, words(choice, style.brief));
    x += width;
  }
  ImGui::SetCursorScreenPos(corner);
  ImGui::Dummy({all.width, all.height});
  return pressed;
}

bool begin_combo(Ui& ui, const std::string& name, const std::string& shown, const ChoiceStyle& style) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ControlRect box{corner.x, corner.y, style.width, ui.px(style.height)};
  ImGui::SetNextItemWidth(style.width);
  ImGui::SetNextWindowSizeConstraints({style.width, 0}, {ui.px(420), ui.px(560)});
  ui.note(name, box);
  // The box is drawn under its text, though it comes later: once the list is open, another window is drawn into.
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, frame_padding(ui, style.height));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(8), ui.px(8)));  // Of the list.
  ImDrawList* const panel = ImGui::GetWindowDrawList();
  panel->ChannelsSplit(2);
  panel->ChannelsSetCurrent(1);
  draw_box_text(ui, box, shown, ImGui::IsMouseHoveringRect({box.x, box.y}, {box.x + box.width, box.y + box.height}));
  panel->ChannelsSetCurrent(0);
  const bool open =
      ImGui::BeginCombo(("##" + name).c_str(), "", ImGuiComboFlags_NoArrowButton | ImGuiComboFlags_HeightLargest);
  panel->ChannelsMerge();
  ImGui::PopStyleVar(2);
  if (!open) {
    ui.focus.note_stop(TabStop::yes);
  }
  return open;
}

std::optional<std::size_t> combo(Ui& ui, const std::string& name, std::span<const Choice> choices,
                                 std::optional<std::size_t> chosen, const ChoiceStyle& style) {
  std::optional<std::size_t> picked;
  const auto shown = [&](const Choice& choice) {
    return words(choice, text_width(ImGui::GetFont(), choice.label) > text_room(ui, style.width));
  };
  if (!begin_combo(ui, name, chosen ? shown(choices[*chosen]) : "", style)) {
    return picked;
  }
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (ImGui::Selectable(choices[i].label.c_str(), i == chosen) && i != chosen) {
      picked = i;
    }
    ui.note_item(name + "." + choices[i].name);
  }
  ImGui::EndCombo();
  return picked;
}

}  // namespace convscope
