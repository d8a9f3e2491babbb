#include "app/compute/tensor_pool.h"

#include <mutex>
#include <utility>
#include <vector>

#include "app/compute/large_pages.h"

namespace convscope {
namespace {

/// 128 MiB: larger ones go back to the system, which others need.
constexpr std::size_t most_elements = std::size_t{1} << 25;

}  // namespace

/// At most one tensor waits: a picture needs the one that is shown and the one that is made.
struct TensorPool::Shelf {
  std::mutex mutex;
  Tensor spare;

  Tensor take() {
    const std::scoped_lock lock(mutex);
    return std::exchange(spare, Tensor());
  }
  void put(Tensor tensor) {
    const std::scoped_lock lock(mutex);
    if (tensor.values().size() <= most_elements && tensor.values().size() > spare.values().size()) {
      std::swap(spare, tensor);
    }
  }
};

TensorPool::TensorPool() : shelf_(std::make_shared<Shelf>()) {}

Tensor TensorPool::take(const Shape& shape) {
  Tensor tensor = shelf_->take();
  if (!tensor.values().empty()) {
    return tensor;
  }
  const auto count = static_cast<std::size_t>(element_count(shape));
  std::vector<float> values;
  values.reserve(count);
  prefer_large_pages(values.data(), count * sizeof(float));
  values.resize(count);
  return {shape, std::move(values)};
}

std::shared_ptr<const Tensor> TensorPool::share(Tensor tensor) {
  auto owned = std::make_unique<Tensor>(std::move(tensor));
  const std::weak_ptr<Shelf> shelf = shelf_;
  return {owned.release(), [shelf](Tensor* left) {
            const std::unique_ptr<Tensor> last(left);
            if (const auto kept = shelf.lock()) {
              kept->put(std::move(*last));
            }
          }};
}

}  // namespace convscope
