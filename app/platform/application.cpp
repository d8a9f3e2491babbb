#include "app/platform/application.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <future>
#include <utility>

#include "app/io/presets.h"
#include "app/platform/exports.h"
#include "app/platform/files.h"
#include "app/platform/frame_hold.h"
#include "app/platform/imgui_host.h"
#include "app/platform/live_picture.h"
#include "app/platform/shortcuts.h"
#include "app/platform/state_dump.h"
#include "app/platform/window.h"
#include "app/render/gl/renderer.h"
#include "app/ui/computing_sign.h"
#include "app/ui/edit_steps.h"
#include "app/ui/window.h"

namespace convscope {
namespace {

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// One open window with all that it shows.
class Application {
 public:
  Application(const WindowOptions& options, Window& window, ImGuiHost& host, GlRenderer& renderer,
              const FontFiles& fonts)
      : window_(window),
        host_(host),
        renderer_(renderer),
        files_(workspace_, [&window] { window.wake(); }),
        exports_(workspace_, fonts) {
    ui_.has_hangul = !fonts.hangul.path.empty();
    workspace_.live.set_ready([&window] { window.wake(); });
    workspace_.edits.set_ready([&window] { window.wake(); });
    picture_.set_ready([&window] { window.wake(); });
    workspace_.document = options.document;
    if (!options.theme_chosen) {
      workspace_.document.view.theme = files_.remembered().theme;
    }
    if (!options.axis_order_chosen) {
      workspace_.document.view.axis_order = files_.remembered().axis_order;
    }
    workspace_.playback.playing = !options.paused;
    workspace_.playback.speed = options.speed;
    go_to(workspace_.playback, options.tick, workspace_.schedule());
    workspace_.files.path = options.session;
    if (!options.file.empty()) {
      workspace_.files.request = FileRequest{.kind = FileRequest::Kind::open, .path = options.file};
    }
    if (options.dump_state) {
      dump_.emplace(*options.dump_state);
    }
  }

  /// Why the window had to close, if not because it was asked to.
  [[nodiscard]] const Status& status() const { return status_; }

  NextFrame frame() {
    pass_time();
    take_edits(workspace_);
    static_cast<void>(workspace_.shown());  // What another thread has computed meanwhile.
    choose_zoom();
    choose_language();
    take_commands();
    prepare_ui();
    const ControlRect stage = draw_window(ui_, workspace_, presets());
    letters_come_ = host_.need(ui_.lacking);
    const Viewport viewport = viewport_of(stage);
    const float content_scale = window_.content_scale() * host_.scale() / window_.ui_scale();
    const Scene scene = picture_.scene(ui_, workspace_, {stage, viewport, content_scale}, last_frame_);
    const Document drawn = dump_ ? workspace_.live.last().document : Document{};
    record_changes(workspace_, is_held());
    if (!workspace_.edits.is_busy()) {
      files_.serve(window_.take_dropped(), last_frame_);
    }
    exports_.serve();
    host_.end_frame();
    const bool has_news = std::exchange(seen_output_, workspace_.result().output) != workspace_.result().output;
    if (!hold_.holds(workspace_.is_behind(), has_news, last_frame_)) {
      draw(scene, viewport);
    }
    obey();
    if (dump_) {
      const bool is_behind =
          !same_result(drawn, workspace_.document) || workspace_.edits.is_busy() || picture_.is_behind();
      keep_dump({stage, scene, picture_.tip(), is_behind, picture_.moves()});
    }
    was_playing_ = workspace_.playback.playing;
    NextFrame next = next_frame();
    next.unhurried = workspace_.is_behind() || picture_.is_behind();
    return next;
  }

 private:
  void pass_time() {
    const double now = seconds_now();
    if (was_playing_) {
      advance(workspace_.playback, now - last_frame_, workspace_.schedule());
    }
    last_frame_ = now;
  }

  void choose_zoom() {
    const PixelSize size = window_.size();
    const float at_scale_1 = 1 / window_.ui_scale();
    host_.set_zoom(interface_zoom(workspace_, static_cast<float>(size.width) * at_scale_1,
                                  static_cast<float>(size.height) * at_scale_1));
  }

  /// Begins the panels' frame, and does what the keys ask for that they have no use for.
  void take_commands() {
    for (const KeyPress& press : host_.begin_frame({has_sheet(workspace_), !workspace_.exports.open})) {
      const auto command = command_of(press);
      const bool reaches = command && (!has_sheet(workspace_) || reaches_past_sheets(workspace_, *command));
      if (reaches && !(takes_numbers(workspace_) && types_number(press))) {
        perform(workspace_, *command);
      }
    }
    if (window_.take_close_request()) {
      perform(workspace_, Command::quit);
    }
  }

  /// The one that was chosen, or the locale's, as far as there is a font for it.
  void choose_language() {
    const auto wanted = workspace_.language.value_or(text::language_of_locale(std::getenv));
    ui_.language = ui_.has_hangul ? wanted : text::Language::english;
    workspace_.spoken = ui_.language;
    if (needed_language_ != ui_.language) {
      needed_language_ = ui_.language;
      (void)host_.need(letters_of(ui_.language));
    }
  }

  void prepare_ui() {
    ui_.lacking.clear();
    ui_.palette = palette_of(workspace_.document.view.theme);
    ui_.fonts = host_.fonts();
    ui_.scale = host_.scale();
    apply_style(ui_);
  }

  [[nodiscard]] Viewport viewport_of(const ControlRect& stage) const {
    const float density = window_.content_scale() / window_.ui_scale();
    return {static_cast<int>(std::lround(stage.x * density)), static_cast<int>(std::lround(stage.y * density)),
            static_cast<int>(std::lround(stage.width * density)), static_cast<int>(std::lround(stage.height * density)),
            window_.framebuffer_size().height};
  }

  void draw(const Scene& scene, const Viewport& viewport) {
    renderer_.clear(ui_.palette.background);
    if (viewport.width > 0 && viewport.height > 0) {
      renderer_.draw(scene, viewport);
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

  void keep_dump(const StageState& stage) {
    if (const Status written = dump_->update(state_json(workspace_, ui_, stage)); !written) {
      status_ = written;
      window_.close();
    }
  }

  [[nodiscard]] NextFrame next_frame() {
    if (picture_.moves() || workspace_.files.request || letters_come_ || host_.owes_frames()) {
      return NextFrame::after(0);
    }
    const Playback& playback = workspace_.playback;
    std::optional<double> keep = files_.next_keep(last_frame_);
    const auto not_after = [&keep](double seconds) { keep = std::min(keep.value_or(seconds), seconds); };
    if (const std::optional<double> again = exports_.next_serve()) {
      not_after(*again);
    }
    if (workspace_.is_behind() && !shows_computing_sign(ui_)) {
      not_after(std::max(0.0, seconds_to_computing_sign(workspace_)));
    }
    if (!playback.playing) {
      return keep ? NextFrame::after(*keep) : NextFrame::on_event();
    }
    const double change = workspace_.schedule().next_change(playback.position, Motion::smooth);
    const double move = (change - playback.position) / playback.speed;
    return NextFrame::after(keep ? std::min(move, *keep) : move);
  }

  Window& window_;
  ImGuiHost& host_;
  GlRenderer& renderer_;
  Workspace workspace_;
  Files files_;
  Exports exports_;
  LivePicture picture_;
  Ui ui_;
  std::optional<text::Language> needed_language_;  ///< Whose letters the fonts have.
  bool letters_come_ = false;                      ///< The next frame has letters that this one lacks.
  std::optional<StateDump> dump_;
  Status status_ = Done{};
  double last_frame_ = 0;
  FrameHold hold_;
  std::shared_ptr<const Tensor> seen_output_;  ///< What the last frame had.
  bool was_playing_ = false;
};

/// What draws the texts of the first frame's picture and panels.
struct StartFonts {
  FontSet picture;
  FilledAtlas panels;
};

Result<StartFonts> load_start_fonts(float content_scale) {
  Result<FontSet> fonts = FontSet::load();
  if (!fonts) {
    return fonts.error();
  }
  const UiFontWish wish{content_scale, letters_of(text::language_of_locale(std::getenv))};
  Result<FilledAtlas> atlas = fill_atlas(fonts.value().files(), {}, wish);
  if (!atlas) {
    return atlas.error();
  }
  return StartFonts{std::move(fonts).value(), std::move(atlas).value()};
}

}  // namespace

Status run_application(const WindowOptions& options) {
  Result<Screen> screen = Screen::open();
  if (!screen) {
    return screen.error();
  }
  // Fonts are found and drawn while this thread waits for OpenGL, which takes as long.
  std::future<Result<StartFonts>> loading =
      std::async(std::launch::async, load_start_fonts, screen.value().content_scale());
  Result<Window> window = Window::create(std::move(screen).value(), {.title = "ConvScope"});
  if (!window) {
    return window.error();
  }
  Window opened = std::move(window).value();
  if (Status loaded = load_gl(find_gl_function); !loaded) {
    return loaded;
  }
  Result<StartFonts> loaded = loading.get();
  if (!loaded) {
    return loaded.error();
  }
  auto [fonts, atlas] = std::move(loaded).value();
  Result<GlRenderer> renderer = GlRenderer::create(fonts);
  if (!renderer) {
    return renderer.error();
  }
  GlRenderer drawing = std::move(renderer).value();
  Result<ImGuiHost> host = ImGuiHost::create(opened, std::move(atlas), fonts.files());
  if (!host) {
    return host.error();
  }
  ImGuiHost panels = std::move(host).value();
  Application application(options, opened, panels, drawing, fonts.files());
  opened.run([&application] { return application.frame(); });
  return application.status();
}

}  // namespace convscope
