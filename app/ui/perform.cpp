// What commands do, from wherever they come: keys, menus, the list of commands.
#include <algorithm>

#include "app/ui/edit_steps.h"
#include "app/ui/export_sheet.h"
#include "app/ui/file_sheets.h"
#include "app/ui/workspace.h"

namespace convscope {
namespace {

void jump_to(Workspace& workspace, std::int64_t tick) {
  workspace.playback.playing = false;
  go_to(workspace.playback, tick, workspace.schedule());
}

void step_by(Workspace& workspace, std::int64_t ticks) {
  jump_to(workspace, current_tick(workspace.playback, workspace.schedule()) + ticks);
}

/// To the beginning of the step before this one, or of this one while its parts are told; or of the next.
void step_by_whole(Workspace& workspace, bool forward) {
  const Schedule& schedule = workspace.schedule();
  const Moment moment = workspace.moment();
  const bool to_own = !forward && moment.part > 0;
  const std::int64_t step = to_own ? moment.step : moment.step + (forward ? 1 : -1);
  jump_to(workspace, schedule.tick_of(std::clamp<std::int64_t>(step, 0, schedule.steps())));
}

void change_look(Workspace& workspace, Look look) {
  View view = workspace.document.view;
  view.look = look;
  change_view(workspace, view);
}

void reset_camera(Workspace& workspace) {
  View view = workspace.document.view;
  view.camera = {};
  change_view(workspace, view);
}

void pin_by_key(Workspace& workspace, CellMove move) { workspace.cell_move = move; }

/// Esc puts messages away and closes what lies over the window; with nothing there it lets go of the pinned cell, and
/// then of presenting.
void close_popup(Workspace& workspace) {
  workspace.files.message = {};
  workspace.refusal.reset();
  if (workspace.command_list.open) {
    workspace.command_list.open = false;
    return;
  }
  if (workspace.exports.open) {
    workspace.exports.open = false;
    return;
  }
  if (workspace.files.sheet != FileSheet::none) {
    close_sheet(workspace.files);
    return;
  }
  if (!workspace.show_keys && !workspace.show_about) {
    workspace.full_screen = workspace.full_screen && workspace.pinned;
    workspace.pinned.reset();
  }
  workspace.show_keys = false;
  workspace.show_about = false;
}

void change_speed(Workspace& workspace, int by) {
  const auto now = std::ranges::lower_bound(speeds, workspace.playback.speed) - speeds.begin();
  const auto next = std::clamp<std::ptrdiff_t>(now + by, 0, std::ssize(speeds) - 1);
  workspace.playback.speed = speeds[static_cast<std::size_t>(next)];
}

void change_zoom(Workspace& workspace, int by) {
  const auto now = std::ranges::lower_bound(zooms, workspace.zoom) - zooms.begin();
  const auto next = std::clamp<std::ptrdiff_t>(now + by, 0, std::ssize(zooms) - 1);
  workspace.zoom = zooms[static_cast<std::size_t>(next)];
}

}  // namespace

bool reaches_past_sheets(const Workspace& workspace, Command command) {
  switch (command) {
    case Command::close_popup:
    case Command::focus_next:
    case Command::focus_previous:
    case Command::quit:
      return true;
    case Command::toggle_keys:
      return workspace.show_keys;
    case Command::toggle_command_list:
      return workspace.command_list.open;
    case Command::step_forward:
    case Command::step_back:
    case Command::first_step:
    case Command::last_step:
      return workspace.exports.open;  // Its picture is that of the current tick.
    default:
      return false;
  }
}

void perform(Workspace& workspace, Command command) {
  if (!workspace.files.failed) {
    workspace.files.message = {};  // It was good news, and has been read.
  }
  if (workspace.edits.is_busy() && waits_for_edits(command)) {
    workspace.put_off.push_back(command);
    return;
  }
  switch (command) {
    case Command::toggle_play:
      return toggle(workspace.playback, workspace.schedule());
    case Command::step_forward:
      return step_by(workspace, 1);
    case Command::step_back:
      return step_by(workspace, -1);
    case Command::whole_step_forward:
      return step_by_whole(workspace, true);
    case Command::whole_step_back:
      return step_by_whole(workspace, false);
    case Command::first_step:
      return jump_to(workspace, 0);
    case Command::last_step:
      return jump_to(workspace, workspace.schedule().ticks() - 1);
    case Command::faster:
      return change_speed(workspace, 1);
    case Command::slower:
      return change_speed(workspace, -1);
    case Command::flat_look:
      return change_look(workspace, Look::flat);
    case Command::oblique_look:
      return change_look(workspace, Look::oblique);
    case Command::stack_look:
      return change_look(workspace, Look::stack);
    case Command::reset_camera:
      return reset_camera(workspace);
    case Command::new_session:
      return ask_for(workspace, {.kind = FileRequest::Kind::new_session});
    case Command::open_file:
      return ask_for_path(workspace, FileSheet::open);
    case Command::save:
      return ask_to_save(workspace);
    case Command::save_as:
      return ask_for_path(workspace, FileSheet::save);
    case Command::export_animation:
      return ask_to_export(workspace);
    case Command::copy_picture:
      workspace.exports.copy_picture = true;
      return;
    case Command::undo:
      return undo(workspace);
    case Command::redo:
      return redo(workspace);
    case Command::cell_left:
      return pin_by_key(workspace, CellMove::left);
    case Command::cell_right:
      return pin_by_key(workspace, CellMove::right);
    case Command::cell_up:
      return pin_by_key(workspace, CellMove::up);
    case Command::cell_down:
      return pin_by_key(workspace, CellMove::down);
    case Command::next_grid:
      return pin_by_key(workspace, CellMove::next_grid);
    case Command::previous_grid:
      return pin_by_key(workspace, CellMove::previous_grid);
    case Command::toggle_painting:
      workspace.editing.painting = !workspace.editing.painting;
      return;
    case Command::toggle_command_list:
      workspace.command_list = {.open = !workspace.command_list.open, .typed = {}, .chosen = 0};
      return;
    case Command::toggle_keys:
      workspace.show_keys = !workspace.show_keys;
      return;
    case Command::toggle_full_screen:
      workspace.full_screen = !workspace.full_screen;
      return;
    case Command::toggle_spotlight:
      workspace.spotlight = !workspace.spotlight;
      return;
    case Command::larger_interface:
      return change_zoom(workspace, 1);
    case Command::smaller_interface:
      return change_zoom(workspace, -1);
    case Command::focus_next:
      workspace.focus_move = FocusMove::next;
      return;
    case Command::focus_previous:
      workspace.focus_move = FocusMove::previous;
      return;
    case Command::next_panel:
      workspace.focus_move = FocusMove::next_panel;
      return;
    case Command::previous_panel:
      workspace.focus_move = FocusMove::previous_panel;
      return;
    case Command::focus_menu:
      workspace.focus_move = FocusMove::menu;
      return;
    case Command::open_file_menu:
      workspace.menu = 0;
      return;
    case Command::open_edit_menu:
      workspace.menu = 1;
      return;
    case Command::open_view_menu:
      workspace.menu = 2;
      return;
    case Command::open_help_menu:
      workspace.menu = 3;
      return;
    case Command::close_popup:
      return close_popup(workspace);
    case Command::quit:
      return ask_for(workspace, {.kind = FileRequest::Kind::quit});
  }
}

}  // namespace convscope
