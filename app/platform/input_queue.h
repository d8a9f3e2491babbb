#pragma once

#include <deque>
#include <variant>
#include <vector>

namespace convscope {

/// What happened to the window, in GLFW's numbers: pixels of the window, GLFW_KEY_…, GLFW_MOUSE_BUTTON_…, GLFW_MOD_….
struct CursorMoved {
  double x = 0;
  double y = 0;
  bool operator==(const CursorMoved&) const = default;
};
struct CursorEntered {
  bool inside = false;
  bool operator==(const CursorEntered&) const = default;
};
struct FocusChanged {
  bool focused = false;
  bool operator==(const FocusChanged&) const = default;
};
struct ButtonChanged {
  int button = 0;
  bool down = false;
  int modifiers = 0;
  bool operator==(const ButtonChanged&) const = default;
};
struct Scrolled {
  double x = 0;
  double y = 0;
  bool operator==(const Scrolled&) const = default;
};
enum class KeyAction { press, repeat, release };
struct KeyChanged {
  int key = 0;
  int scancode = 0;
  KeyAction action = KeyAction::press;
  int modifiers = 0;
  bool operator==(const KeyChanged&) const = default;
};
struct CharacterTyped {
  unsigned int code_point = 0;
  bool operator==(const CharacterTyped&) const = default;
};

using InputEvent =
    std::variant<CursorMoved, CursorEntered, FocusChanged, ButtonChanged, Scrolled, KeyChanged, CharacterTyped>;

/// Events between their arrival and the frames that take them. Panels look at the state of the mouse and the keys once
/// a frame, so a press and its release, or a move and the click after it, must not fall into the same one.
class InputQueue {
 public:
  /// Moves in a row, scrolls in a row and repeats of a held key become one: a slow frame does not lag behind.
  void push(const InputEvent& event);

  /// The next frame's share, in order: at most one press or release, after a move only in a later frame, and with the
  /// characters that it typed. While a text has the focus (`typing`), all characters that wait come at once with their
  /// keys: only the text takes them, and a slow frame does not lag behind.
  [[nodiscard]] std::vector<InputEvent> take_frame(bool typing = false);

  [[nodiscard]] bool empty() const { return events_.empty(); }

 private:
  /// How many events at the front do no more than to type.
  [[nodiscard]] std::size_t typed() const;

  std::deque<InputEvent> events_;
};

}  // namespace convscope
