#include "app/compute/disposal.h"

#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

namespace convscope {

/// What waits to be freed.
struct Disposal::Heap {
  std::mutex mutex;
  std::condition_variable_any added;
  std::vector<std::shared_ptr<const Tensor>> left;

  void add(std::shared_ptr<const Tensor> tensor) {
    {
      const std::scoped_lock lock(mutex);
      left.push_back(std::move(tensor));
    }
    added.notify_one();
  }

  void free_all(const std::stop_token& ending) {
    std::vector<std::shared_ptr<const Tensor>> last;
    std::unique_lock lock(mutex);
    while (added.wait(lock, ending, [this] { return !left.empty(); })) {
      last.swap(left);
      lock.unlock();
      last.clear();
      lock.lock();
    }
  }
};

/// What the last who shares a tensor does with it.
struct Disposal::Leave {
  std::weak_ptr<Heap> heap;
  std::shared_ptr<const Tensor> tensor;

  void operator()(const Tensor* /*same*/) {
    if (const auto open = heap.lock()) {
      open->add(std::move(tensor));
    }
    tensor.reset();
  }
};

Disposal::Disposal() : heap_(std::make_shared<Heap>()) {}
Disposal::Disposal(Disposal&&) noexcept = default;
Disposal& Disposal::operator=(Disposal&&) noexcept = default;
Disposal::~Disposal() = default;

std::shared_ptr<const Tensor> Disposal::adopt(std::shared_ptr<const Tensor> tensor) {
  if (!tensor || tensor->values().size() < worth_it || std::get_deleter<Leave>(tensor) != nullptr) {
    return tensor;
  }
  if (!thread_.joinable()) {
    thread_ = std::jthread([heap = heap_](const std::stop_token& ending) { heap->free_all(ending); });
  }
  const Tensor* const same = tensor.get();
  return {same, Leave{heap_, std::move(tensor)}};
}

}  // namespace convscope
