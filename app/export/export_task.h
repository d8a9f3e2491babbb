#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "app/export/export.h"
#include "app/render/fonts.h"
#include "app/text/result.h"

namespace convscope {

/// How far an export is.
struct ExportState {
  std::int64_t frames_done = 0;
  std::int64_t frames = 1;
  double seconds = 0;              ///< Since it began; in the end, all that it took.
  std::optional<Status> result{};  ///< Once it has ended.
  bool cancelled = false;          ///< Whether it ended because it was told to.

  /// Frames a second, so far.
  [[nodiscard]] double speed() const { return seconds > 0 ? static_cast<double>(frames_done) / seconds : 0; }
  /// At the speed so far; nothing before the first frame.
  [[nodiscard]] std::optional<double> seconds_left() const;
};

/// An export that goes on in a thread of its own while its owner does other things. Its files appear when it is
/// complete. One that is destroyed before is cancelled, and waited for.
class ExportTask {
 public:
  using MakeJob = std::function<Result<ExportJob>()>;
  /// `make` is called in the task's thread, which so computes the layer, too; `frames`: how many the job will have. The
  /// task looks after its `progress` and `interrupted` itself. The fonts are those of the owner's FontSet.
  ExportTask(MakeJob make, std::int64_t frames, FontFiles fonts);
  ExportTask(const ExportJob& job, FontFiles fonts);
  ~ExportTask() { cancel(); }
  ExportTask(const ExportTask&) = delete;
  ExportTask& operator=(const ExportTask&) = delete;

  /// Asks it to end soon, without a file. Too late where it is complete.
  void cancel() { cancelled_ = true; }
  [[nodiscard]] ExportState state() const;

 private:
  using Clock = std::chrono::steady_clock;
  void work(const MakeJob& make, const FontFiles& fonts);
  [[nodiscard]] Status run(const MakeJob& make, const FontFiles& fonts);

  const Clock::time_point begin_ = Clock::now();
  std::atomic<bool> cancelled_ = false;
  std::atomic<std::int64_t> frames_done_ = 0;
  const std::int64_t frames_;
  mutable std::mutex mutex_;
  std::optional<Status> result_;  ///< With `end_`, guarded by the mutex.
  Clock::time_point end_{};
  std::jthread thread_;  // Last: it ends before what it uses.
};

}  // namespace convscope
