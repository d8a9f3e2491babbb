#pragma once

#include <imgui.h>

#include <array>
#include <map>
#include <set>
#include <string>

#include "app/scene/palette.h"
#include "app/text/text.h"
#include "app/ui/keyboard_focus.h"
#include "app/ui/menu_keys.h"

namespace convscope {

/// Faces at the sizes that the window uses (pixels at scale 1). They belong to ImGui's atlas.
struct UiFonts {
  ImFont* text = nullptr;     ///< 15
  ImFont* bold = nullptr;     ///< 15 bold
  ImFont* note = nullptr;     ///< 13
  ImFont* heading = nullptr;  ///< 17 bold
  ImFont* mono = nullptr;     ///< 15, code
};

/// Where a control stands in the window, in pixels; for --dump-state and so for tests that press real buttons.
struct ControlRect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  bool operator==(const ControlRect&) const = default;
};

/// The number box that is being typed into; at most one is.
struct Entry {
  ImGuiID id = 0;
  std::array<char, 24> text{};
};

/// What every panel needs to draw itself.
struct Ui {
  Palette palette;
  UiFonts fonts;
  text::Language language = text::Language::english;
  float scale = 1;
  std::map<std::string, ControlRect> controls;  ///< Filled anew each frame.
  Entry entry;
  bool has_hangul = true;      ///< Whether there is a font for Korean.
  std::set<char32_t> lacking;  ///< Letters of shown names that the fonts do not have yet; filled anew each frame.
  KeyboardFocus focus;
  MenuKeys menus;
  bool wheel_taken = false;  ///< The mouse is over a slider, so the wheel moves it and scrolls nothing.

  /// A text in the language in which the window speaks.
  [[nodiscard]] const char* say(const text::Phrase& phrase) const { return phrase.in(language); }
  [[nodiscard]] const std::string& say(const text::Text& text) const { return text.in(language); }
  [[nodiscard]] std::string say(const text::Text&& text) const { return text.in(language); }
  /// A name that the window shows and did not give: its letters are looked up in the fonts.
  const std::string& shown(const std::string& name);
  /// Pixels at scale 1 to whole pixels of the window.
  [[nodiscard]] float px(float value) const;
  /// Notes the last item's place under a name: what of it can be seen; and what Tab does at it.
  void note_item(const std::string& name, TabStop stop = TabStop::yes);
  /// The same of a place in the current window.
  void note(const std::string& name, const ControlRect& place);
};

/// The width between a panel's paddings, the same with and without a scroll bar: that stands in the padding.
[[nodiscard]] float panel_width();

[[nodiscard]] ImVec4 imgui_color(Color color);
[[nodiscard]] ImU32 packed(Color color);

/// ImGui's colours, spacings and roundings for a palette and a scale.
void apply_style(const Ui& ui);

}  // namespace convscope
