#include <array>
#include <string>
#include <utility>

#include "app/document/view_names.h"
#include "app/text/window.h"
#include "app/ui/command_words.h"
#include "app/ui/controls.h"
#include "app/ui/file_sheets.h"
#include "app/ui/panels.h"

namespace convscope {
namespace {

/// A menu's line that does what a key does.
struct MenuCommand {
  Command command;
  const char* name;  ///< For tests.
  bool marked = false;
  const text::Phrase* obstacle = nullptr;  ///< Why it cannot be chosen now; none: it can.
};

void draw_command(Ui& ui, Workspace& workspace, const MenuCommand& item) {
  const CommandWords words = words_of(item.command);
  if (ImGui::MenuItem(ui.say(words.label), words.key, item.marked, item.obstacle == nullptr)) {
    perform(workspace, item.command);
  }
  ui.note_item(item.name);
  if (item.obstacle != nullptr) {
    hint_disabled(ui, ui.say(*item.obstacle));
  }
}

/// ImGui::BeginMenu of a menu within a menu.
bool begin_submenu(Ui& ui, const char* label, bool enabled = true) {
  const bool open = ImGui::BeginMenu(label, enabled);
  if (!open) {
    ui.menus.note_submenu();
  }
  return open;
}

void draw_recent(Ui& ui, Workspace& workspace) {
  const bool any = !workspace.files.recent.empty();
  const bool open = begin_submenu(ui, ui.say(text::window::menu_recent), any);
  ui.note_item("menu.recent");
  if (!any) {
    hint_disabled(ui, ui.say(text::window::no_recent));
  }
  if (!open) {
    return;
  }
  for (std::size_t i = 0; i < workspace.files.recent.size(); ++i) {
    const std::filesystem::path path = workspace.files.recent[i];
    if (ImGui::MenuItem(ui.shown(path.string()).c_str())) {
      ask_for(workspace, {.kind = FileRequest::Kind::open, .path = path});
    }
    ui.note_item("recent." + std::to_string(i));
  }
  ImGui::Separator();
  if (ImGui::MenuItem(ui.say(text::window::menu_tidy_recent))) {
    workspace.files.request = FileRequest{.kind = FileRequest::Kind::tidy_recent};
  }
  ui.note_item("recent.tidy");
  ImGui::EndMenu();
}

void draw_samples(Ui& ui, Workspace& workspace) {
  if (!begin_submenu(ui, ui.say(text::window::menu_samples))) {
    return;
  }
  for (const std::string& name : workspace.files.samples) {
    if (ImGui::MenuItem(name.c_str())) {
      ask_for(workspace, {.kind = FileRequest::Kind::open_sample, .sample = name});
    }
    ui.note_item("sample." + name);
  }
  ImGui::EndMenu();
}

void draw_file_menu(Ui& ui, Workspace& workspace, std::span<const Preset> presets) {
  using namespace text::window;
  draw_command(ui, workspace, {Command::new_session, "menu.new"});
  draw_command(ui, workspace, {Command::open_file, "menu.open"});
  draw_recent(ui, workspace);
  draw_command(ui, workspace, {Command::save, "menu.save"});
  draw_command(ui, workspace, {Command::save_as, "menu.save_as"});
  draw_command(ui, workspace, {Command::export_animation, "menu.export"});
  ImGui::Separator();
  draw_samples(ui, workspace);
  if (begin_submenu(ui, ui.say(menu_preset))) {
    for (const Preset& preset : presets) {
      if (ImGui::MenuItem(preset.name.c_str(), nullptr, preset.name == workspace.document.preset)) {
        open_preset(workspace, preset);
      }
    }
    ImGui::EndMenu();
  }
  ImGui::Separator();
  draw_command(ui, workspace, {Command::quit, "menu.quit"});
}

void draw_edit_menu(Ui& ui, Workspace& workspace) {
  using namespace text::window;
  const History& history = workspace.history;
  draw_command(ui, workspace, {Command::undo, "menu.undo", false, history.can_undo() ? nullptr : &nothing_to_undo});
  draw_command(ui, workspace, {Command::redo, "menu.redo", false, history.can_redo() ? nullptr : &nothing_to_redo});
  ImGui::Separator();
  draw_command(ui, workspace, {Command::copy_picture, "menu.copy_picture"});
  ImGui::Separator();
  draw_command(ui, workspace, {Command::toggle_painting, "menu.paint", workspace.editing.painting});
}

void draw_theme_item(Ui& ui, Workspace& workspace, const char* label, Theme theme) {
  View view = workspace.document.view;
  if (ImGui::MenuItem(label, nullptr, view.theme == theme)) {
    view.theme = theme;
    change_view(workspace, view);
  }
  ui.note_item("menu." + std::string(name_of(themes, theme)));
}

void draw_axis_orders(Ui& ui, Workspace& workspace) {
  const bool open = begin_submenu(ui, ui.say(text::window::shapes_written));
  ui.note_item("menu.axis_order");
  if (!open) {
    return;
  }
  View view = workspace.document.view;
  for (const auto& [order, label] : {std::pair{AxisOrder::channels_first, &text::window::axes_chw},
                                     std::pair{AxisOrder::channels_last, &text::window::axes_hwc}}) {
    if (ImGui::MenuItem(ui.say(*label), nullptr, view.axis_order == order)) {
      view.axis_order = order;
      change_view(workspace, view);
    }
    ui.note_item("axis_order." + std::string(name_of(axis_orders, order)));
  }
  ImGui::EndMenu();
}

void draw_languages(Ui& ui, Workspace& workspace) {
  const bool open = begin_submenu(ui, ui.say(text::window::menu_language));
  ui.note_item("menu.language");
  if (!open) {
    return;
  }
  const auto item = [&](const char* label, const char* name, std::optional<text::Language> language) {
    const bool possible = ui.has_hangul || language != text::Language::korean;
    if (ImGui::MenuItem(label, nullptr, workspace.language == language, possible)) {
      workspace.language = language;
    }
    ui.note_item(name);
  };
  item(ui.say(text::window::menu_locale_language), "language.locale", std::nullopt);
  item("English", "language.en", text::Language::english);
  item(ui.has_hangul ? "한국어" : ui.say(text::window::menu_korean_needs_font), "language.ko", text::Language::korean);
  ImGui::EndMenu();
}

void draw_view_menu(Ui& ui, Workspace& workspace) {
  using namespace text::window;
  const View& view = workspace.document.view;
  draw_command(ui, workspace, {Command::flat_look, "menu.flat", view.look == Look::flat});
  draw_command(ui, workspace, {Command::oblique_look, "menu.oblique", view.look == Look::oblique});
  draw_command(ui, workspace, {Command::stack_look, "menu.stack", view.look == Look::stack});
  draw_command(
      ui, workspace,
      {Command::reset_camera, "menu.reset_camera", false, view.camera == CameraMove{} ? &camera_unmoved : nullptr});
  ImGui::Separator();
  draw_theme_item(ui, workspace, ui.say(menu_light), Theme::light);
  draw_theme_item(ui, workspace, ui.say(menu_dark), Theme::dark);
  draw_theme_item(ui, workspace, ui.say(menu_high_contrast), Theme::high_contrast);
  ImGui::Separator();
  draw_axis_orders(ui, workspace);
  draw_languages(ui, workspace);
  ImGui::MenuItem(ui.say(menu_layer_panel), nullptr, &workspace.show_layer_panel);
  ui.note_item("menu.layer_panel");
  ImGui::MenuItem(ui.say(menu_arithmetic_panel), nullptr, &workspace.show_arithmetic_panel);
  ui.note_item("menu.arithmetic_panel");
  ImGui::Separator();
  const bool largest = workspace.zoom >= zooms.back();
  const bool smallest = workspace.zoom <= zooms.front();
  draw_command(ui, workspace, {Command::larger_interface, "menu.larger", false, largest ? &largest_type : nullptr});
  draw_command(ui, workspace, {Command::smaller_interface, "menu.smaller", false, smallest ? &smallest_type : nullptr});
  draw_command(ui, workspace, {Command::toggle_spotlight, "menu.spotlight", workspace.spotlight});
  draw_command(ui, workspace, {Command::toggle_full_screen, "menu.full_screen", workspace.full_screen});
}

void draw_help_menu(Ui& ui, Workspace& workspace) {
  draw_command(ui, workspace, {Command::toggle_command_list, "menu.commands"});
  draw_command(ui, workspace, {Command::toggle_keys, "menu.keys", workspace.show_keys});
  ImGui::MenuItem(ui.say(text::window::menu_about), nullptr, &workspace.show_about);
}

/// A menu of the bar.
struct BarMenu {
  const text::Phrase& label;
  char letter;       ///< With Alt.
  const char* name;  ///< For tests.
};
constexpr std::array bar_menus{
    BarMenu{text::window::menu_file, 'F', "menu.file"}, BarMenu{text::window::edit_menu_edit, 'E', "menu.edit"},
    BarMenu{text::window::menu_view, 'V', "menu.view"}, BarMenu{text::window::menu_help, 'H', "menu.help"}};

template <typename Draw>
void draw_menu(Ui& ui, std::size_t number, const Draw& draw) {
  const BarMenu& menu = bar_menus[number];
  const std::string label = with_menu_letter(ui.say(menu.label), menu.letter);
  if (ui.menus.begin(number, label.c_str())) {
    draw();
    ui.menus.end();
  }
  ui.note_item(menu.name);
  underline_menu_letter(label, menu.letter);
}

}  // namespace

void draw_menu_bar(Ui& ui, Workspace& workspace, std::span<const Preset> presets) {
  ui.menus.begin_bar(bar_menus.size());
  draw_menu(ui, 0, [&] { draw_file_menu(ui, workspace, presets); });
  draw_menu(ui, 1, [&] { draw_edit_menu(ui, workspace); });
  draw_menu(ui, 2, [&] { draw_view_menu(ui, workspace); });
  draw_menu(ui, 3, [&] { draw_help_menu(ui, workspace); });
}

}  // namespace convscope
