#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/text/phrases.h"
#include "app/text/text.h"

namespace convscope::text::window {

/// Names of parameters and of their values are those of files and code, the same in every language.
inline constexpr const char* bias = "bias";
inline constexpr const char* flip_kernel = "flip_kernel";
inline constexpr const char* padding_same = "same";
inline constexpr const char* padding_valid = "valid";

inline constexpr const char* im2col = "im2col";

/// One key and what it does, as Help > Keys lists them. Keys with a sign are called by it in every language.
struct KeyHelp {
  Phrase key;
  Phrase action;
};
inline constexpr KeyHelp keys[] = {{key_space, does_play},
                                   {key_right, does_forward},
                                   {key_left, does_back},
                                   {key_whole_steps, does_whole_steps},
                                   {{"Home, End", "Home, End"}, does_ends},
                                   {key_up_down, does_speed},
                                   {{"1, 2, 3", "1, 2, 3"}, does_looks},
                                   {key_camera, does_camera},
                                   {{"Ctrl+O, Ctrl+S, Ctrl+E", "Ctrl+O, Ctrl+S, Ctrl+E"}, does_files},
                                   {{"Ctrl+Shift+C", "Ctrl+Shift+C"}, does_copy_picture},
                                   {{"Ctrl+Z, Ctrl+Shift+Z", "Ctrl+Z, Ctrl+Shift+Z"}, does_undo},
                                   {{"B", "B"}, does_paint},
                                   {key_shift_arrows, does_shift_arrows},
                                   {key_shift_pages, does_shift_pages},
                                   {key_digits, does_digits},
                                   {{"F1", "F1"}, does_list},
                                   {{"Ctrl+P", "Ctrl+P"}, does_commands},
                                   {{"F11, F5", "F11, F5"}, does_present},
                                   {{"L", "L"}, does_spotlight},
                                   {{"Ctrl++, Ctrl+-", "Ctrl++, Ctrl+-"}, does_type_size},
                                   {{"Ctrl+Q", "Ctrl+Q"}, does_quit},
                                   {key_wheel_slider, does_wheel_slider},
                                   {{"Tab, Shift+Tab", "Tab, Shift+Tab"}, does_tab},
                                   {{"F6, Shift+F6", "F6, Shift+F6"}, does_panels},
                                   {{"F10", "F10"}, does_menus},
                                   {{"Alt+F, E, V, H", "Alt+F, E, V, H"}, does_open_menus},
                                   {{"Enter, Tab", "Enter, Tab"}, does_enter},
                                   {key_wheel_picture, does_zoom},
                                   {key_drag_picture, does_drag},
                                   {key_click, does_pin},
                                   {{"Esc", "Esc"}, does_escape}};

/// "step 5 of 9"
[[nodiscard]] std::string step_of(Language language, std::int64_t step, std::int64_t steps);
/// "channel 2 of 3", "tap 7 of 27": the part of a step that is being added.
[[nodiscard]] std::string channel_of(Language language, std::int64_t channel, std::int64_t channels);
[[nodiscard]] std::string tap_of(Language language, std::int64_t tap, std::int64_t taps);
/// "speed 0.5×"
[[nodiscard]] std::string speed(Language language, double speed);
/// "channel in front 2"
[[nodiscard]] std::string front_channel(Language language, std::int64_t channel);
/// "of out[0, 1, 1]": whose gradient it is.
[[nodiscard]] std::string of_cell(Language language, std::string_view cell);
/// "padding at the top"
enum class Side { top, bottom, left, right };
[[nodiscard]] std::string padding_side(Language language, Side side);
/// "56 parameters · 486 multiply-adds"
[[nodiscard]] std::string counts(Language language, std::int64_t parameters, std::int64_t multiply_adds);
/// Of a pool: "no parameters · 81 cells read"
[[nodiscard]] std::string cells_read(Language language, std::int64_t cells);
/// Of a transposed layer: what the kernels cover, and what padding crops of it.
[[nodiscard]] std::string cropped(Language language, std::int64_t covered, std::int64_t cropped);
/// "no row is left over at the bottom" and its relatives, for rows or columns that the floor leaves.
[[nodiscard]] std::string unread_rows(Language language, std::int64_t rows);
[[nodiscard]] std::string unread_columns(Language language, std::int64_t columns);
[[nodiscard]] std::string unread_both(Language language, std::int64_t each);
/// A typed text that is no whole number.
[[nodiscard]] Text not_a_number(std::string_view typed, std::string_view parameter);
[[nodiscard]] std::string about(Language language, std::string_view version);

}  // namespace convscope::text::window
