#include "app/ui/command_words.h"

#include "app/text/phrases.h"

namespace convscope {

CommandWords words_of(Command command) {
  using namespace text::window;
  namespace also = text::also;
  switch (command) {
    case Command::toggle_play:
      return {command_play, "Space", &also::play};
    case Command::step_forward:
      return {command_forward, "→", &also::forward};
    case Command::step_back:
      return {command_back, "←", &also::back};
    case Command::whole_step_forward:
      return {command_whole_forward, "Ctrl+→"};
    case Command::whole_step_back:
      return {command_whole_back, "Ctrl+←"};
    case Command::first_step:
      return {command_first, "Home", &also::first};
    case Command::last_step:
      return {command_last, "End", &also::last};
    case Command::faster:
      return {command_faster, "↑", &also::faster};
    case Command::slower:
      return {command_slower, "↓", &also::slower};
    case Command::flat_look:
      return {flat, "1", &also::flat};
    case Command::oblique_look:
      return {oblique, "2", &also::oblique};
    case Command::stack_look:
      return {stack, "3", &also::stack};
    case Command::reset_camera:
      return {menu_reset_camera, "0", &also::camera};
    case Command::new_session:
      return {menu_new, "Ctrl+N", &also::new_session};
    case Command::open_file:
      return {menu_open, "Ctrl+O", &also::open};
    case Command::save:
      return {menu_save, "Ctrl+S", &also::save};
    case Command::save_as:
      return {menu_save_as, "Ctrl+Shift+S", &also::save_as};
    case Command::export_animation:
      return {menu_export, "Ctrl+E", &also::export_animation};
    case Command::copy_picture:
      return {picture_copy, "Ctrl+Shift+C", &also::copy_picture};
    case Command::undo:
      return {edit_undo, "Ctrl+Z", &also::undo};
    case Command::redo:
      return {edit_redo, "Ctrl+Shift+Z", &also::redo};
    case Command::cell_left:
      return {command_cell_left, "Shift+←"};
    case Command::cell_right:
      return {command_cell_right, "Shift+→"};
    case Command::cell_up:
      return {command_cell_up, "Shift+↑"};
    case Command::cell_down:
      return {command_cell_down, "Shift+↓"};
    case Command::next_grid:
      return {command_next_grid, "Shift+Page Down"};
    case Command::previous_grid:
      return {command_previous_grid, "Shift+Page Up"};
    case Command::toggle_painting:
      return {edit_paint, "B", &also::paint};
    case Command::toggle_command_list:
      return {menu_commands, "Ctrl+P"};
    case Command::toggle_keys:
      return {menu_keys, "F1", &also::keys};
    case Command::toggle_full_screen:
      return {menu_full_screen, "F11", &also::full_screen};
    case Command::toggle_spotlight:
      return {menu_spotlight, "L", &also::spotlight};
    case Command::larger_interface:
      return {menu_larger, "Ctrl++", &also::larger};
    case Command::smaller_interface:
      return {menu_smaller, "Ctrl+-", &also::smaller};
    case Command::quit:
      return {menu_quit, "Ctrl+Q", &also::quit};
    case Command::focus_next:
      return {command_focus_next, "Tab"};
    case Command::focus_previous:
      return {command_focus_previous, "Shift+Tab"};
    case Command::next_panel:
      return {command_next_panel, "F6"};
    case Command::previous_panel:
      return {command_previous_panel, "Shift+F6"};
    case Command::focus_menu:
      return {command_focus_menu, "F10"};
    case Command::open_file_menu:
      return {command_file_menu, "Alt+F"};
    case Command::open_edit_menu:
      return {command_edit_menu, "Alt+E"};
    case Command::open_view_menu:
      return {command_view_menu, "Alt+V"};
    case Command::open_help_menu:
      return {command_help_menu, "Alt+H"};
    case Command::close_popup:
      break;
  }
  return {command_close, "Esc"};
}

}  // namespace convscope
