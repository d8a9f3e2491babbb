#include <algorithm>
#include <cmath>
#include <iterator>

#include "app/text/window.h"
#include "app/ui/controls.h"
#include "app/ui/panels.h"
#include "app/ui/sheet.h"

namespace convscope {
namespace {

/// By a line or most of what is seen.
void scroll_by_keys() {
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
  const float page = ImGui::GetWindowHeight() - ImGui::GetTextLineHeightWithSpacing();
  const float line = ImGui::GetTextLineHeightWithSpacing();
  const float down = (pressed(ImGuiKey_DownArrow) ? line : 0) + (pressed(ImGuiKey_PageDown) ? page : 0);
  const float up = (pressed(ImGuiKey_UpArrow) ? line : 0) + (pressed(ImGuiKey_PageUp) ? page : 0);
  if (down != up) {
    ImGui::SetScrollY(ImGui::GetScrollY() + down - up);
  }
}

/// As high as all its lines, or as those that the window has room for; then it scrolls.
void draw_key_list(Ui& ui) {
  constexpr float width = 640;
  constexpr float action_left = 270;
  constexpr float beside = 170;  // The sheet's heading, its button, and some air.
  const float line = ImGui::GetTextLineHeightWithSpacing();
  const float room = std::floor((ImGui::GetIO().DisplaySize.y - ui.px(beside)) / line);
  const float lines = std::min(room, static_cast<float>(std::size(text::window::keys)));
  if (ImGui::BeginChild("keys", {ui.px(width), lines * line})) {
    scroll_by_keys();
    for (const text::window::KeyHelp& help : text::window::keys) {
      colored_text(ui.fonts.bold, ui.palette.text, ui.say(help.key));
      ImGui::SameLine(ui.px(action_left));
      ImGui::TextUnformatted(ui.say(help.action));
    }
  }
  ImGui::EndChild();
}

void draw_close(Ui& ui, bool& open) {
  ImGui::Dummy({0, ui.px(6)});
  if (ImGui::Button(ui.say(text::window::close))) {
    open = false;
  }
  ui.note_item("sheet.close");
}

}  // namespace

void draw_help(Ui& ui, Workspace& workspace) {
  if (workspace.show_keys) {
    begin_sheet(ui, ui.say(text::window::menu_keys));
    draw_key_list(ui);
    draw_close(ui, workspace.show_keys);
    end_sheet();
  }
  if (workspace.show_about) {
    begin_sheet(ui, ui.say(text::window::menu_about));
    ImGui::TextUnformatted(text::window::about(ui.language, CONVSCOPE_VERSION).c_str());
    draw_close(ui, workspace.show_about);
    end_sheet();
  }
}

}  // namespace convscope
