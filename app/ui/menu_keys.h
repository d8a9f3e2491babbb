#pragma once

#include <imgui.h>

#include <cstddef>
#include <optional>
#include <string>

namespace convscope {

/// The menus by the keyboard, as desktops have them: Alt and a letter open one, Left and Right go from one that is open
/// to the next. Dear ImGui's own arrows lead to the next one's name alone.
class MenuKeys {
 public:
  /// The menu of this number opens with the next frame; none: it does not.
  void ask(std::optional<std::size_t> menu) { asked_ = menu; }

  /// Before the first of `count` menus of a frame.
  void begin_bar(std::size_t count);

  /// ImGui::BeginMenu of a menu in the bar; where it gives true, `end` follows what is in it.
  [[nodiscard]] bool begin(std::size_t menu, const char* label);
  void end();

  /// After an ImGui::BeginMenu within a menu that gave false.
  void note_submenu();

 private:
  /// Where Left or Right leads to from the menu that is open.
  [[nodiscard]] std::optional<std::size_t> led_to(std::size_t count) const;

  std::optional<std::size_t> asked_;
  std::optional<std::size_t> wanted_;  ///< In this frame.
  std::optional<std::size_t> open_;
  ImGuiID window_ = 0;       ///< The open menu's.
  bool by_keys_ = false;     ///< It was opened so: what the keyboard is on is to be seen.
  bool on_submenu_ = false;  ///< The keyboard is on what opens a menu within the menu.
};

/// A menu's name with its letter, which Alt opens it by: behind it where the name does not begin so, as in "파일(F)".
[[nodiscard]] std::string with_menu_letter(const std::string& name, char letter);

/// Underlines the letter of the menu that was drawn last, while Alt is held.
void underline_menu_letter(const std::string& label, char letter);

}  // namespace convscope
