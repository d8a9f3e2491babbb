#include <string>

#include "app/text/window.h"
#include "app/ui/controls.h"
#include "app/ui/panels.h"

namespace convscope {
namespace {

void draw_file_menu(Ui& ui, Workspace& workspace, std::span<const Preset> presets) {
  using namespace text::window;
  if (ImGui::BeginMenu(menu_preset)) {
    for (const Preset& preset : presets) {
      if (ImGui::MenuItem(preset.name.c_str(), nullptr, preset.name == workspace.document.preset)) {
        open_preset(workspace, preset);
      }
    }
    ImGui::EndMenu();
  }
  ImGui::Separator();
  if (ImGui::MenuItem(menu_quit, "Ctrl+Q")) {
    perform(workspace, Command::quit);
  }
  ui.note_item("menu.quit");
}

void draw_view_menu(Ui& ui, Workspace& workspace) {
  using namespace text::window;
  View& view = workspace.document.view;
  if (ImGui::MenuItem(flat, "1", view.look == Look::flat)) {
    perform(workspace, Command::flat_look);
  }
  if (ImGui::MenuItem(oblique, "2", view.look == Look::oblique)) {
    perform(workspace, Command::oblique_look);
  }
  ImGui::Separator();
  if (ImGui::MenuItem(menu_light, nullptr, view.theme == Theme::light)) {
    view.theme = Theme::light;
  }
  ui.note_item("menu.light");
  if (ImGui::MenuItem(menu_dark, nullptr, view.theme == Theme::dark)) {
    view.theme = Theme::dark;
  }
  ui.note_item("menu.dark");
  ImGui::Separator();
  ImGui::MenuItem(menu_layer_panel, nullptr, &workspace.show_layer_panel);
  ui.note_item("menu.layer_panel");
  ImGui::MenuItem(menu_arithmetic_panel, nullptr, &workspace.show_arithmetic_panel);
  ui.note_item("menu.arithmetic_panel");
  if (ImGui::MenuItem(menu_full_screen, "F11", workspace.full_screen)) {
    perform(workspace, Command::toggle_full_screen);
  }
}

/// A list in the window's middle that any click on its button or Esc closes.
bool begin_sheet(Ui& ui, const char* title, bool& open) {
  const ImVec2 center{ImGui::GetIO().DisplaySize.x / 2, ImGui::GetIO().DisplaySize.y / 2};
  ImGui::SetNextWindowPos(center, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, imgui_color(ui.palette.field));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(8));
  const bool visible = ImGui::Begin(title, &open,
                                    ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoTitleBar |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove);
  if (visible) {
    colored_text(ui.fonts.heading, ui.palette.text, title);
    ImGui::Dummy({0, ui.px(4)});
  }
  return visible;
}

void end_sheet(Ui& ui, bool& open) {
  ImGui::Dummy({0, ui.px(6)});
  if (ImGui::Button(text::window::close)) {
    open = false;
  }
  ui.note_item("sheet.close");
  ImGui::End();
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
}

}  // namespace

void draw_menu_bar(Ui& ui, Workspace& workspace, std::span<const Preset> presets) {
  using namespace text::window;
  if (ImGui::BeginMenu(menu_file)) {
    draw_file_menu(ui, workspace, presets);
    ImGui::EndMenu();
  }
  ui.note_item("menu.file");
  if (ImGui::BeginMenu(menu_view)) {
    draw_view_menu(ui, workspace);
    ImGui::EndMenu();
  }
  ui.note_item("menu.view");
  if (ImGui::BeginMenu(menu_help)) {
    ImGui::MenuItem(menu_keys, "F1", &workspace.show_keys);
    ui.note_item("menu.keys");
    ImGui::MenuItem(menu_about, nullptr, &workspace.show_about);
    ImGui::EndMenu();
  }
  ui.note_item("menu.help");
}

void draw_help(Ui& ui, Workspace& workspace) {
  if (workspace.show_keys) {
    begin_sheet(ui, text::window::menu_keys, workspace.show_keys);
    for (const text::window::KeyHelp& help : text::window::keys) {
      colored_text(ui.fonts.bold, ui.palette.text, help.key);
      ImGui::SameLine(ui.px(230));
      ImGui::TextUnformatted(help.action);
    }
    end_sheet(ui, workspace.show_keys);
  }
  if (workspace.show_about) {
    begin_sheet(ui, text::window::menu_about, workspace.show_about);
    ImGui::TextUnformatted(text::window::about(CONVSCOPE_VERSION).c_str());
    end_sheet(ui, workspace.show_about);
  }
}

}  // namespace convscope
