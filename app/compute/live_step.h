#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

#include "app/compute/step_values.h"

namespace convscope {

/// A moment whose values are wanted, or were made.
struct Step {
  Document document;
  LayerResult result;
  Progress progress;
};

/// The values of the step that is shown, for those who must not wait. Those of a photograph that depend on the step are
/// made in another thread, the newest wish first; until they are there the last step's stay or, where it was of another
/// document, what the forward pass has.
class LiveStep {
 public:
  /// Elements of tensors, and products of stamps, that are worked on at once: a few milliseconds at most.
  static constexpr std::int64_t at_once = std::int64_t{1} << 20;

  LiveStep();
  ~LiveStep();
  LiveStep(const LiveStep&) = delete;
  LiveStep& operator=(const LiveStep&) = delete;

  /// Called from another thread when `of` has something new to give.
  void set_ready(std::function<void()> ready) { ready_ = std::move(ready); }

  /// As step_values, the newest that there are.
  [[nodiscard]] const StepValues& of(const Document& document, const LayerResult& result, const Progress& progress);
  /// Those of the last call, and whether they were not yet its own.
  [[nodiscard]] const StepValues& values() const { return values_; }
  [[nodiscard]] bool is_behind() const { return behind_; }

 private:
  void ask(Step step);
  void forget();
  void take_finished();
  void work(const std::stop_token& ending);

  std::function<void()> ready_ = [] {};
  CurrentStep current_;  ///< Of what is done at once.
  StepValues values_;
  std::optional<Step> shown_;  ///< Whose values these are, if another thread has made them.
  std::optional<Step> asked_;  ///< And not answered yet.
  bool behind_ = false;

  std::mutex mutex_;  ///< Of what follows but the thread.
  std::condition_variable_any wanted_;
  std::optional<Step> waiting_;
  std::stop_source running_;
  bool forgotten_ = false;  ///< Nothing of what was asked is wanted any more.
  std::optional<std::pair<Step, StepValues>> finished_;
  std::optional<std::jthread> thread_;  // Once it was needed. Last: it ends before what it uses.
};

}  // namespace convscope
