#include <cfloat>

#include "app/text/problem_words.h"
#include "app/text/window.h"
#include "app/ui/controls.h"
#include "app/ui/icons.h"
#include "app/ui/panels.h"

namespace convscope {
namespace {

constexpr float button_size = 24;

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

/// What the picture shows instead stands beside it where there is room; else a hint says it.
void draw_heading(Ui& ui) {
  colored_text(ui.fonts.bold, ui.palette.warning, ui.say(text::window::cannot_be));
  ImFont* const font = ui.fonts.note;
  const char* const note = ui.say(text::window::picture_stays);
  const float left = ImGui::GetItemRectMax().x + ImGui::GetStyle().ItemSpacing.x;
  const float right = ImGui::GetWindowPos().x + ImGui::GetContentRegionMax().x - ui.px(button_size + 8);
  if (left + font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, note).x > right) {
    return hint(ui, note);
  }
  ImGui::SameLine();
  colored_text(font, ui.palette.notes, note);
  ui.note_item("picture_stays", TabStop::none);
}

}  // namespace

void draw_refusal(Ui& ui, Workspace& workspace) {
  const Refusal refusal = *workspace.refusal;
  draw_heading(ui);
  ImGui::SameLine(ImGui::GetContentRegionMax().x - ui.px(button_size));
  if (icon_button(ui, "dismiss", Icon::close, ui.say(text::window::dismiss), {.size = {button_size, button_size}})) {
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
