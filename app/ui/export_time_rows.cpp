#include <algorithm>

#include "app/document/view_names.h"
#include "app/text/window.h"
#include "app/timeline/schedule.h"
#include "app/ui/export_row_parts.h"
#include "app/ui/export_rows.h"

namespace convscope {
namespace {

namespace words = text::window;

void draw_pace(Ui& ui, View& view) {
  const std::array<Choice, 3> choices{
      Choice{"export.by_cell", ui.say(words::by_cell), ui.say(words::by_cell_brief)},
      Choice{"export.by_channel", ui.say(words::by_channel), ui.say(words::by_channel_brief)},
      Choice{"export.by_tap", ui.say(words::by_tap), ui.say(words::by_tap_brief)}};
  export_label(ui, ui.say(words::export_pace));
  const auto picked = segmented(ui, choices, static_cast<std::size_t>(view.pace), {});
  hint(ui, ui.say(words::pace_hint));
  if (picked) {
    view.pace = paces[*picked].value;
  }
}

/// From and to, counted from 1 as the transport does. One that passes the other takes it along.
void draw_steps(Ui& ui, const Document& document, ExportsState& exports) {
  ExportChoices& choices = exports.choices;
  const std::int64_t last = Schedule(document).steps() - 1;
  const StepRange all{0, last};
  StepRange steps = choices.steps.value_or(all);
  steps = {std::min(steps.first, last), std::min(steps.last, last)};
  const auto step = [&](const char* control, std::int64_t value) {
    const ExportNumber box{control, words::export_steps, {1, static_cast<double>(last + 1), true}};
    const auto typed = export_number(ui, exports.refusal, box, static_cast<double>(value + 1));
    return typed ? std::llround(*typed) - 1 : value;
  };
  export_label(ui, ui.say(words::export_steps));
  const std::int64_t first = step("export.first", steps.first);
  export_words("\u2013");
  const std::int64_t end = step("export.last", steps.last);
  steps = end == steps.last ? StepRange{first, std::max(first, end)} : StepRange{std::min(first, end), end};
  export_words(text::filled(ui.language, words::export_of_steps, last + 1).c_str());
  ImGui::NewLine();
  choices.steps = steps == all ? std::nullopt : std::optional(steps);
}

void draw_motion(Ui& ui, ExportsState& exports) {
  ExportChoices& choices = exports.choices;
  const std::array<Choice, 2> kinds{Choice{"export.stepwise", ui.say(words::export_stepwise), {}},
                                    Choice{"export.smooth", ui.say(words::export_smooth), {}}};
  export_label(ui, ui.say(words::export_motion));
  if (const auto picked = segmented(ui, kinds, choices.smooth ? 1 : 0, {})) {
    choices.smooth = *picked == 1;
  }
  if (choices.smooth) {
    ImGui::SameLine();
    double& fps = choices.frames_per_second;
    const ExportNumber box{"export.fps", words::export_fps, {least_export_fps, most_export_fps}};
    fps = export_number(ui, exports.refusal, box, fps).value_or(fps);
    export_words(ui.say(words::export_fps));
    ImGui::NewLine();
  }
}

void draw_seconds(Ui& ui, ExportsState& exports) {
  ExportChoices& choices = exports.choices;
  const auto seconds = [&](const ExportNumber& box, double& value) {
    value = export_number(ui, exports.refusal, box, value).value_or(value);
  };
  export_label(ui, ui.say(words::export_seconds));
  seconds({"export.seconds", words::export_seconds, {least_export_seconds, most_export_seconds}},
          choices.seconds_per_tick);
  export_words(ui.say(words::export_hold));
  seconds({"export.hold", words::export_hold, {0, most_export_hold}}, choices.hold_seconds);
  ImGui::SameLine(0, ui.px(14));
  export_switch(ui, "export.loop", ui.say(words::export_loop), choices.loop, [&](bool on) { choices.loop = on; });
}

}  // namespace

void draw_export_time_rows(Ui& ui, Workspace& workspace) {
  ExportsState& exports = workspace.exports;
  Document document = workspace.document;
  document.view = exports.view;
  draw_pace(ui, exports.view);
  draw_steps(ui, document, exports);
  draw_motion(ui, exports);
  draw_seconds(ui, exports);
}

}  // namespace convscope
