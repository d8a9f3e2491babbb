#include "app/platform/input_queue.h"

namespace convscope {
namespace {

template <typename Kind>
bool is(const InputEvent& event) {
  return std::holds_alternative<Kind>(event);
}

bool is_change(const InputEvent& event) { return is<ButtonChanged>(event) || is<KeyChanged>(event); }

/// Whether an event may be seen in the same frame as those before it.
bool fits(const InputEvent& event, const std::vector<InputEvent>& before) {
  const auto any = [&before](auto&& test) {
    for (const InputEvent& earlier : before) {
      if (test(earlier)) {
        return true;
      }
    }
    return false;
  };
  if (is<ButtonChanged>(event)) {
    return before.empty();
  }
  if (is<KeyChanged>(event)) {
    return !any(is_change) && !any(is<CharacterTyped>);
  }
  if (is<CharacterTyped>(event)) {
    return !any(is<ButtonChanged>);
  }
  if (is<CursorMoved>(event) || is<Scrolled>(event)) {
    return !any(is_change);
  }
  return true;
}

/// In GLFW's numbers: a key that has a character printed on it.
bool is_printable(int key) {
  constexpr int space = 32;
  constexpr int last_letter_of_others = 162;  // GLFW_KEY_WORLD_2
  return key >= space && key <= last_letter_of_others;
}

bool is_shift(int key) {
  constexpr int left_shift = 340;
  constexpr int right_shift = 344;
  return key == left_shift || key == right_shift;
}

bool merge(InputEvent& last, const InputEvent& event) {
  if (is<CursorMoved>(last) && is<CursorMoved>(event)) {
    last = event;
    return true;
  }
  if (is<Scrolled>(last) && is<Scrolled>(event)) {
    auto& sum = std::get<Scrolled>(last);
    sum = {sum.x + std::get<Scrolled>(event).x, sum.y + std::get<Scrolled>(event).y};
    return true;
  }
  const auto* key = std::get_if<KeyChanged>(&event);
  return key != nullptr && key->action == KeyAction::repeat && last == event;
}

}  // namespace

void InputQueue::push(const InputEvent& event) {
  if (events_.empty() || !merge(events_.back(), event)) {
    events_.push_back(event);
  }
}

std::size_t InputQueue::typed() const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < events_.size(); ++i) {
    if (is<CharacterTyped>(events_[i])) {
      count = i + 1;
      continue;
    }
    const auto* key = std::get_if<KeyChanged>(&events_[i]);
    const bool types = key != nullptr && (is_printable(key->key) || is_shift(key->key));
    if (!types) {
      break;
    }
    if (key->action != KeyAction::release && is_printable(key->key)) {
      if (i + 1 == events_.size() || !is<CharacterTyped>(events_[i + 1])) {
        break;  // A shortcut.
      }
    } else if (key->action == KeyAction::release && count == i) {
      count = i + 1;
    }
  }
  return count;
}

std::vector<InputEvent> InputQueue::take_frame(bool typing) {
  std::vector<InputEvent> frame;
  if (const std::size_t count = typing ? typed() : 0; count > 0) {
    const auto end = events_.begin() + static_cast<std::ptrdiff_t>(count);
    frame.assign(events_.begin(), end);
    events_.erase(events_.begin(), end);
    return frame;
  }
  while (!events_.empty() && fits(events_.front(), frame)) {
    frame.push_back(events_.front());
    events_.pop_front();
  }
  return frame;
}

}  // namespace convscope
