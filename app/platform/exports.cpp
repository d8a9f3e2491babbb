#include "app/platform/exports.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

#include "app/compute/layer_result.h"
#include "app/export/target.h"
#include "app/platform/picture_clipboard.h"
#include "app/text/errors.h"
#include "app/text/export_errors.h"
#include "app/text/window.h"
#include "app/ui/export_sheet.h"

namespace convscope {
namespace {

constexpr double seconds_between_progress = 0.1;
constexpr double seconds_until_preview = 0.03;
constexpr int frames_until_settled = 4;

/// What a copy of the current frame, or a preview, is drawn from.
Status copy_frame(const PreviewRequest& request, const FontFiles& files) {
  const Result<FontSet> fonts = FontSet::open(files);
  if (!fonts) {
    return fonts.error();
  }
  const Result<std::vector<std::byte>> png = frame_as_png(request, compute(request.document), fonts.value());
  return png ? copy_picture(png.value()) : Status(png.error());
}

}  // namespace

void Exports::serve() {
  frames_to_show_ = std::max(0, frames_to_show_ - 1);
  serve_task();
  serve_preview();
  serve_copy();
  serve_desktop();
}

std::optional<double> Exports::next_serve() const {
  if (frames_to_show_ > 0) {
    return 0;
  }
  if (painter_ && painter_->is_busy()) {
    return seconds_until_preview;
  }
  const bool waits = task_ || copy_.valid() || opener_.is_busy();
  return waits ? std::optional(seconds_between_progress) : std::nullopt;
}

void Exports::say(const Status& status, const text::Text& done) {
  frames_to_show_ = frames_until_settled;
  workspace_.files.failed = !status;
  workspace_.files.message = status ? done : text::sentence(status.error());
}

void Exports::serve_task() {
  ExportsState& exports = workspace_.exports;
  if (std::exchange(exports.start, false) && !task_) {
    const Status started = start();
    exports.refusal = started ? text::Text() : text::sentence(started.error());
    exports.open = !started;
    frames_to_show_ = frames_until_settled;
  }
  if (std::exchange(exports.cancel, false) && task_) {
    task_->cancel();
  }
  if (!task_) {
    return;
  }
  if (workspace_.quit && !exports.quit_anyway) {
    workspace_.quit = false;
    exports.quit_waits = true;
    exports.open = false;  // It lies before the question.
    frames_to_show_ = frames_until_settled;
  }
  const ExportState state = task_->state();
  exports.running = ExportProgressState{state.frames_done, state.frames, state.speed(), state.seconds_left()};
  if (state.result) {
    finish(state);
  }
}

Status Exports::start() {
  ExportsState& exports = workspace_.exports;
  const Result<ExportPlan> planned = chosen_plan(workspace_);
  if (!planned) {
    return planned.error();
  }
  const ExportPlan& plan = planned.value();
  const bool replace = std::exchange(exports.replace, false);
  const FrameNumbers frames = frame_numbers(plan.animation);
  if (Status possible = check_export(plan.path, frames, true); !possible) {
    return possible;
  }
  if (Status fits = check_choices(plan.choices, parse_target(plan.path).value().format); !fits) {
    return fits;
  }
  if (plan.choices.language == text::Language::korean && fonts_.hangul.path.empty()) {
    return text::hangul_font_missing();
  }
  if (Status free = check_export(plan.path, frames, replace); !free) {
    exports.asks_to_replace = true;
    return free;
  }
  const auto make = [plan, replace]() {
    Result<ExportJob> job = export_job(plan, compute(plan.document));
    if (!job) {
      return job;
    }
    ExportJob made = std::move(job).value();
    made.overwrite = replace;
    return Result<ExportJob>(std::move(made));
  };
  exports.finished.reset();
  workspace_.files.message = {};  // Of the export before.
  const ExportTarget target = parse_target(plan.path).value();
  written_ = {target.path(frames.first), frames.count, 0};
  task_ = std::make_unique<ExportTask>(make, frames.count, fonts_);
  return Done{};
}

void Exports::finish(const ExportState& state) {
  ExportsState& exports = workspace_.exports;
  if (*state.result) {
    exports.finished = written_;
    exports.finished->seconds = state.seconds;
  } else if (state.cancelled) {
    say(Done{}, text::window::export_cancelled);
  } else {
    say(*state.result, "");
  }
  exports.running.reset();
  exports.quit_waits = false;
  task_.reset();
  frames_to_show_ = frames_until_settled;
}

void Exports::serve_preview() {
  ExportsState& exports = workspace_.exports;
  if (!exports.open) {
    previewed_.reset();
    exports.preview.count = 0;
    return;
  }
  if (!painter_) {
    painter_ = std::make_unique<PreviewPainter>(fonts_);
  }
  if (PreviewRequest wanted = preview_request(workspace_); previewed_ != wanted && wanted.room.x > 0) {
    previewed_ = wanted;
    painter_->ask(std::move(wanted));
  }
  const std::optional<Result<Preview>> drawn = painter_->take();
  if (!drawn) {
    return;
  }
  frames_to_show_ = frames_until_settled;
  ExportPreviewState& preview = exports.preview;
  if (!*drawn) {
    preview.problem = text::sentence(drawn->error());
    return;
  }
  if (!texture_) {
    texture_.emplace();
  }
  const Image& image = drawn->value().image;
  texture_->set(image);
  preview = {.texture = texture_->id(),
             .shown = {static_cast<float>(image.width), static_cast<float>(image.height)},
             .size = drawn->value().size,
             .problem = {},
             .count = preview.count + 1};
}

void Exports::serve_copy() {
  if (std::exchange(workspace_.exports.copy_picture, false) && !copy_.valid()) {
    copy_ = std::async(std::launch::async, copy_frame, copy_request(workspace_), fonts_);
  }
  if (copy_.valid() && copy_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
    try {
      say(copy_.get(), text::window::picture_copied);
    } catch (const std::exception& problem) {
      say(text::encoding_failed("PNG", problem.what()), "");
    }
  }
}

void Exports::serve_desktop() {
  ExportsState& exports = workspace_.exports;
  const bool file = std::exchange(exports.open_file, false);
  const bool folder = std::exchange(exports.show_folder, false);
  if ((file || folder) && exports.finished) {
    const std::filesystem::path written = std::filesystem::absolute(exports.finished->file);
    if (const Status opened = opener_.open(file ? written : written.parent_path()); !opened) {
      say(opened, "");
    }
  }
  if (const std::optional<Error> failure = opener_.failure()) {
    say(*failure, "");
  }
}

}  // namespace convscope
