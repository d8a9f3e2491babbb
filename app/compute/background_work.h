#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace convscope {

/// Work that takes long, done in a thread of its own, one piece after the other. What follows from it is done by the
/// thread that gave it.
class BackgroundWork {
 public:
  using After = std::function<void()>;
  using Work = std::function<After()>;

  /// `ready` is called from the other thread when there is something for `finish`.
  explicit BackgroundWork(std::function<void()> ready);
  /// Waits until all work is done: a file that is being saved is complete. What follows from it is left out.
  ~BackgroundWork();
  BackgroundWork(const BackgroundWork&) = delete;
  BackgroundWork& operator=(const BackgroundWork&) = delete;

  void add(Work work);
  /// Does what follows from work that is done, in its order.
  void finish();
  /// The same, after it has waited for some of it, but not for longer.
  void finish_within(std::chrono::milliseconds patience);
  /// Whether there is work that was not finished yet.
  [[nodiscard]] bool is_busy() const { return open_ > 0; }

 private:
  void work(const std::stop_token& ending);
  [[nodiscard]] Work next(const std::stop_token& ending);

  std::function<void()> ready_;
  std::size_t open_ = 0;  ///< Added and not finished; the giver's own.
  std::mutex mutex_;      ///< Of both queues.
  std::condition_variable_any added_;
  std::condition_variable_any ended_;
  std::deque<Work> waiting_;
  std::deque<After> done_;
  std::jthread thread_;  // Last: it ends before what it uses.
};

}  // namespace convscope
