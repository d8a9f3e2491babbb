#include "app/ui/export_path_note.h"

#include <string>

#include "app/export/format.h"
#include "app/export/target.h"
#include "app/text/errors.h"
#include "app/text/window.h"
#include "app/ui/choices.h"
#include "app/ui/controls.h"
#include "app/ui/export_sheet.h"
#include "app/ui/folder_list.h"

namespace convscope {
namespace {

namespace words = text::window;

std::string suffixes(bool FormatTraits::*kind) {
  std::string all;
  for (const FormatTraits& format : all_formats()) {
    if (format.*kind) {
      all += (all.empty() ? "" : " ") + std::string(format.suffix);
    }
  }
  return all;
}

/// Of several files the first.
FrameNumbers numbers_looked_at(const Workspace& workspace, const ExportTarget& target) {
  const Result<ExportPlan> plan = chosen_plan(workspace);
  FrameNumbers numbers = plan ? frame_numbers(plan.value().animation) : FrameNumbers{0, 1};
  numbers.count = target.numbered ? 1 : numbers.count;
  return numbers;
}

}  // namespace

ExportPathNote export_path_note(const Workspace& workspace) {
  const std::filesystem::path path = path_of(workspace.exports.path);
  if (!format_of(path)) {
    return {text::filled(words::export_formats, suffixes(&FormatTraits::holds_animation),
                         suffixes(&FormatTraits::numbered)),
            true};
  }
  const Result<ExportTarget> target = parse_target(path);
  if (!target) {
    return {text::sentence(target.error()), true};
  }
  const FrameNumbers numbers = numbers_looked_at(workspace, target.value());
  if (const Status possible = check_target(target.value(), numbers, true); !possible) {
    return {text::sentence(possible.error()), true};
  }
  const bool is_free = static_cast<bool>(check_target(target.value(), numbers, false));
  return is_free ? ExportPathNote{} : ExportPathNote{words::export_is_there, false};
}

void draw_export_path_note(Ui& ui, const Workspace& workspace, float width) {
  constexpr float height = 18;
  const ExportPathNote note = export_path_note(workspace);
  const std::string& all = ui.shown(ui.say(note.words));
  ImFont* const font = ui.fonts.note;
  const bool fits = font->CalcTextSizeA(font->FontSize, 1e6F, 0, all.c_str()).x <= width;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  draw_fitted_text(font, note.refused ? ui.palette.warning : ui.palette.notes,
                   {corner.x, corner.y, width, ui.px(height)}, fits ? all : shortened(font, all, width));
  ImGui::Dummy({width, ui.px(height)});
  if (!fits) {
    hint(ui, all);
  }
}

}  // namespace convscope
