#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace convscope::text::window {

/// The window's fixed texts.
inline constexpr const char* menu_file = "File";
inline constexpr const char* menu_preset = "Preset";
inline constexpr const char* menu_quit = "Quit";
inline constexpr const char* menu_view = "View";
inline constexpr const char* menu_light = "Light theme";
inline constexpr const char* menu_dark = "Dark theme";
inline constexpr const char* menu_layer_panel = "Layer panel";
inline constexpr const char* menu_arithmetic_panel = "Arithmetic panel";
inline constexpr const char* menu_full_screen = "Full screen";
inline constexpr const char* menu_help = "Help";
inline constexpr const char* menu_keys = "Keys";
inline constexpr const char* menu_about = "About ConvScope";

inline constexpr const char* preset = "Preset";
inline constexpr const char* own_layer = "(changed)";
inline constexpr const char* bias = "bias";
inline constexpr const char* front_channel = "channel in front";
inline constexpr const char* link_hint = "One value for height and width; click for one each";
inline constexpr const char* unlink_hint = "Height and width apart; click to link them";

inline constexpr const char* output_size = "Output size";
inline constexpr const char* height_and_width = "height and width";
inline constexpr const char* height = "height";
inline constexpr const char* width = "width";
inline constexpr const char* this_cell = "This cell";
inline constexpr const char* cannot_be = "This layer cannot be computed";
inline constexpr const char* picture_stays = "The last valid layer is still shown.";
inline constexpr const char* dismiss = "Keep the layer shown";

inline constexpr const char* flat = "flat";
inline constexpr const char* oblique = "oblique";
inline constexpr const char* first = "First step (Home)";
inline constexpr const char* back = "One step back (Left)";
inline constexpr const char* play = "Play (Space)";
inline constexpr const char* pause = "Pause (Space)";
inline constexpr const char* forward = "One step forward (Right)";
inline constexpr const char* last = "Last step (End)";
inline constexpr const char* close = "Close";

/// One key and what it does, as Help > Keys lists them.
struct KeyHelp {
  const char* key;
  const char* action;
};
inline constexpr KeyHelp keys[] = {{"Space", "play or pause"},
                                   {"Right, Page Down", "one step forward"},
                                   {"Left, Page Up", "one step back"},
                                   {"Home, End", "first, last step"},
                                   {"Up, Down", "faster, slower"},
                                   {"1, 2", "flat, oblique look"},
                                   {"F1", "this list"},
                                   {"F11", "full screen"},
                                   {"Ctrl+Q", "quit"},
                                   {"Mouse wheel on a slider", "one value up or down"},
                                   {"Enter, Tab", "take a typed value"},
                                   {"Esc", "leave a typed value or close a list"}};

/// "step 5 of 9"
[[nodiscard]] std::string step_of(std::int64_t step, std::int64_t steps);
/// "speed 0.5×"
[[nodiscard]] std::string speed(double speed);
/// "56 parameters · 486 multiply-adds"
[[nodiscard]] std::string counts(std::int64_t parameters, std::int64_t multiply_adds);
/// "every row is read" and its relatives, for rows or columns that the floor leaves.
[[nodiscard]] std::string unread_rows(std::int64_t rows);
[[nodiscard]] std::string unread_columns(std::int64_t columns);
[[nodiscard]] std::string unread_both(std::int64_t each);
/// "out[0, 1, 1]"
[[nodiscard]] std::string output_cell(std::int64_t channel, std::int64_t y, std::int64_t x);
/// A typed text that is no whole number.
[[nodiscard]] std::string not_a_number(std::string_view typed, std::string_view parameter);
/// A layer with too much work for a window that computes while it draws.
[[nodiscard]] std::string too_much_work(std::int64_t multiply_adds, std::int64_t limit);
[[nodiscard]] std::string about(std::string_view version);

}  // namespace convscope::text::window
