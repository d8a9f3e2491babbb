#include <string>
#include <vector>

#include "app/text/editing.h"
#include "app/text/window.h"
#include "app/ui/choices.h"
#include "app/ui/controls.h"
#include "app/ui/side_panels.h"

namespace convscope {
namespace {

constexpr float copy_width = 84;

LayerValues values_of(const Document& document) {
  return {.input = document.input.get(), .weight = document.weight.get(), .bias = active_bias(document)};
}

void draw_choice(Ui& ui, Workspace& workspace, const std::string& program) {
  std::vector<Choice> choices;
  for (const Framework framework : frameworks) {
    const std::string word(name(framework));
    choices.push_back({"framework." + word, ui.say(text::editing::framework_label(word)), {}});
  }
  const float width = panel_width() - ui.px(copy_width + 8);
  if (const auto chosen =
          combo(ui, "framework", choices, static_cast<std::size_t>(workspace.framework), {.width = width})) {
    workspace.framework = frameworks[*chosen];
  }
  ImGui::SameLine(0, ui.px(8));
  const char* const label =
      workspace.copied_code == program ? ui.say(text::window::edit_copied) : ui.say(text::window::edit_copy);
  if (ImGui::Button((std::string(label) + "##copy_code").c_str(), {ui.px(copy_width), ui.px(box_height)})) {
    ImGui::SetClipboardText(program.c_str());
    workspace.copied_code = program;
  }
  ui.note_item("copy_code");
}

}  // namespace

const std::string& CurrentCode::of(const Document& document, Framework framework, text::Language language) {
  if (!text_ || framework_ != framework || language_ != language || !is_same(document_, document)) {
    text_ = write_code(language, framework, document.sized, values_of(document));
    document_ = document;
    framework_ = framework;
    language_ = language;
  }
  return *text_;
}

void draw_code_panel(Ui& ui, Workspace& workspace) {
  const std::string& program = workspace.current_code.of(workspace.document, workspace.framework, ui.language);
  draw_choice(ui, workspace, program);
  ImGui::Dummy({0, ui.px(2)});
  ImGui::PushStyleColor(ImGuiCol_ChildBg, imgui_color(ui.palette.field));
  ImGui::PushFont(ui.fonts.mono);
  if (ImGui::BeginChild("program", {panel_width(), ImGui::GetContentRegionAvail().y}, true,
                        ImGuiWindowFlags_HorizontalScrollbar)) {
    ImGui::TextUnformatted(program.c_str());
  }
  ImGui::EndChild();
  ui.note_item("program");
  ImGui::PopFont();
  ImGui::PopStyleColor();
}

}  // namespace convscope
