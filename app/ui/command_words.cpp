#include "app/ui/command_words.h"

#include "app/text/phrases.h"

namespace convscope {

CommandWords words_of(Command command) {
  using namespace text::window;
  switch (command) {
    case Command::toggle_play:
      return {command_play, "Space"};
    case Command::step_forward:
      return {command_forward, "→"};
    case Command::step_back:
      return {command_back, "←"};
    case Command::whole_step_forward:
      return {command_whole_forward, "Ctrl+→"};
    case Command::whole_step_back:
      return {command_whole_back, "Ctrl+←"};
    case Command::first_step:
      return {command_first, "Home"};
    case Command::last_step:
      return {command_last, "End"};
    case Command::faster:
      return {command_faster, "↑"};
    case Command::slower:
      return {command_slower, "↓"};
    case Command::flat_look:
      return {flat, "1"};
    case Command::oblique_look:
      return {oblique, "2"};
    case Command::stack_look:
      return {stack, "3"};
    case Command::reset_camera:
      return {menu_reset_camera, "0"};
    case Command::new_session:
      return {menu_new, "Ctrl+N"};
    case Command::open_file:
      return {menu_open, "Ctrl+O"};
    case Command::save:
      return {menu_save, "Ctrl+S"};
    case Command::save_as:
      return {menu_save_as, "Ctrl+Shift+S"};
    case Command::export_animation:
      return {menu_export, "Ctrl+E"};
    case Command::copy_picture:
      return {picture_copy, "Ctrl+Shift+C"};
    case Command::undo:
      return {edit_undo, "Ctrl+Z"};
    case Command::redo:
      return {edit_redo, "Ctrl+Shift+Z"};
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
      return {edit_paint, "B"};
    case Command::toggle_command_list:
      return {menu_commands, "Ctrl+P"};
    case Command::toggle_keys:
      return {menu_keys, "F1"};
    case Command::toggle_full_screen:
      return {menu_full_screen, "F11"};
    case Command::toggle_spotlight:
      return {menu_spotlight, "L"};
    case Command::larger_interface:
      return {menu_larger, "Ctrl++"};
    case Command::smaller_interface:
      return {menu_smaller, "Ctrl+-"};
    case Command::quit:
      return {menu_quit, "Ctrl+Q"};
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
    case Command::close_popup:
      break;
  }
  return {command_close, "Esc"};
}

}  // namespace convscope
