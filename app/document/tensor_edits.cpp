#include "app/document/tensor_edits.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <utility>

namespace convscope {
namespace {

/// The window holds about eight at once while one paints: what is shown, computed, wanted, kept aside, and in textures.
constexpr std::size_t most_given = 12;
constexpr std::size_t longest_log = std::size_t{1} << 20;

}  // namespace

std::shared_ptr<const Tensor> TensorEdits::edited(const std::shared_ptr<const Tensor>& base,
                                                  std::span<const TensorEdit> edits) {
  if (given_.empty() || given_.back().tensor != base || log_.size() > longest_log) {
    given_.clear();
    log_.clear();
  }
  Given next = take_unused();
  if (!next.tensor) {
    next = {std::make_shared<Tensor>(*base), log_.size()};
  }
  log_.insert(log_.end(), edits.begin(), edits.end());
  for (; next.edits < log_.size(); ++next.edits) {
    next.tensor->at(log_[next.edits].place) = log_[next.edits].value;
  }
  given_.push_back(std::move(next));
  return given_.back().tensor;
}

TensorEdits::Given TensorEdits::take_unused() {
  const auto is_unused = [](const Given& given) { return given.tensor.use_count() == 1; };
  const auto unused = std::ranges::find_if(given_.rbegin(), given_.rend(), is_unused);
  if (unused != given_.rend()) {
    std::atomic_thread_fence(std::memory_order_acquire);  // What another thread has read of it is behind it.
    Given found = std::move(*unused);
    given_.erase(std::next(unused).base());
    return found;
  }
  if (given_.size() >= most_given) {
    given_.erase(given_.begin());  // Somebody keeps it, as the history does.
  }
  return {};
}

}  // namespace convscope
