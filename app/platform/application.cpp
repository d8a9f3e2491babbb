#include "app/platform/application.h"

#include <chrono>
#include <cmath>

#include "app/io/presets.h"
#include "app/platform/imgui_host.h"
#include "app/platform/shortcuts.h"
#include "app/platform/state_dump.h"
#include "app/platform/window.h"
#include "app/render/gl/renderer.h"
#include "app/scene/build.h"
#include "app/timeline/moment.h"
#include "app/ui/window.h"

namespace convscope {
namespace {

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// One open window with all that it shows.
class Application {
 public:
  Application(const WindowOptions& options, Window& window, ImGuiHost& host, GlRenderer& renderer)
      : window_(window), host_(host), renderer_(renderer) {
    workspace_.document = options.document;
    workspace_.playback.playing = !options.paused;
    if (options.dump_state) {
      dump_.emplace(*options.dump_state);
    }
  }

  /// Why the window had to close, if not because it was asked to.
  [[nodiscard]] const Status& status() const { return status_; }

  NextFrame frame() {
    pass_time();
    for (const KeyPress& press : host_.begin_frame()) {
      if (const auto command = command_of(press)) {
        perform(workspace_, *command);
      }
    }
    prepare_ui();
    const ControlRect stage = draw_window(ui_, workspace_, presets());
    host_.end_frame();
    draw(stage);
    obey();
    if (dump_) {
      keep_dump(stage);
    }
    was_playing_ = workspace_.playback.playing;
    return next_frame();
  }

 private:
  void pass_time() {
    const double now = seconds_now();
    if (was_playing_) {
      advance(workspace_.playback, now - last_frame_, workspace_.result().steps);
    }
    last_frame_ = now;
  }

  void prepare_ui() {
    ui_.palette = palette_of(workspace_.document.view.theme);
    ui_.fonts = host_.fonts();
    ui_.scale = host_.scale();
    apply_style(ui_);
  }

  void draw(const ControlRect& stage) {
    renderer_.clear(ui_.palette.background);
    const float density = window_.content_scale() / window_.ui_scale();
    const Viewport viewport{static_cast<int>(std::lround(stage.x * density)),
                            static_cast<int>(std::lround(stage.y * density)),
                            static_cast<int>(std::lround(stage.width * density)),
                            static_cast<int>(std::lround(stage.height * density)), window_.framebuffer_size().height};
    if (viewport.width > 0 && viewport.height > 0) {
      const LayerResult& result = workspace_.result();
      const Moment moment = moment_at(workspace_.playback.position, result.steps, Motion::smooth);
      const Stage room{.size = {static_cast<float>(viewport.width), static_cast<float>(viewport.height)},
                       .content_scale = window_.content_scale()};
      renderer_.draw(build_scene(workspace_.document, result, moment, room), viewport);
    }
    host_.draw();
    window_.swap();
  }

  /// Does what commands asked of the window itself.
  void obey() {
    if (workspace_.full_screen != window_.full_screen()) {
      window_.set_full_screen(workspace_.full_screen);
    }
    if (workspace_.quit) {
      window_.close();
    }
  }

  void keep_dump(const ControlRect& stage) {
    if (Status written = dump_->update(state_json(workspace_, ui_, stage)); !written) {
      status_ = written;
      window_.close();
    }
  }

  [[nodiscard]] NextFrame next_frame() {
    const Playback& playback = workspace_.playback;
    if (!playback.playing) {
      return NextFrame::on_event();
    }
    const double change = next_change(playback.position, workspace_.result().steps, Motion::smooth);
    return NextFrame::after((change - playback.position) / playback.speed);
  }

  Window& window_;
  ImGuiHost& host_;
  GlRenderer& renderer_;
  Workspace workspace_;
  Ui ui_;
  std::optional<StateDump> dump_;
  Status status_ = Done{};
  double last_frame_ = 0;
  bool was_playing_ = false;
};

}  // namespace

Status run_application(const WindowOptions& options) {
  const Result<FontSet> fonts = FontSet::load();
  if (!fonts) {
    return fonts.error();
  }
  Result<Window> window = Window::create({.title = "ConvScope"});
  if (!window) {
    return window.error();
  }
  Window opened = std::move(window).value();
  if (Status loaded = load_gl(find_gl_function); !loaded) {
    return loaded;
  }
  Result<GlRenderer> renderer = GlRenderer::create(fonts.value());
  if (!renderer) {
    return renderer.error();
  }
  GlRenderer drawing = std::move(renderer).value();
  Result<ImGuiHost> host = ImGuiHost::create(opened, fonts.value().files());
  if (!host) {
    return host.error();
  }
  ImGuiHost panels = std::move(host).value();
  Application application(options, opened, panels, drawing);
  opened.run([&application] { return application.frame(); });
  return application.status();
}

}  // namespace convscope
