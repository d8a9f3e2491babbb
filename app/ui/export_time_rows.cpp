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

/// From and to, counted from 1 as the transport does.
void draw_steps(Ui& ui, const Document& document, ExportChoices& choices) {
  const std::int64_t last = Schedule(document).steps() - 1;
  const StepRange all{0, last};
  StepRange steps = choices.steps.value_or(all);
  steps = {std::min(steps.first, last), std::min(steps.last, last)};
  const auto step = [&](const char* name, std::int64_t& value, std::int64_t least, std::int64_t most) {
    if (const auto typed = export_number(ui, name, static_cast<double>(value + 1), static_cast<double>(least + 1),
                                         static_cast<double>(most + 1))) {
      value = std::llround(*typed) - 1;
    }
  };
  export_label(ui, ui.say(words::export_steps));
  step("export.first", steps.first, 0, steps.last);
  export_words("\u2013");
  step("export.last", steps.last, steps.first, last);
  export_words(text::filled(ui.language, words::export_of_steps, last + 1).c_str());
  ImGui::NewLine();
  choices.steps = steps == all ? std::nullopt : std::optional(steps);
}

void draw_motion(Ui& ui, ExportChoices& choices) {
  const std::array<Choice, 2> kinds{Choice{"export.stepwise", ui.say(words::export_stepwise), {}},
                                    Choice{"export.smooth", ui.say(words::export_smooth), {}}};
  export_label(ui, ui.say(words::export_motion));
  if (const auto picked = segmented(ui, kinds, choices.smooth ? 1 : 0, {})) {
    choices.smooth = *picked == 1;
  }
  if (choices.smooth) {
    ImGui::SameLine();
    choices.frames_per_second =
        export_number(ui, "export.fps", choices.frames_per_second, least_export_fps, most_export_fps)
            .value_or(choices.frames_per_second);
    export_words(ui.say(words::export_fps));
    ImGui::NewLine();
  }
}

void draw_seconds(Ui& ui, ExportChoices& choices) {
  export_label(ui, ui.say(words::export_seconds));
  choices.seconds_per_tick =
      export_number(ui, "export.seconds", choices.seconds_per_tick, least_export_seconds, most_export_seconds)
          .value_or(choices.seconds_per_tick);
  export_words(ui.say(words::export_hold));
  choices.hold_seconds =
      export_number(ui, "export.hold", choices.hold_seconds, 0, most_export_hold).value_or(choices.hold_seconds);
  ImGui::SameLine(0, ui.px(14));
  export_switch(ui, "export.loop", ui.say(words::export_loop), choices.loop, [&](bool on) { choices.loop = on; });
}

}  // namespace

void draw_export_time_rows(Ui& ui, Workspace& workspace) {
  ExportsState& exports = workspace.exports;
  Document document = workspace.document;
  document.view = exports.view;
  draw_pace(ui, exports.view);
  draw_steps(ui, document, exports.choices);
  draw_motion(ui, exports.choices);
  draw_seconds(ui, exports.choices);
}

}  // namespace convscope
