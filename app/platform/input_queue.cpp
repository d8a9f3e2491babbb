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

std::vector<InputEvent> InputQueue::take_frame() {
  std::vector<InputEvent> frame;
  while (!events_.empty() && fits(events_.front(), frame)) {
    frame.push_back(events_.front());
    events_.pop_front();
  }
  return frame;
}

}  // namespace convscope
