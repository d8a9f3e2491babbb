#include "app/compute/background_work.h"

#include <utility>

namespace convscope {

BackgroundWork::BackgroundWork(std::function<void()> ready)
    : ready_(std::move(ready)), thread_([this](const std::stop_token& ending) { work(ending); }) {}

BackgroundWork::~BackgroundWork() { thread_.request_stop(); }

void BackgroundWork::add(Work work) {
  ++open_;
  {
    const std::scoped_lock lock(mutex_);
    waiting_.push_back(std::move(work));
  }
  added_.notify_one();
}

void BackgroundWork::finish() {
  std::deque<After> done;
  {
    const std::scoped_lock lock(mutex_);
    done.swap(done_);
  }
  for (const After& after : done) {
    --open_;  // Before it, as it may add more.
    after();
  }
}

void BackgroundWork::finish_within(std::chrono::milliseconds patience) {
  {
    std::unique_lock lock(mutex_);
    ended_.wait_for(lock, patience, [this] { return !done_.empty(); });
  }
  finish();
}

void BackgroundWork::work(const std::stop_token& ending) {
  while (const Work work = next(ending)) {
    After after = work();
    {
      const std::scoped_lock lock(mutex_);
      done_.push_back(std::move(after));
    }
    ended_.notify_one();
    ready_();
  }
}

/// None at the end, when nothing is left.
BackgroundWork::Work BackgroundWork::next(const std::stop_token& ending) {
  std::unique_lock lock(mutex_);
  if (!added_.wait(lock, ending, [this] { return !waiting_.empty(); })) {
    return nullptr;
  }
  Work work = std::move(waiting_.front());
  waiting_.pop_front();
  return work;
}

}  // namespace convscope
