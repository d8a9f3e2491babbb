#include "app/document/history.h"

#include <utility>

namespace convscope {
namespace {

/// What a state holds that the one before it does not.
std::size_t own_bytes(const Document& state, const Document* before) {
  const auto bytes = [](const std::shared_ptr<const Tensor>& tensor) {
    return tensor ? tensor->values().size_bytes() : 0;
  };
  std::size_t total = state.bias.size() * sizeof(float);
  total += before != nullptr && before->input == state.input ? 0 : bytes(state.input);
  return total + (before != nullptr && before->weight == state.weight ? 0 : bytes(state.weight));
}

}  // namespace

History::History(Document document) : states_{std::move(document)}, saved_(states_.front()) {}

void History::change(Document changed, std::string_view key) {
  is_saved_.reset();
  if (!key.empty() && key == open_key_) {
    states_[at_] = std::move(changed);
    return;
  }
  close();
  if (is_equal_by_glance(changed, now())) {
    return;
  }
  push(std::move(changed));
  open_key_ = key;
}

void History::push(Document changed) {
  states_.resize(at_ + 1);
  states_.push_back(std::move(changed));
  ++at_;
  forget_oldest();
}

void History::forget_oldest() {
  std::size_t bytes = 0;
  std::size_t kept = states_.size();
  while (kept > 0) {
    const Document* before = kept > 1 ? &states_[kept - 2] : nullptr;
    bytes += own_bytes(states_[kept - 1], before);
    const std::size_t steps = states_.size() - kept;
    if (steps >= 2 && (bytes > most_bytes || steps > most_steps)) {  // The last step can always be undone.
      break;
    }
    --kept;
  }
  states_.erase(states_.begin(), states_.begin() + static_cast<std::ptrdiff_t>(kept));
  at_ = states_.size() - 1;
}

void History::close() {
  is_saved_.reset();
  if (open_key_.empty()) {
    return;
  }
  open_key_.clear();
  if (at_ > 0 && is_equal_by_glance(states_[at_], states_[at_ - 1])) {
    states_.pop_back();
    --at_;
  }
}

bool History::can_undo() const {
  return at_ > 0 && (open_key_.empty() || at_ > 1 || !is_equal_by_glance(states_[at_], states_[at_ - 1]));
}

void History::undo() {
  close();
  if (at_ > 0) {
    --at_;
  }
}

void History::redo() {
  close();
  if (can_redo()) {
    ++at_;
  }
}

void History::mark_saved(Document saved) {
  close();
  saved_ = std::move(saved);
  is_saved_.reset();
}

bool History::is_saved() const {
  if (!open_key_.empty()) {
    return saved_ && is_same(*saved_, now());  // A drag that came back is told when it ends.
  }
  if (!is_saved_) {
    is_saved_ = saved_ && is_equal_by_glance(*saved_, now());
  }
  return *is_saved_;
}

}  // namespace convscope
