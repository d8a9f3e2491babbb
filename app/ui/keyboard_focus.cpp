#include "app/ui/keyboard_focus.h"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

namespace convscope {
namespace {

/// Lists take the keys themselves while they are open; hints take none.
bool takes_focus(const ImGuiWindow& window) {
  constexpr ImGuiWindowFlags never = ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_NoMouseInputs;
  constexpr ImGuiWindowFlags passing = ImGuiWindowFlags_Popup | ImGuiWindowFlags_Tooltip;
  return (window.Flags & never) == 0 && (window.RootWindow->Flags & passing) == 0;
}

}  // namespace

void KeyboardFocus::begin_frame() {
  const FocusMove move = std::exchange(asked_, FocusMove::none);
  wanted_ = 0;
  tab_left_ = false;
  if (move != FocusMove::none && !stops_.empty()) {
    const std::optional<std::size_t> from = current();
    tab_left_ = from && stops_[*from].kind == TabStop::own;
    wanted_ = tab_left_ ? 0 : stops_[target(move)].id;
  }
  stops_.clear();
}

std::optional<std::size_t> KeyboardFocus::current() const {
  // Until the keyboard is used, ImGui's own idea of the focus is a guess.
  const ImGuiID id = ImGui::GetIO().NavVisible ? ImGui::GetCurrentContext()->NavId : used_;
  const auto found = std::ranges::find(stops_, id, &Stop::id);
  return found == stops_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - stops_.begin()));
}

std::size_t KeyboardFocus::in_panel(std::size_t from, bool forward) const {
  const std::size_t count = stops_.size();
  const std::size_t step = forward ? 1 : count - 1;
  std::size_t at = from;
  while (stops_[at].panel == stops_[from].panel && (at + step) % count != from) {
    at = (at + step) % count;
  }
  // The first control of that panel, wherever one came from.
  while (at > 0 && stops_[at - 1].panel == stops_[at].panel) {
    --at;
  }
  return at;
}

std::size_t KeyboardFocus::target(FocusMove move) const {
  const std::size_t count = stops_.size();
  const std::optional<std::size_t> from = current();
  if (move == FocusMove::menu) {
    return 0;
  }
  if (!from) {
    return move == FocusMove::previous ? count - 1 : 0;
  }
  switch (move) {
    case FocusMove::next:
      return (*from + 1) % count;
    case FocusMove::previous:
      return (*from + count - 1) % count;
    case FocusMove::next_panel:
      return in_panel(*from, true);
    case FocusMove::previous_panel:
      return in_panel(*from, false);
    case FocusMove::menu:
    case FocusMove::none:
      break;
  }
  return *from;
}

void KeyboardFocus::note_stop(TabStop kind) {
  const ImGuiID id = ImGui::GetItemID();
  ImGuiContext& context = *ImGui::GetCurrentContext();
  const ImGuiWindow& window = *context.CurrentWindow;
  if (kind == TabStop::none || id == 0 || (ImGui::GetItemFlags() & ImGuiItemFlags_Disabled) != 0 ||
      !takes_focus(window)) {
    return;
  }
  stops_.push_back({id, window.RootWindow->ID, kind});
  if (id == context.ActiveId) {
    used_ = id;
  }
  if (id == reached_ && id == context.NavId) {
    reached_ = 0;
    show_keyboard_focus();
  }
  if (id == wanted_) {
    wanted_ = 0;
    focus_last();
    context.NavLayer = window.DC.NavLayerCurrent;  // Else ImGui leaves the line of menus again at once.
  }
}

void KeyboardFocus::focus_last() {
  reached_ = used_ = ImGui::GetItemID();
  ImGui::SetKeyboardFocusHere(-1);
}

bool KeyboardFocus::take_tab() { return std::exchange(tab_left_, false); }

// From 1.89 on ImGui hides the frame around what was focused by a program, and Enter does not press what has none.
void show_keyboard_focus() {
#if IMGUI_VERSION_NUM < 19140
  ImGui::GetCurrentContext()->NavDisableHighlight = false;
#else
  ImGui::GetCurrentContext()->NavCursorVisible = true;
#endif
}

void ignore_resting_mouse() {
#if IMGUI_VERSION_NUM < 19140
  ImGui::GetCurrentContext()->NavDisableMouseHover = true;
#else
  ImGui::GetCurrentContext()->NavHighlightItemUnderNav = true;
#endif
}

void draw_focus_frame() {
  const ImGuiLastItemData& item = ImGui::GetCurrentContext()->LastItemData;
  ImGui::RenderNavHighlight(item.Rect, item.ID);
}

}  // namespace convscope
