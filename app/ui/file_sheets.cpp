#include "app/ui/file_sheets.h"

#include "app/text/window.h"
#include "app/ui/choices.h"
#include "app/ui/file_message.h"
#include "app/ui/folder_list.h"
#include "app/ui/path_sheet.h"
#include "app/ui/photo_sheet.h"
#include "app/ui/sheet.h"

namespace convscope {
namespace {

namespace words = text::window;
using Kind = FileRequest::Kind;

void draw_unsaved_sheet(Ui& ui, Workspace& workspace) {
  FilesState& files = workspace.files;
  begin_sheet(ui, ui.say(words::unsaved_changes));
  ImGui::TextUnformatted(ui.say(words::unsaved_question));
  const std::array<Choice, 3> choices{Choice{"unsaved.save", ui.say(words::save), {}},
                                      Choice{"unsaved.discard", ui.say(words::discard), {}},
                                      Choice{"unsaved.cancel", ui.say(words::cancel), {}}};
  const auto pressed = sheet_buttons(ui, choices, FirstFocus::first_button);
  end_sheet();
  if (pressed == 0U) {
    ask_to_save(workspace);
  } else if (pressed == 1U) {
    files.request = files.waiting;
    close_sheet(files);
  } else if (pressed == 2U) {
    close_sheet(files);
  }
}

void draw_uses_sheet(Ui& ui, Workspace& workspace) {
  FilesState& files = workspace.files;
  begin_sheet(ui, ui.say(words::array_question));
  std::vector<Choice> choices;
  choices.reserve(files.uses.size() + 1);
  for (const ArrayUse& use : files.uses) {
    choices.push_back({"use." + std::to_string(choices.size()), ui.say(use.label), {}});
  }
  choices.push_back({"use.cancel", ui.say(words::cancel), {}});
  const auto pressed = sheet_buttons(ui, choices, FirstFocus::first_button);
  end_sheet();
  if (pressed && *pressed < files.uses.size()) {
    workspace.document = files.uses[*pressed].document;
  }
  if (pressed) {
    close_sheet(files);
  }
}

void draw_left_work_sheet(Ui& ui, Workspace& workspace) {
  FilesState& files = workspace.files;
  begin_sheet(ui, ui.say(words::left_work));
  ImGui::TextUnformatted(ui.say(words::left_work_question));
  const std::array<Choice, 2> choices{Choice{"left.restore", ui.say(words::restore), {}},
                                      Choice{"left.forget", ui.say(words::forget), {}}};
  const auto pressed = sheet_buttons(ui, choices, FirstFocus::first_button);
  end_sheet();
  if (pressed) {
    files.request = FileRequest{.kind = *pressed == 0 ? Kind::restore : Kind::forget_left, .path = files.left_work};
    close_sheet(files);
  }
}

/// The view without what the settings remember.
View session_view(View view) {
  view.theme = {};
  view.axis_order = {};
  return view;
}

/// Whether it is more than a preset, which can be chosen again.
bool is_work(const Workspace& workspace) {
  const Document& document = workspace.document;
  const std::optional<Document>& begun = workspace.history.saved();
  return document.preset.empty() || !document.chain.layers.empty() || !begun ||
         session_view(document.view) != session_view(begun->view);
}

}  // namespace

void close_sheet(FilesState& files) {
  if (!sheet_message(files).empty()) {
    files.message = {};
  }
  files.sheet = FileSheet::none;
  files.awaited = false;
  files.waiting.reset();
  files.uses.clear();
}

bool has_unsaved(const Workspace& workspace) {
  const bool worth = !workspace.files.path.empty() || is_work(workspace);
  return worth && !workspace.history.is_saved();
}

void ask_for(Workspace& workspace, const FileRequest& request) {
  if (leaves_document(request.kind) && has_unsaved(workspace)) {
    workspace.files.waiting = request;
    workspace.files.sheet = FileSheet::unsaved;
    workspace.show_keys = false;  // A list must not lie over a question.
    workspace.show_about = false;
  } else {
    workspace.files.request = request;
  }
}

void ask_to_save(Workspace& workspace) {
  FilesState& files = workspace.files;
  if (files.path.empty()) {
    ask_for_path(workspace, FileSheet::save);
  } else {
    files.request = FileRequest{.kind = Kind::save, .path = files.path};
    files.sheet = FileSheet::none;
  }
}

void ask_for_path(Workspace& workspace, FileSheet sheet) {
  FilesState& files = workspace.files;
  files.sheet = sheet;
  files.message = {};
  workspace.show_keys = false;
  workspace.show_about = false;
  const std::filesystem::path folder = (files.path.empty() ? current_folder() : files.path.parent_path()) / "";
  files.folder = folder;
  files.typed =
      (sheet == FileSheet::save ? folder / (files.path.empty() ? "lesson.json" : files.path.filename()) : folder)
          .string();
}

void draw_file_sheets(Ui& ui, Workspace& workspace, const ControlRect& stage) {
  switch (workspace.files.sheet) {
    case FileSheet::none:
      break;
    case FileSheet::open:
    case FileSheet::save:
      draw_path_sheet(ui, workspace);
      break;
    case FileSheet::replace:
      draw_replace_sheet(ui, workspace);
      break;
    case FileSheet::unsaved:
      draw_unsaved_sheet(ui, workspace);
      break;
    case FileSheet::uses:
      draw_uses_sheet(ui, workspace);
      break;
    case FileSheet::photo:
      draw_photo_sheet(ui, workspace);
      break;
    case FileSheet::left_work:
      draw_left_work_sheet(ui, workspace);
      break;
  }
  draw_file_message(ui, workspace.files, stage);
}

}  // namespace convscope
