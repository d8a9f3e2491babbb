#include "app/compute/edit_queue.h"

#include <algorithm>
#include <new>
#include <utility>

#include "app/compute/background_work.h"

namespace convscope {

/// Edits and the document that they are done on. Until `done`, `before` and `outcome` may be another thread's.
struct EditQueue::Run {
  std::vector<Edit> edits;
  bool ends_step = false;
  Document before;
  EditOutcome outcome;
  bool done = false;
};

namespace {

Document on_top_of(Document edited, const Document& newest) {
  edited.view = newest.view;
  edited.chain = newest.chain;
  return edited;
}

EditOutcome outcome_of(const std::vector<Edit>& edits, const Document& before, TensorEdits& input_edits) {
  EditOutcome outcome{.document = before};
  for (const Edit& edit : edits) {
    try {
      Result<Document> edited = edit.apply(outcome.document, input_edits);
      if (edited) {
        outcome.document = std::move(edited).value();
      } else {
        outcome.refusal = edited.error();
      }
    } catch (const std::bad_alloc&) {
      outcome.lacks_memory = true;
    }
  }
  return outcome;
}

std::int64_t values_of(const std::vector<Edit>& edits) {
  std::int64_t values = 0;
  for (const Edit& edit : edits) {
    values += edit.values;
  }
  return values;
}

}  // namespace

EditQueue::EditQueue() : input_edits_(std::make_shared<TensorEdits>()) {}
EditQueue::EditQueue(EditQueue&&) noexcept = default;
EditQueue& EditQueue::operator=(EditQueue&&) noexcept = default;
EditQueue::~EditQueue() = default;

void EditQueue::add(Edit edit) {
  busy_since_ = busy_since_.value_or(Clock::now());
  const bool replaces = edit.layer && !waiting_.empty() && waiting_.back().edit.layer && !waiting_.back().ends_step;
  if (replaces) {
    waiting_.pop_back();
  }
  waiting_.push_back({std::move(edit)});
}

void EditQueue::end_step() {
  if (!waiting_.empty()) {
    waiting_.back().ends_step = true;
  } else if (run_) {
    run_->ends_step = true;
  }
}

void EditQueue::forget() {
  waiting_.clear();
  busy_since_.reset();
  if (run_) {
    run_.reset();
    input_edits_ = std::make_shared<TensorEdits>();  // The other thread still has the one before.
  }
}

double EditQueue::seconds_busy() const {
  return busy_since_ ? std::chrono::duration<double>(Clock::now() - *busy_since_).count() : 0;
}

const SizedLayer* EditQueue::layer() const {
  const SizedLayer* newest = nullptr;
  const auto look_at = [&newest](const Edit& edit) { newest = edit.layer ? &*edit.layer : newest; };
  if (run_) {
    std::ranges::for_each(run_->edits, look_at);
  }
  std::ranges::for_each(waiting_, look_at, &Waiting::edit);
  return newest;
}

std::optional<EditOutcome> EditQueue::take(const Document& newest) {
  if (work_) {
    work_->finish();
  }
  if (!is_busy()) {
    return std::nullopt;
  }
  if (!run_) {
    run_ = next_run();
    work_on_run(newest);
  } else if (run_->done && !is_same(on_top_of(run_->before, newest), newest)) {
    work_on_run(newest);
  }
  if (!run_->done) {
    return std::nullopt;
  }
  const std::shared_ptr<Run> run = std::exchange(run_, nullptr);
  busy_since_ = is_busy() ? std::optional(Clock::now()) : std::nullopt;
  run->outcome.ends_step = run->ends_step;
  run->outcome.document = on_top_of(std::move(run->outcome.document), newest);
  return std::move(run->outcome);
}

/// What waits, up to the end of a step.
std::shared_ptr<EditQueue::Run> EditQueue::next_run() {
  const auto run = std::make_shared<Run>();
  while (!waiting_.empty() && !run->ends_step) {
    run->edits.push_back(std::move(waiting_.front().edit));
    run->ends_step = waiting_.front().ends_step;
    waiting_.pop_front();
  }
  return run;
}

void EditQueue::work_on_run(const Document& newest) {
  run_->before = newest;
  run_->done = false;
  if (values_of(run_->edits) <= at_once) {
    run_->outcome = outcome_of(run_->edits, newest, *input_edits_);
    run_->done = true;
    return;
  }
  if (!work_) {
    work_ = std::make_unique<BackgroundWork>(ready_ ? ready_ : [] {});
  }
  work_->add([run = run_, input_edits = input_edits_]() -> BackgroundWork::After {
    run->outcome = outcome_of(run->edits, run->before, *input_edits);
    return [run] { run->done = true; };
  });
  work_->finish_within(patience);
}

}  // namespace convscope
