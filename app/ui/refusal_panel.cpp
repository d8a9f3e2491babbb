#include "app/text/problem_words.h"
#include "app/text/window.h"
#include "app/ui/controls.h"
#include "app/ui/icons.h"
#include "app/ui/panels.h"

namespace convscope {
namespace {

/// A button that makes the one change a problem offers.
void draw_mend(Ui& ui, Workspace& workspace, const Problem& problem, int number) {
  const std::string name = "mend." + std::to_string(number);
  const bool pressed = ImGui::Button((ui.say(text::mend(problem)) + "##" + name).c_str());
  ui.note_item(name);
  if (pressed) {
    SizedLayer wanted = workspace.refusal->wanted;
    set_parameter(wanted, problem.mend->parameter, problem.mend->axis, problem.mend->value);
    try_layer(workspace, wanted);
  }
}

}  // namespace

void draw_refusal(Ui& ui, Workspace& workspace) {
  const Refusal refusal = *workspace.refusal;
  colored_text(ui.fonts.bold, ui.palette.warning, ui.say(text::window::cannot_be));
  ImGui::SameLine();
  colored_text(ui.fonts.note, ui.palette.notes, ui.say(text::window::picture_stays));
  ImGui::SameLine(ImGui::GetContentRegionMax().x - ui.px(24));
  if (icon_button(ui, "dismiss", Icon::close, ui.say(text::window::dismiss), {.size = {24, 24}})) {
    workspace.refusal.reset();
    return;
  }
  ImGui::PushTextWrapPos(0);
  if (!refusal.message.empty()) {
    ImGui::TextUnformatted(ui.shown(ui.say(refusal.message)).c_str());
  }
  int number = 0;
  for (const Problem& problem : refusal.problems) {
    if (problem.mend && workspace.refusal) {
      draw_mend(ui, workspace, problem, number);
      ImGui::SameLine();
    }
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(ui.say(text::problem(problem)).c_str());
    ++number;
  }
  ImGui::PopTextWrapPos();
}

}  // namespace convscope
