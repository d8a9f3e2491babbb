#include "tests/bench/frame/edit_work.h"

#include <backends/imgui_impl_opengl3.h>
#include <glad/gl.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "app/compute/step_values.h"
#include "app/render/gl/renderer.h"
#include "app/scene/build.h"
#include "tests/app/ui/headless.h"
#include "tests/bench/frame/own_work.h"

namespace convscope::bench {
namespace {

constexpr int rounds = 40;

SizedLayer sixteen_by_seven() {
  SizedLayer sized;
  sized.input_size = {16, 16};
  sized.layer.kernel_size = {7, 7};
  sized.layer.padding = {3, 3, 3, 3};
  return sized;
}

/// The window's panels and picture on a framebuffer, put together as app/platform/application.cpp does. Nothing is
/// rasterized: software OpenGL does a part of that in the calling thread.
class WindowFrame {
 public:
  WindowFrame(const FontSet& fonts, const testing::Offscreen& offscreen, const View& view)
      : viewport_(offscreen.viewport()),
        panels_({static_cast<float>(viewport_.width), static_cast<float>(viewport_.height)}),
        renderer_(GlRenderer::create(fonts).value()) {
    if (!ImGui_ImplOpenGL3_Init("#version 330 core")) {
      throw std::runtime_error("Dear ImGui could not start on the context");
    }
    glEnable(GL_RASTERIZER_DISCARD);
    panels_.workspace.playback.playing = false;
    open_preset(panels_.workspace, preset_of("", sixteen_by_seven()));
    change_view(panels_.workspace, view);
  }
  WindowFrame(const WindowFrame&) = delete;
  WindowFrame& operator=(const WindowFrame&) = delete;
  ~WindowFrame() {
    glDisable(GL_RASTERIZER_DISCARD);
    ImGui_ImplOpenGL3_Shutdown();
  }

  [[nodiscard]] Workspace& workspace() { return panels_.workspace; }

  /// Everything up to the last draw call.
  void draw() {
    ImGui_ImplOpenGL3_NewFrame();
    panels_.frame();
    const Scene scene = scene_on(panels_.stage);
    renderer_.clear(panels_.ui.palette.background);
    renderer_.draw(scene, stage_viewport());
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  }

 private:
  [[nodiscard]] Scene scene_on(const ControlRect& stage) {
    const LayerResult& result = workspace().result();
    const Moment moment = workspace().schedule().at(workspace().playback.position, Motion::smooth);
    const StepValues& values = step_.of(workspace().document, result, progress_of(moment));
    return build_scene({workspace().document, result, values, moment}, {.size = {stage.width, stage.height}});
  }

  [[nodiscard]] Viewport stage_viewport() const {
    const ControlRect& stage = panels_.stage;
    return {static_cast<int>(stage.x), static_cast<int>(stage.y), static_cast<int>(stage.width),
            static_cast<int>(stage.height), viewport_.framebuffer_height};
  }

  Viewport viewport_;
  Headless panels_;
  GlRenderer renderer_;
  CurrentStep step_;
};

/// Two values between which a parameter goes back and forth.
struct Edit {
  Parameter parameter;
  std::array<std::int64_t, 2> values;
};
constexpr std::array edits{Edit{Parameter::padding, {2, 3}}, Edit{Parameter::stride, {2, 1}},
                           Edit{Parameter::dilation, {2, 1}}, Edit{Parameter::kernel_size, {6, 7}}};

}  // namespace

double edit_milliseconds(const FontSet& fonts, const testing::Offscreen& offscreen, const View& view) {
  WindowFrame window(fonts, offscreen, view);
  double dearest = 0;
  for (const Edit& edit : edits) {
    std::array<double, 2> least{1e9, 1e9};
    for (int round = 0; round < rounds; ++round) {
      const std::size_t way = round % 2;
      glFinish();
      least.at(way) = std::min(least.at(way), own_milliseconds(1, [&] {
                                 try_parameter(window.workspace(), edit.parameter, Axis::height, edit.values.at(way));
                                 window.draw();
                               }));
    }
    dearest = std::max({dearest, least[0], least[1]});
  }
  return dearest;
}

}  // namespace convscope::bench
