#include "app/ui/export_progress.h"

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>
#include <string>

#include "app/text/window.h"
#include "app/ui/choices.h"
#include "app/ui/controls.h"
#include "app/ui/sheet.h"

namespace convscope {
namespace {

namespace words = text::window;

constexpr float widest_words = 330;
/// While numbers change, so that no button moves under the mouse.
constexpr float running_width = 380;

/// The window goes only when this is answered, or the export is done.
void ask_to_quit(Ui& ui, Workspace& workspace) {
  ExportsState& exports = workspace.exports;
  ImGui::TextUnformatted(ui.say(words::export_quit_question));
  const std::array<Choice, 2> buttons{Choice{"export.quit", ui.say(words::export_quit), {}},
                                      Choice{"export.go_on", ui.say(words::export_go_on), {}}};
  const auto pressed = sheet_buttons(ui, buttons);
  exports.quit_anyway = exports.quit_anyway || pressed == 0U;
  workspace.quit = workspace.quit || pressed == 0U;
  exports.quit_waits = exports.quit_waits && !pressed;
}

void draw_running(Ui& ui, Workspace& workspace) {
  ExportsState& exports = workspace.exports;
  const ExportProgressState& running = *exports.running;
  const std::string told = running.seconds_left
                               ? text::filled(ui.language, words::export_running, running.done, running.frames,
                                              std::lround(running.speed), std::lround(std::ceil(*running.seconds_left)))
                               : text::filled(ui.language, words::export_first_frame, running.frames);
  ImGui::TextUnformatted(told.c_str());
  const float share = static_cast<float>(running.done) / static_cast<float>(std::max<std::int64_t>(1, running.frames));
  ImGui::ProgressBar(share, {-1, ui.px(8)}, "");
  ui.note_item("export.progress");
  if (exports.quit_waits) {
    return ask_to_quit(ui, workspace);
  }
  const std::array<Choice, 1> buttons{Choice{"export.cancel", ui.say(words::cancel), {}}};
  exports.cancel = exports.cancel || sheet_buttons(ui, buttons) == 0U;
}

void draw_finished(Ui& ui, ExportsState& exports) {
  const FinishedExport& finished = *exports.finished;
  ImGui::PushTextWrapPos(ui.px(widest_words));
  ImGui::TextUnformatted(text::filled(ui.language, words::exported_to, finished.file.string()).c_str());
  draw_note_line(ui, text::filled(ui.language, words::export_took.of(finished.frames), finished.frames,
                                  std::round(finished.seconds * 100) / 100)
                         .c_str());
  ImGui::PopTextWrapPos();
  const std::array<Choice, 3> buttons{Choice{"export.open_file", ui.say(words::export_open_file), {}},
                                      Choice{"export.show_folder", ui.say(words::export_show_folder), {}},
                                      Choice{"export.put_away", ui.say(words::close), {}}};
  const auto pressed = sheet_buttons(ui, buttons);
  exports.open_file = exports.open_file || pressed == 0U;
  exports.show_folder = exports.show_folder || pressed == 1U;
  if (pressed == 2U) {
    exports.finished.reset();
  }
}

}  // namespace

void draw_export_progress(Ui& ui, Workspace& workspace, const ControlRect& stage) {
  ExportsState& exports = workspace.exports;
  if (!exports.running && !exports.finished) {
    return;
  }
  ImGui::SetNextWindowPos({stage.x + stage.width - ui.px(12), stage.y + ui.px(12)}, ImGuiCond_Always, {1, 0});
  if (exports.running) {
    ImGui::SetNextWindowSizeConstraints({ui.px(running_width), 0}, {FLT_MAX, FLT_MAX});
  }
  begin_floating_box(ui, "export progress");
  if (exports.running) {
    draw_running(ui, workspace);
  } else {
    draw_finished(ui, exports);
  }
  end_floating_box();
}

}  // namespace convscope
