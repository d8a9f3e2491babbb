#include "app/export/export_task.h"

#include <exception>
#include <string>
#include <utility>

#include "app/text/export_errors.h"

namespace convscope {

std::optional<double> ExportState::seconds_left() const {
  if (result) {
    return 0;
  }
  return frames_done > 0 ? std::optional(static_cast<double>(frames - frames_done) / speed()) : std::nullopt;
}

ExportTask::ExportTask(MakeJob make, std::int64_t frames, FontFiles fonts)
    : frames_(frames), thread_([this, make = std::move(make), fonts = std::move(fonts)] { work(make, fonts); }) {}

ExportTask::ExportTask(const ExportJob& job, FontFiles fonts)
    : ExportTask([job] { return Result<ExportJob>(job); }, job.animation.frames.count, std::move(fonts)) {}

/// An exception would end the whole program, in which the user goes on.
Status ExportTask::run(const MakeJob& make, const FontFiles& files) {
  std::string format;
  try {
    const Result<FontSet> fonts = FontSet::open(files);
    Result<ExportJob> made = make();
    if (!fonts || !made) {
      return fonts ? made.error() : fonts.error();
    }
    ExportJob job = std::move(made).value();
    format = job.path.extension().string();
    job.interrupted = [this] { return cancelled_.load(); };
    job.progress = [this](std::int64_t done, std::int64_t) { frames_done_ = done; };
    return run_export(job, fonts.value());
  } catch (const std::exception& problem) {
    return text::encoding_failed(format, problem.what());
  }
}

void ExportTask::work(const MakeJob& make, const FontFiles& fonts) {
  Status result = run(make, fonts);
  const std::scoped_lock lock(mutex_);
  end_ = Clock::now();
  result_ = std::move(result);
}

ExportState ExportTask::state() const {
  const std::scoped_lock lock(mutex_);
  ExportState state{.frames_done = frames_done_, .frames = frames_, .result = result_};
  state.seconds = std::chrono::duration<double>((result_ ? end_ : Clock::now()) - begin_).count();
  state.cancelled = result_ && !*result_ && cancelled_;
  return state;
}

}  // namespace convscope
