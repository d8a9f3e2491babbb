#include "app/text/window.h"

namespace convscope::text::window {

std::string step_of(Language language, std::int64_t step, std::int64_t steps) {
  return filled(language, step_of_steps, step, steps);
}

std::string channel_of(Language language, std::int64_t channel, std::int64_t channels) {
  return filled(language, channel_of_channels, channel, channels);
}

std::string tap_of(Language language, std::int64_t tap, std::int64_t taps) {
  return filled(language, tap_of_taps, tap, taps);
}

std::string speed(Language language, double speed) { return filled(language, speed_words, speed); }

std::string front_channel(Language language, std::int64_t channel) {
  return filled(language, channel_in_front, channel);
}

std::string of_cell(Language language, std::string_view cell) { return filled(language, gradient_of, cell); }

std::string padding_side(Language language, Side side) {
  switch (side) {
    case Side::top:
      return padding_top.in(language);
    case Side::bottom:
      return padding_bottom.in(language);
    case Side::left:
      return padding_left.in(language);
    case Side::right:
      return padding_right.in(language);
  }
  return {};
}

std::string cells_read(Language language, std::int64_t cells) { return counted(language, pool_cells_read, cells); }

std::string cropped(Language language, std::int64_t covered, std::int64_t cropped) {
  return cropped == 0 ? filled(language, nothing_cropped, covered) : filled(language, padding_crops, covered, cropped);
}

std::string counts(Language language, std::int64_t parameters, std::int64_t multiply_adds) {
  return counted(language, parameter_count, parameters) + " · " + counted(language, multiply_add_count, multiply_adds);
}

std::string unread_rows(Language language, std::int64_t rows) {
  return rows == 0 ? no_row_left.in(language) : counted(language, rows_unread, rows);
}

std::string unread_columns(Language language, std::int64_t columns) {
  return columns == 0 ? no_column_left.in(language) : counted(language, columns_unread, columns);
}

std::string unread_both(Language language, std::int64_t each) {
  return each == 0 ? nothing_left.in(language) : counted(language, both_unread, each);
}

Text not_a_number(std::string_view typed, std::string_view parameter) {
  return filled(no_whole_number, typed, parameter);
}

std::string about(Language language, std::string_view version) { return filled(language, about_text, version); }

}  // namespace convscope::text::window
