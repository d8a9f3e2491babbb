#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include "app/compute/layer_result.h"

namespace convscope {

class ResultWorker;

/// The result of the newest document, for those who must not wait. Small work is done at once; larger work goes on in
/// another thread while the last complete pair stays.
class LiveResult {
 public:
  /// Multiply-accumulates that are done at once: less than a millisecond's.
  static constexpr std::int64_t at_once = std::int64_t{1} << 20;

  LiveResult();
  LiveResult(LiveResult&&) noexcept;
  LiveResult& operator=(LiveResult&&) noexcept;
  ~LiveResult();

  /// Called from another thread when `of` has something new to give.
  void set_ready(std::function<void()> ready) { ready_ = std::move(ready); }

  /// The newest complete pair. Of the view it has all that can be shown with its result. Before the first result is
  /// there it has none (no output).
  [[nodiscard]] const Computed& of(const Document& newest);

  /// The pair that `of` gave last.
  [[nodiscard]] const Computed& last() const { return shown_; }

  /// Whether the last pair given is not yet that of the newest document, and for how many seconds it has not been.
  [[nodiscard]] bool is_behind() const { return behind_since_.has_value(); }
  [[nodiscard]] double seconds_behind() const;
  /// Whether there is not enough memory for the newest document: its result will not come.
  [[nodiscard]] bool lacks_memory() const { return refused_.has_value(); }

 private:
  using Clock = std::chrono::steady_clock;
  void take_finished();
  void compute_at_once(const Document& newest);
  void ask_for(const Document& newest, std::int64_t work);

  std::function<void()> ready_;
  Computed shown_;
  std::optional<Document> asked_;    ///< Of the worker, and not answered yet.
  std::optional<Document> refused_;  ///< For want of memory.
  std::optional<Clock::time_point> behind_since_;
  std::unique_ptr<ResultWorker> worker_;  ///< Once it was needed.
};

}  // namespace convscope
