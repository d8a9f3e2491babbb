#include "app/compute/live_step.h"

#include <new>
#include <utility>

#include "engine/taps.h"

namespace convscope {
namespace {

std::int64_t work_of(const Document& document) {
  const SizedLayer& sized = document.sized;
  return tensor_elements(sized) + (is_stamping(document) ? cells_read(sized) : 0);
}

bool is_of(const std::optional<Step>& step, const Document& document, const LayerResult& result) {
  return step && step->result.output == result.output && same_steps(step->document, document);
}

}  // namespace

LiveStep::LiveStep() = default;

LiveStep::~LiveStep() {
  forget();
  thread_.reset();
}

const StepValues& LiveStep::of(const Document& document, const LayerResult& result, const Progress& progress) {
  if (!follows_step(document) || work_of(document) <= at_once) {
    forget();
    values_ = current_.of(document, result, progress);
    behind_ = false;
    return values_;
  }
  take_finished();
  if (!is_of(shown_, document, result)) {
    shown_.reset();
    values_ = forward_values(document, result);
  }
  behind_ = !shown_ || shown_->progress != progress;
  const bool asked = is_of(asked_, document, result) && asked_->progress == progress;
  if (behind_ && !asked) {
    ask({document, result, progress});
  }
  return values_;
}

void LiveStep::ask(Step step) {
  asked_ = step;
  {
    const std::scoped_lock lock(mutex_);
    waiting_ = std::move(step);
    forgotten_ = false;
    running_.request_stop();
  }
  if (!thread_) {
    thread_.emplace([this](const std::stop_token& ending) { work(ending); });
  }
  wanted_.notify_one();
}

void LiveStep::forget() {
  if (!asked_ && !shown_) {
    return;
  }
  asked_.reset();
  shown_.reset();
  const std::scoped_lock lock(mutex_);
  waiting_.reset();
  finished_.reset();
  forgotten_ = true;
  running_.request_stop();
}

void LiveStep::take_finished() {
  const std::scoped_lock lock(mutex_);
  if (finished_) {
    shown_ = std::move(finished_->first);
    values_ = std::move(finished_->second);
    finished_.reset();
  }
}

void LiveStep::work(const std::stop_token& ending) {
  CurrentStep current;
  while (true) {
    std::unique_lock lock(mutex_);
    if (!wanted_.wait(lock, ending, [this] { return waiting_.has_value(); })) {
      return;
    }
    Step step = *std::exchange(waiting_, std::nullopt);
    running_ = std::stop_source();
    const std::stop_token stop = running_.get_token();
    lock.unlock();
    StepValues values;
    try {
      values = current.of(step.document, step.result, step.progress, stop);
    } catch (const std::bad_alloc&) {
      values = forward_values(step.document, step.result);  // There is no memory for more.
    }
    lock.lock();
    if (!current.is_complete() || forgotten_) {
      continue;
    }
    finished_ = {std::move(step), std::move(values)};
    lock.unlock();
    ready_();
  }
}

}  // namespace convscope
