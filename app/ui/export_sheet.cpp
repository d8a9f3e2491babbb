#include "app/ui/export_sheet.h"

#include <algorithm>
#include <array>

#include "app/text/window.h"
#include "app/timeline/schedule.h"
#include "app/ui/controls.h"
#include "app/ui/export_path_note.h"
#include "app/ui/export_preview.h"
#include "app/ui/export_rows.h"
#include "app/ui/folder_list.h"
#include "app/ui/sheet.h"

namespace convscope {
namespace {

namespace words = text::window;

constexpr float preview_gap = 20;
constexpr float note_width = 852;
constexpr float words_left = 200;
constexpr float words_width = 668;
constexpr float rows_width = 496;  ///< Of the widest row, whatever is chosen.

/// The document as the file shows it.
Document shown_document(const Workspace& workspace) {
  Document document = workspace.document;
  document.view = workspace.exports.view;
  return document;
}

/// The window's tick as another schedule counts it.
std::int64_t tick_in(Workspace& workspace, const Document& document) {
  if (workspace.schedule().is_of(document)) {
    return current_tick(workspace.playback, workspace.schedule());
  }
  const Schedule schedule(document);
  return schedule.tick_of(std::min(workspace.moment().step, schedule.steps() - 1));
}

void begin_export(ExportsState& exports, bool replace) {
  exports.start = true;
  exports.replace = replace;
  exports.asks_to_replace = false;
  exports.refusal = {};
}

/// What is to be said beside the buttons, in a place that is always kept, so that it moves nothing.
text::Text words_beside(const ExportsState& exports) {
  if (exports.asks_to_replace) {
    return text::filled(words::export_replace_question, exports.path);
  }
  return exports.running ? text::Text(words::export_busy) : exports.refusal;
}

void draw_end(Ui& ui, ExportsState& exports) {
  const bool asks = exports.asks_to_replace;
  const std::array<Choice, 2> starting{Choice{"export.start", ui.say(words::export_start), {}},
                                       Choice{"export.close", ui.say(words::close), {}}};
  const std::array<Choice, 2> replacing{Choice{"export.replace", ui.say(words::export_replace), {}},
                                        Choice{"export.keep", ui.say(words::cancel), {}}};
  ImGui::BeginGroup();
  const auto pressed = sheet_buttons(ui, asks ? replacing : starting);
  ImGui::EndGroup();
  ImGui::SameLine(ui.px(words_left));
  ImGui::BeginGroup();
  ImGui::Dummy({0, ui.px(6)});
  draw_sheet_warning(ui, ui.say(words_beside(exports)), ui.px(words_width));
  ImGui::EndGroup();
  if (pressed == 0U && !exports.running) {
    begin_export(exports, asks);
  } else if (pressed == 1U) {
    exports.open = asks;
    exports.asks_to_replace = false;
  }
}

}  // namespace

Result<ExportPlan> chosen_plan(const Workspace& workspace) {
  return plan_export(shown_document(workspace), path_of(workspace.exports.path), workspace.exports.choices);
}

PreviewRequest preview_request(Workspace& workspace) {
  const ExportsState& exports = workspace.exports;
  // Of the path only the format counts: typing a name draws nothing anew.
  const std::filesystem::path path = "preview" + path_of(exports.path).extension().string();
  PreviewRequest request{shown_document(workspace), path, exports.choices, 0, exports.preview_room};
  request.tick = tick_in(workspace, request.document);
  return request;
}

PreviewRequest copy_request(Workspace& workspace) {
  ExportChoices choices = workspace.exports.choices;
  choices.steps.reset();
  choices.language = workspace.spoken;
  return {workspace.document, "clipboard.png", choices, tick_in(workspace, workspace.document), {}};
}

void ask_to_export(Workspace& workspace) {
  ExportsState& exports = workspace.exports;
  exports.open = true;
  exports.refusal = {};
  exports.asks_to_replace = false;
  exports.view = workspace.document.view;
  exports.choices.language = workspace.spoken;
  workspace.files.sheet = FileSheet::none;
  workspace.show_keys = false;
  workspace.show_about = false;
  if (exports.path.empty()) {
    const std::string& preset = workspace.document.preset;
    exports.path = (current_folder() / ((preset.empty() ? "animation" : preset) + ".gif")).string();
  }
}

void draw_export_sheet(Ui& ui, Workspace& workspace) {
  ExportsState& exports = workspace.exports;
  exports.open = exports.open && workspace.files.sheet == FileSheet::none;
  if (!exports.open) {
    return;
  }
  const ExportChoices choices = exports.choices;
  begin_sheet(ui, ui.say(words::export_heading));
  const bool entered = draw_export_file_row(ui, workspace);
  draw_export_path_note(ui, workspace, ui.px(note_width));
  ImGui::BeginGroup();
  draw_export_preview(ui, workspace);
  ImGui::EndGroup();
  ImGui::SameLine(0, ui.px(preview_gap));
  ImGui::BeginGroup();
  draw_export_picture_rows(ui, workspace);
  draw_export_time_rows(ui, workspace);
  ImGui::Dummy({ui.px(rows_width), 0});
  ImGui::EndGroup();
  if (exports.choices != choices) {
    exports.refusal = {};  // It may not be true any more.
  }
  if (entered && !exports.running) {
    begin_export(exports, false);
  }
  draw_end(ui, exports);
  end_sheet();
}

}  // namespace convscope
