#include "app/ui/menu_keys.h"

#include <imgui_internal.h>

#include <cmath>
#include <utility>

#include "app/ui/keyboard_focus.h"

namespace convscope {

std::optional<std::size_t> MenuKeys::led_to(std::size_t count) const {
  const ImGuiContext& context = *ImGui::GetCurrentContext();
  if (!open_ || context.NavWindow == nullptr) {
    return std::nullopt;
  }
  const bool within = context.NavWindow->ID != window_;  // In a menu of the menu, which Left closes.
  if (!on_submenu_ && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_RightArrow))) {
    return (*open_ + 1) % count;
  }
  if (!within && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_LeftArrow))) {
    return (*open_ + count - 1) % count;
  }
  return std::nullopt;
}

void MenuKeys::begin_bar(std::size_t count) {
  wanted_ = std::exchange(asked_, std::nullopt);
  if (const auto next = wanted_ ? std::nullopt : led_to(count)) {
    wanted_ = next;
    ImGui::NavMoveRequestCancel();
  }
  open_.reset();
  on_submenu_ = false;
}

bool MenuKeys::begin(std::size_t menu, const char* label) {
  if (wanted_ == menu) {
    ImGui::OpenPopup(label);
    by_keys_ = true;
    ignore_resting_mouse();
  }
  if (!ImGui::BeginMenu(label)) {
    return false;
  }
  const ImGuiWindow& window = *ImGui::GetCurrentContext()->CurrentWindow;
  if (window_ != window.ID) {
    by_keys_ = wanted_ == menu;
  }
  open_ = menu;
  window_ = window.ID;
  return true;
}

void MenuKeys::end() {
  if (std::exchange(by_keys_, false)) {
    show_keyboard_focus();
  }
  ImGui::EndMenu();
}

void MenuKeys::note_submenu() {
  const ImGuiContext& context = *ImGui::GetCurrentContext();
  on_submenu_ |= context.NavWindow == context.CurrentWindow && context.NavId == ImGui::GetItemID();
}

std::string with_menu_letter(const std::string& name, char letter) {
  return name.front() == letter ? name : name + "(" + letter + ")";
}

void underline_menu_letter(const std::string& label, char letter) {
  if (!ImGui::GetIO().KeyAlt) {
    return;
  }
  const std::size_t at = label.find(letter);
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  const ImVec2 size = ImGui::CalcTextSize(label.c_str());
  const float left = (low.x + high.x - size.x) / 2 + ImGui::CalcTextSize(label.substr(0, at).c_str()).x;
  const float width = ImGui::CalcTextSize(label.substr(at, 1).c_str()).x;
  const float y = std::round((low.y + high.y + size.y) / 2) - 1;
  ImGui::GetWindowDrawList()->AddLine({left, y}, {left + width, y}, ImGui::GetColorU32(ImGuiCol_Text));
}

}  // namespace convscope
