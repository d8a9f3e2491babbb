#pragma once

#include <imgui.h>

#include <cstddef>
#include <optional>
#include <vector>

namespace convscope {

/// Where the keyboard goes next among the controls.
enum class FocusMove { none, next, previous, next_panel, previous_panel, menu };

/// What Tab does at a control.
enum class TabStop {
  none,  ///< It passes by: what the control does keys and the box beside it do, too.
  yes,
  own  ///< It comes, and leads on only by what the control itself makes of take_tab().
};

/// Tab's way through all controls, in the order in which they are drawn: one ring around all panels, or through the
/// question that lies over them. Dear ImGui's own Tab knows one panel and, of old, only its text boxes.
class KeyboardFocus {
 public:
  /// Moves with the next frame.
  void ask(FocusMove move) { asked_ = move; }

  /// Before the first control of a frame: finds where the move that was asked for leads to.
  void begin_frame();

  /// After a control that the keyboard can reach.
  void note_stop(TabStop kind);

  /// The control that was noted last gets the keyboard, as if Tab had led to it.
  void focus_last();

  /// What follows lies over all before it, which cannot be reached any more.
  void begin_sheet() { stops_.clear(); }

  /// Whether Tab was pressed in a control of its own kind.
  [[nodiscard]] bool take_tab();

 private:
  struct Stop {
    ImGuiID id = 0;
    ImGuiID panel = 0;
    TabStop kind = TabStop::yes;
  };

  [[nodiscard]] std::optional<std::size_t> current() const;
  [[nodiscard]] std::size_t target(FocusMove move) const;
  [[nodiscard]] std::size_t in_panel(std::size_t from, bool forward) const;

  FocusMove asked_ = FocusMove::none;
  std::vector<Stop> stops_;  ///< As far as the frame has come; at its start those of the last one.
  ImGuiID reached_ = 0;      ///< Where it came with the last move: the frame around it is still to be shown.
  ImGuiID wanted_ = 0;
  ImGuiID used_ = 0;       ///< The last one that was pressed, typed into or gone to.
  bool tab_left_ = false;  ///< For take_tab().
};

/// What the keyboard is on has its frame from now on, as if a key had led there.
void show_keyboard_focus();
/// A mouse that lies still chooses nothing until it moves.
void ignore_resting_mouse();

/// A frame around the last item while the keyboard is on it, for items that have none of their own.
void draw_focus_frame();

}  // namespace convscope
