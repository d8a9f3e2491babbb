#include "app/compute/live_result.h"

#include <utility>

#include "app/compute/result_worker.h"

namespace convscope {

LiveResult::LiveResult() = default;
LiveResult::LiveResult(LiveResult&&) noexcept = default;
LiveResult& LiveResult::operator=(LiveResult&&) noexcept = default;
LiveResult::~LiveResult() = default;

const Computed& LiveResult::of(const Document& newest) {
  take_finished();
  const std::int64_t work = work_after(shown_, newest);
  if (work > at_once) {
    ask_for(newest, work);
    shown_.document.view = view_with(shown_, newest.view);
  } else {
    compute_at_once(newest);
  }
  return shown_;
}

double LiveResult::seconds_behind() const {
  return behind_since_ ? std::chrono::duration<double>(Clock::now() - *behind_since_).count() : 0;
}

void LiveResult::take_finished() {
  std::optional<ResultOutcome> outcome = worker_ ? worker_->take() : std::nullopt;
  if (!outcome) {
    return;
  }
  const bool newest = asked_ && same_result(*asked_, outcome->document);
  if (outcome->result) {
    shown_ = {std::move(outcome->document), *std::move(outcome->result)};
    behind_since_ = Clock::now();  // Not for long, as the picture follows.
  } else if (newest) {
    refused_ = std::move(outcome->document);
    behind_since_.reset();
  }
  if (newest) {
    asked_.reset();
  }
}

void LiveResult::compute_at_once(const Document& newest) {
  if (asked_) {
    worker_->forget();
  }
  asked_.reset();
  refused_.reset();
  behind_since_.reset();
  if (work_after(shown_, newest) > 0) {
    shown_.result = compute_from(shown_, newest, {}).value();
  }
  shown_.document = newest;
}

void LiveResult::ask_for(const Document& newest, std::int64_t work) {
  if ((asked_ && same_result(*asked_, newest)) || (refused_ && same_result(*refused_, newest))) {
    return;
  }
  if (!worker_) {
    worker_ = std::make_unique<ResultWorker>(ready_ ? ready_ : [] {});
  }
  refused_.reset();
  asked_ = newest;
  behind_since_ = behind_since_.value_or(Clock::now());
  worker_->ask({newest, shown_, work});
}

}  // namespace convscope
