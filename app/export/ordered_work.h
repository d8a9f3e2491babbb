#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace convscope {

/// Tasks that threads do side by side and whose results come back in the order in which the tasks were given. What a
/// task throws is thrown by the `pop` that would have given its result. Tasks that nobody has begun when it is
/// destroyed are dropped. Where the system gives fewer threads it works with those, without any in `pop` itself.
template <typename T>
class OrderedWork {
 public:
  explicit OrderedWork(std::size_t threads) {
    threads_.reserve(threads);
    try {
      for (std::size_t i = 0; i < threads; ++i) {
        threads_.emplace_back([this] { work(); });
      }
    } catch (const std::system_error&) {  // A limit of processes or of memory: slower, not over.
    }
  }
  ~OrderedWork() {
    {
      const std::scoped_lock lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
  }
  OrderedWork(const OrderedWork&) = delete;
  OrderedWork& operator=(const OrderedWork&) = delete;

  void push(std::function<T()> task) {
    {
      const std::scoped_lock lock(mutex_);
      slots_.emplace_back(std::move(task));
    }
    changed_.notify_all();
  }

  /// The result of the oldest task; waits for it. Requires one.
  T pop() {
    std::unique_lock lock(mutex_);
    if (threads_.empty()) {
      perform(slots_.front(), lock);
    }
    changed_.wait(lock, [this] { return slots_.front().result || slots_.front().failure; });
    Slot front = std::move(slots_.front());
    slots_.pop_front();
    if (front.failure) {
      std::rethrow_exception(front.failure);
    }
    return std::move(*front.result);
  }

  /// Tasks whose results have not been taken.
  [[nodiscard]] std::size_t size() const { return slots_.size(); }

 private:
  struct Slot {
    explicit Slot(std::function<T()> todo) : task(std::move(todo)) {}
    std::function<T()> task;  ///< Empty once a thread has it.
    std::optional<T> result{};
    std::exception_ptr failure{};
  };

  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      auto free = slots_.end();
      changed_.wait(lock, [&] {
        free = std::find_if(slots_.begin(), slots_.end(), [](const Slot& slot) { return slot.task != nullptr; });
        return closed_ || free != slots_.end();
      });
      if (closed_) {
        return;
      }
      perform(*free, lock);
    }
  }

  /// A deque's elements stay where they are while others come and go at its ends.
  void perform(Slot& slot, std::unique_lock<std::mutex>& lock) {
    const std::function<T()> task = std::exchange(slot.task, nullptr);
    lock.unlock();
    std::optional<T> result;
    std::exception_ptr failure;
    try {
      result.emplace(task());
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    slot.result = std::move(result);
    slot.failure = failure;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool closed_ = false;
  std::deque<Slot> slots_;             ///< Only the owner adds and removes.
  std::vector<std::jthread> threads_;  // Last: they end before what they use.
};

}  // namespace convscope
