#include "app/compute/tensor_pool.h"

#include <mutex>
#include <utility>
#include <vector>

#include "app/compute/disposal.h"

namespace convscope {
namespace {

/// 128 MiB: larger ones go back to the system, which others need.
constexpr std::size_t most_elements = std::size_t{1} << 25;
/// 1 MiB: fresh memory for smaller ones costs nothing.
constexpr std::int64_t worth_preparing = std::int64_t{1} << 18;

/// With room for an eighth more: the next one is larger when padding grows.
Tensor fresh(const Shape& shape) {
  const auto count = static_cast<std::size_t>(element_count(shape));
  std::vector<float> values;
  values.reserve(count + count / 8);
  values.resize(count);
  return {shape, std::move(values)};
}

}  // namespace

/// At most one tensor waits: a picture needs the one that is shown and the one that is made.
struct TensorPool::Shelf {
  std::mutex mutex;
  Tensor spare;
  int shared = 0;
  Disposal disposal;

  Tensor take() {
    const std::scoped_lock lock(mutex);
    return std::exchange(spare, Tensor());
  }
  /// Takes it in exchange for a smaller one.
  void put(Tensor& tensor) {
    const std::scoped_lock lock(mutex);
    if (tensor.values().size() <= most_elements && tensor.values().size() > spare.values().size()) {
      std::swap(spare, tensor);
    }
  }
  /// Elsewhere, if it is large.
  void free(std::unique_ptr<Tensor> tensor) {
    const std::scoped_lock lock(mutex);
    static_cast<void>(disposal.adopt(std::move(tensor)));
  }
  void count(int more) {
    const std::scoped_lock lock(mutex);
    shared += more;
  }
  bool lacks_spare() {
    const std::scoped_lock lock(mutex);
    return shared == 1 && spare.values().empty();
  }
};

TensorPool::TensorPool() : shelf_(std::make_shared<Shelf>()) {}

Tensor TensorPool::take(const Shape& shape) {
  Tensor tensor = shelf_->take();
  if (!tensor.values().empty()) {
    return tensor;
  }
  return fresh(shape);
}

void TensorPool::prepare(const Shape& shape) {
  const std::int64_t elements = element_count(shape);
  if (elements >= worth_preparing && elements <= static_cast<std::int64_t>(most_elements) && shelf_->lacks_spare()) {
    Tensor prepared = fresh(shape);
    shelf_->put(prepared);
  }
}

std::shared_ptr<const Tensor> TensorPool::share(Tensor tensor) {
  auto owned = std::make_unique<Tensor>(std::move(tensor));
  const std::weak_ptr<Shelf> shelf = shelf_;
  shelf_->count(1);
  return {owned.release(), [shelf](Tensor* left) {
            std::unique_ptr<Tensor> last(left);
            if (const auto kept = shelf.lock()) {
              kept->count(-1);
              kept->put(*last);
              kept->free(std::move(last));
            }
          }};
}

}  // namespace convscope
