#include "app/ui/edit_steps.h"

#include <imgui.h>

#include <utility>

#include "app/text/errors.h"
#include "app/text/window.h"

namespace convscope {
namespace {

/// A document that differs from `before` by its camera alone.
bool only_camera_moved(const Document& before, const Document& now) {
  Document moved = before;
  moved.view.camera = now.view.camera;
  return before.view.camera != now.view.camera && is_same(moved, now);
}

/// Before others share them.
void adopt_tensors(Workspace& workspace) {
  Document& document = workspace.document;
  document.input = workspace.disposal.adopt(std::move(document.input));
  document.weight = workspace.disposal.adopt(std::move(document.weight));
}

void record(Workspace& workspace) {
  History& history = workspace.history;
  if (!history.now().input) {
    history = History(workspace.document);
    return;
  }
  const bool camera = only_camera_moved(history.now(), workspace.document);
  if (!is_same(workspace.document, history.now())) {
    adopt_tensors(workspace);
    history.change(workspace.document, camera ? "camera" : "edit");
    workspace.edit_held |= !camera;
  }
}

void close_step(Workspace& workspace) {
  if (std::exchange(workspace.edit_held, false)) {
    workspace.history.close();
  }
}

void put_in(Workspace& workspace, const EditOutcome& outcome) {
  show(workspace, outcome.document);
  if (outcome.refusal) {
    workspace.editing.error = text::sentence(*outcome.refusal);
  }
  if (outcome.lacks_memory) {
    workspace.refusal = Refusal{workspace.document.sized, {}, text::window::edit_lacks_memory};
  }
  record(workspace);
  if (outcome.ends_step) {
    close_step(workspace);
  }
}

}  // namespace

void add_edit(Workspace& workspace, Edit edit) {
  workspace.edits.add(std::move(edit));
  take_edits(workspace);
}

void take_edits(Workspace& workspace) {
  while (const auto outcome = workspace.edits.take(workspace.document)) {
    put_in(workspace, *outcome);
  }
  if (workspace.edits.is_busy() || workspace.put_off.empty()) {
    return;
  }
  for (const Command command : std::exchange(workspace.put_off, {})) {
    perform(workspace, command);
  }
}

bool waits_for_edits(Command command) {
  switch (command) {
    case Command::undo:
    case Command::redo:
    case Command::new_session:
    case Command::save:
    case Command::save_as:
    case Command::export_animation:
    case Command::copy_picture:
    case Command::quit:
      return true;
    default:
      return false;
  }
}

void record_changes(Workspace& workspace, bool busy) {
  record(workspace);
  if (busy) {
    return;
  }
  if (workspace.edits.is_busy()) {
    workspace.edits.end_step();
  } else {
    close_step(workspace);
  }
}

bool is_held() { return ImGui::IsAnyItemActive() || ImGui::IsAnyMouseDown(); }

void undo(Workspace& workspace) {
  record(workspace);  // What has come since the last frame.
  workspace.history.close();
  workspace.history.undo();
  workspace.refusal.reset();
  show(workspace, workspace.history.now());
}

void redo(Workspace& workspace) {
  record(workspace);
  workspace.history.redo();
  workspace.refusal.reset();
  show(workspace, workspace.history.now());
}

void show(Workspace& workspace, const Document& document) {
  const Schedule before = workspace.schedule();
  workspace.document = document;
  fit(workspace.playback, before, workspace.schedule());
}

}  // namespace convscope
