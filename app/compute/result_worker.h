#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "app/compute/layer_result.h"

namespace convscope {

/// A document whose result is wanted, and a pair that may have parts of it already.
struct ResultJob {
  Document document;
  Computed before;
  std::int64_t work = 0;  ///< work_after(before, document)
};

/// What became of a job: the pair, or none where there was not enough memory for it.
struct ResultOutcome {
  Document document;
  std::optional<LayerResult> result;
};

/// Computes results in a thread of its own, the newest job first. What it works on are values that nobody changes.
class ResultWorker {
 public:
  /// Work up to this many multiply-accumulates (about a quarter of a second) is brought to its end though a newer job
  /// waits, so that a picture follows a slider that does not rest; larger one is given up for the newer job.
  static constexpr std::int64_t always_finished = std::int64_t{1} << 30;

  /// `ready` is called from the worker's thread each time that `take` has something new.
  explicit ResultWorker(std::function<void()> ready);
  /// Gives up what it does.
  ~ResultWorker();
  ResultWorker(const ResultWorker&) = delete;
  ResultWorker& operator=(const ResultWorker&) = delete;

  /// Takes the place of a job that has not begun.
  void ask(ResultJob job);
  /// Nothing of what was asked is wanted any more.
  void forget();
  /// The newest outcome, once.
  [[nodiscard]] std::optional<ResultOutcome> take();

 private:
  void work(const std::stop_token& ending);
  [[nodiscard]] std::optional<ResultJob> next_job(const std::stop_token& ending);
  /// Whether somebody still wants it.
  bool publish(std::optional<ResultOutcome> outcome);

  std::function<void()> ready_;
  std::mutex mutex_;  ///< Of all that follows but the thread.
  std::condition_variable_any asked_;
  std::optional<ResultJob> waiting_;
  std::optional<std::stop_source> running_;
  std::int64_t running_work_ = 0;
  std::optional<ResultOutcome> outcome_;
  std::jthread thread_;  // Last: it ends before what it uses.
};

}  // namespace convscope
