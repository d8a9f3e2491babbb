#include "tests/app/ui/headless.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/ui/edit_steps.h"

namespace convscope {
namespace {

/// Dear ImGui took state before 1.87 and takes events since.
void set_enter(bool down) {
#if IMGUI_VERSION_NUM < 18700
  ImGui::GetIO().KeysDown[ImGui::GetIO().KeyMap[ImGuiKey_Enter]] = down;
#else
  ImGui::GetIO().AddKeyEvent(ImGuiKey_Enter, down);
#endif
}

}  // namespace

Preset preset_of(const std::string& name, const SizedLayer& sized) {
  Preset preset;
  preset.name = name;
  preset.sized = sized;
  return preset;
}

Headless::Headless(ImVec2 size, float scale) : context_(ImGui::CreateContext()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = size;
  io.DeltaTime = 1.0F / 60;
#if IMGUI_VERSION_NUM < 18700
  io.KeyMap[ImGuiKey_Enter] = 1;
#endif
  ImFont* font = io.Fonts->AddFontDefault();
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  ui.fonts = {font, font, font, font, font};
  ui.scale = scale;
  ui.palette = palette_of(Theme::light);
  apply_style(ui);
  presets = {preset_of("padding_strides",
                       {.layer = {.stride = {2, 2}, .padding = {1, 1, 1, 1}, .bias = false}, .input_size = {5, 5}}),
             preset_of("conv2d_7x7x3", {.layer = {.in_channels = 3,
                                                  .out_channels = 2,
                                                  .stride = {2, 2},
                                                  .padding = {1, 1, 1, 1},
                                                  .dilation = {2, 2}},
                                        .input_size = {7, 7}})};
  open_preset(workspace, presets.front());
  move_mouse({-10, -10});
  frame();
  frame();
}

Headless::~Headless() { ImGui::DestroyContext(context_); }

void Headless::frame() {
  take_edits(workspace);
  ImGui::NewFrame();
  stage = draw_window(ui, workspace, presets);
  record_changes(workspace, is_held());
  ImGui::Render();
}

void Headless::move_mouse(ImVec2 position) {
#if IMGUI_VERSION_NUM < 18700
  ImGui::GetIO().MousePos = position;
#else
  ImGui::GetIO().AddMousePosEvent(position.x, position.y);
#endif
}

void Headless::set_button(bool down, int button) {
#if IMGUI_VERSION_NUM < 18700
  ImGui::GetIO().MouseDown[button] = down;
#else
  ImGui::GetIO().AddMouseButtonEvent(button, down);
#endif
}

void Headless::wheel(float turns) {
#if IMGUI_VERSION_NUM < 18700
  ImGui::GetIO().MouseWheel = turns;
#else
  ImGui::GetIO().AddMouseWheelEvent(0, turns);
#endif
  frame();
}

ImVec2 Headless::middle(const std::string& control) const {
  const ControlRect& rect = ui.controls.at(control);
  return {rect.x + rect.width / 2, rect.y + rect.height / 2};
}

void Headless::click(const std::string& control) {
  move_mouse(middle(control));
  frame();
  set_button(true);
  frame();
  set_button(false);
  frame();
  frame();
}

void Headless::choose(const std::string& box, const std::string& item) {
  click(box);
  frame();  // A list finds its place over its first frames.
  if (!ui.controls.contains(box + "." + item)) {
    ADD_FAILURE() << "no " << item << " in the list of " << box;
    return;
  }
  click(box + "." + item);
  move_mouse({-10, -10});
  frame();
}

void Headless::drag(const std::string& control, float from, float to) {
  const ControlRect rect = ui.controls.at(control);
  const auto at = [&rect](float share) { return ImVec2(rect.x + share * rect.width, rect.y + rect.height / 2); };
  move_mouse(at(from));
  frame();
  set_button(true);
  frame();
  constexpr int moves = 20;
  for (int i = 1; i <= moves; ++i) {
    move_mouse(at(from + (to - from) * static_cast<float>(i) / moves));
    frame();
  }
  set_button(false);
  frame();
}

void Headless::type(const std::string& control, const std::string& text) {
  click(control);
  ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
  for (int i = 0; i < 3; ++i) {
    frame();
  }
  press_enter(true);
  press_enter(false);
  frame();
}

void Headless::press_enter(bool down) {
  set_enter(down);
  frame();
}

}  // namespace convscope
