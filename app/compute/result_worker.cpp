#include "app/compute/result_worker.h"

#include <new>
#include <utility>

#include "engine/forward.h"

namespace convscope {
namespace {

/// Empty when it was told to stop.
std::optional<ResultOutcome> outcome_of(const ResultJob& job, const std::stop_token& stop, const TensorPool& pool) {
  try {
    std::optional<LayerResult> result = compute_from(job.before, job.document, stop, pool);
    return result ? std::optional(ResultOutcome{job.document, std::move(result)}) : std::nullopt;
  } catch (const std::bad_alloc&) {
    return ResultOutcome{job.document, std::nullopt};
  }
}

/// For a slider that will move: the picture that it changes is of about this size.
void prepare_next(const ResultJob& job, TensorPool& pool) {
  try {
    pool.prepare(output_shape(job.document.sized));
  } catch (const std::bad_alloc&) {  // Whoever needs it will hear of it.
  }
}

}  // namespace

ResultWorker::ResultWorker(std::function<void()> ready)
    : ready_(std::move(ready)), thread_([this](const std::stop_token& ending) { work(ending); }) {}

ResultWorker::~ResultWorker() {
  forget();
  thread_.request_stop();
}

void ResultWorker::ask(ResultJob job) {
  {
    const std::scoped_lock lock(mutex_);
    waiting_ = std::move(job);
    if (running_ && running_work_ > always_finished) {
      running_->request_stop();
    }
  }
  asked_.notify_one();
}

void ResultWorker::forget() {
  const std::scoped_lock lock(mutex_);
  waiting_.reset();
  outcome_.reset();
  if (running_) {
    running_->request_stop();
  }
}

std::optional<ResultOutcome> ResultWorker::take() {
  const std::scoped_lock lock(mutex_);
  return std::exchange(outcome_, std::nullopt);
}

void ResultWorker::work(const std::stop_token& ending) {
  TensorPool pool;
  while (const std::optional<ResultJob> job = next_job(ending)) {
    // Only this thread sets running_, so its token can be read without the lock.
    if (publish(outcome_of(*job, running_->get_token(), pool))) {
      ready_();
      prepare_next(*job, pool);
    }
  }
}

std::optional<ResultJob> ResultWorker::next_job(const std::stop_token& ending) {
  std::unique_lock lock(mutex_);
  if (!asked_.wait(lock, ending, [this] { return waiting_.has_value(); })) {
    return std::nullopt;
  }
  running_.emplace();
  running_work_ = waiting_->work;
  return std::exchange(waiting_, std::nullopt);
}

bool ResultWorker::publish(std::optional<ResultOutcome> outcome) {
  const std::scoped_lock lock(mutex_);
  const bool wanted = outcome && !running_->stop_requested();
  running_.reset();
  if (wanted) {
    outcome_ = std::move(outcome);
  }
  return wanted;
}

}  // namespace convscope
