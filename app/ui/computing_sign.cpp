#include "app/ui/computing_sign.h"

#include "app/text/window.h"
#include "app/ui/controls.h"

namespace convscope {
namespace {

/// What takes less needs no words.
constexpr double quiet_seconds = 0.3;
constexpr const char* control = "computing";

}  // namespace

double seconds_to_computing_sign(const Workspace& workspace) { return quiet_seconds - workspace.seconds_behind(); }

bool shows_computing_sign(const Ui& ui) { return ui.controls.contains(control); }

void draw_computing_sign(Ui& ui, const Workspace& workspace, const ControlRect& stage) {
  const bool stays = workspace.live.lacks_memory();
  if (!stays && (!workspace.is_behind() || seconds_to_computing_sign(workspace) > 0)) {
    return;
  }
  ImGui::SetNextWindowPos({stage.x + ui.px(12), stage.y + ui.px(12)});
  ImGui::Begin("computing", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoFocusOnAppearing);
  colored_text(ui.fonts.note, stays ? ui.palette.warning : ui.palette.notes,
               ui.say(stays ? text::window::lacks_memory : text::window::computing));
  ui.note_item(control);
  ImGui::End();
}

}  // namespace convscope
