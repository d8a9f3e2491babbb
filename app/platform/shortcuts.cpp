#include "app/platform/shortcuts.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>

namespace convscope {
namespace {

struct Shortcut {
  int key;
  Command command;
  bool repeats = false;  ///< While the key is held.
  int modifiers = 0;
};

constexpr std::array shortcuts{
    Shortcut{GLFW_KEY_SPACE, Command::toggle_play},
    Shortcut{GLFW_KEY_RIGHT, Command::step_forward, true},
    Shortcut{GLFW_KEY_PAGE_DOWN, Command::step_forward, true},
    Shortcut{GLFW_KEY_LEFT, Command::step_back, true},
    Shortcut{GLFW_KEY_PAGE_UP, Command::step_back, true},
    Shortcut{GLFW_KEY_RIGHT, Command::whole_step_forward, true, GLFW_MOD_CONTROL},
    Shortcut{GLFW_KEY_LEFT, Command::whole_step_back, true, GLFW_MOD_CONTROL},
    Shortcut{GLFW_KEY_HOME, Command::first_step},
    Shortcut{GLFW_KEY_END, Command::last_step},
    Shortcut{GLFW_KEY_UP, Command::faster},
    Shortcut{GLFW_KEY_DOWN, Command::slower},
    Shortcut{GLFW_KEY_1, Command::flat_look},
    Shortcut{GLFW_KEY_KP_1, Command::flat_look},
    Shortcut{GLFW_KEY_2, Command::oblique_look},
    Shortcut{GLFW_KEY_KP_2, Command::oblique_look},
    Shortcut{GLFW_KEY_3, Command::stack_look},
    Shortcut{GLFW_KEY_KP_3, Command::stack_look},
    Shortcut{GLFW_KEY_0, Command::reset_camera},
    Shortcut{GLFW_KEY_KP_0, Command::reset_camera},
    Shortcut{GLFW_KEY_R, Command::reset_camera},
    Shortcut{.key = GLFW_KEY_N, .command = Command::new_session, .modifiers = GLFW_MOD_CONTROL},
    Shortcut{.key = GLFW_KEY_O, .command = Command::open_file, .modifiers = GLFW_MOD_CONTROL},
    Shortcut{.key = GLFW_KEY_S, .command = Command::save, .modifiers = GLFW_MOD_CONTROL},
    Shortcut{.key = GLFW_KEY_S, .command = Command::save_as, .modifiers = GLFW_MOD_CONTROL | GLFW_MOD_SHIFT},
    Shortcut{.key = GLFW_KEY_E, .command = Command::export_animation, .modifiers = GLFW_MOD_CONTROL},
    Shortcut{.key = GLFW_KEY_C, .command = Command::copy_picture, .modifiers = GLFW_MOD_CONTROL | GLFW_MOD_SHIFT},
    Shortcut{GLFW_KEY_LEFT, Command::cell_left, true, GLFW_MOD_SHIFT},
    Shortcut{GLFW_KEY_RIGHT, Command::cell_right, true, GLFW_MOD_SHIFT},
    Shortcut{GLFW_KEY_UP, Command::cell_up, true, GLFW_MOD_SHIFT},
    Shortcut{GLFW_KEY_DOWN, Command::cell_down, true, GLFW_MOD_SHIFT},
    Shortcut{GLFW_KEY_PAGE_DOWN, Command::next_grid, true, GLFW_MOD_SHIFT},
    Shortcut{GLFW_KEY_PAGE_UP, Command::previous_grid, true, GLFW_MOD_SHIFT},
    Shortcut{GLFW_KEY_B, Command::toggle_painting},
    Shortcut{GLFW_KEY_Z, Command::undo, true, GLFW_MOD_CONTROL},
    Shortcut{GLFW_KEY_Z, Command::redo, true, GLFW_MOD_CONTROL | GLFW_MOD_SHIFT},
    Shortcut{GLFW_KEY_Y, Command::redo, true, GLFW_MOD_CONTROL},
    Shortcut{.key = GLFW_KEY_P, .command = Command::toggle_command_list, .modifiers = GLFW_MOD_CONTROL},
    Shortcut{GLFW_KEY_F1, Command::toggle_keys},
    Shortcut{GLFW_KEY_F11, Command::toggle_full_screen},
    Shortcut{GLFW_KEY_F5, Command::toggle_full_screen},
    Shortcut{GLFW_KEY_L, Command::toggle_spotlight},
    Shortcut{GLFW_KEY_EQUAL, Command::larger_interface, true, GLFW_MOD_CONTROL},
    Shortcut{GLFW_KEY_EQUAL, Command::larger_interface, true, GLFW_MOD_CONTROL | GLFW_MOD_SHIFT},
    Shortcut{GLFW_KEY_KP_ADD, Command::larger_interface, true, GLFW_MOD_CONTROL},
    Shortcut{GLFW_KEY_MINUS, Command::smaller_interface, true, GLFW_MOD_CONTROL},
    Shortcut{GLFW_KEY_KP_SUBTRACT, Command::smaller_interface, true, GLFW_MOD_CONTROL},
    Shortcut{GLFW_KEY_TAB, Command::focus_next, true},
    Shortcut{GLFW_KEY_TAB, Command::focus_previous, true, GLFW_MOD_SHIFT},
    Shortcut{GLFW_KEY_F6, Command::next_panel},
    Shortcut{GLFW_KEY_F6, Command::previous_panel, false, GLFW_MOD_SHIFT},
    Shortcut{GLFW_KEY_F10, Command::focus_menu},
    Shortcut{.key = GLFW_KEY_F, .command = Command::open_file_menu, .modifiers = GLFW_MOD_ALT},
    Shortcut{.key = GLFW_KEY_E, .command = Command::open_edit_menu, .modifiers = GLFW_MOD_ALT},
    Shortcut{.key = GLFW_KEY_V, .command = Command::open_view_menu, .modifiers = GLFW_MOD_ALT},
    Shortcut{.key = GLFW_KEY_H, .command = Command::open_help_menu, .modifiers = GLFW_MOD_ALT},
    Shortcut{GLFW_KEY_ESCAPE, Command::close_popup},
    Shortcut{.key = GLFW_KEY_Q, .command = Command::quit, .modifiers = GLFW_MOD_CONTROL},
};

}  // namespace

std::optional<Command> command_of(const KeyPress& press) {
  constexpr int deciding = GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SHIFT | GLFW_MOD_SUPER;
  const auto* const found = std::ranges::find_if(shortcuts, [&press](const Shortcut& shortcut) {
    return shortcut.key == press.key && shortcut.modifiers == (press.modifiers & deciding) &&
           (shortcut.repeats || !press.repeat);
  });
  return found == shortcuts.end() ? std::nullopt : std::optional(found->command);
}

bool types_number(const KeyPress& press) {
  const bool digit = (press.key >= GLFW_KEY_0 && press.key <= GLFW_KEY_9) ||
                     (press.key >= GLFW_KEY_KP_0 && press.key <= GLFW_KEY_KP_9);
  constexpr int commanding = GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER;
  return digit && (press.modifiers & commanding) == 0;
}

}  // namespace convscope
