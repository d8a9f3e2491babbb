#include "app/text/matrix_errors.h"

#include <fmt/ranges.h>

#include "app/text/phrases.h"

namespace convscope::text {
namespace {

Text at(TextPlace place) { return filled(message::at_place, place.line, place.column); }

}  // namespace

Error matrix_is_empty() { return {message::no_numbers, message::write_rows}; }

Error matrix_word(TextPlace place, std::string_view word) {
  return {filled(message::not_a_number_at, at(place), word), message::write_separated};
}

Error matrix_number_too_large(TextPlace place, std::string_view word) {
  return {filled(message::number_too_large, at(place), word), message::write_smaller};
}

Error matrix_left_out(TextPlace place) { return {filled(message::numbers_left_out, at(place)), message::print_all}; }

Error matrix_bracket_not_closed(TextPlace opened) {
  return {filled(message::bracket_not_closed, at(opened)), message::close_it};
}

Error matrix_bracket_not_opened(TextPlace place) {
  return {filled(message::bracket_not_opened, at(place)), message::open_it};
}

Error matrix_mixed_brackets(TextPlace place) {
  return {filled(message::mixed_brackets, at(place)), message::nest_alike};
}

Error matrix_missing_cell(TextPlace place) { return {filled(message::missing_cell, at(place)), message::write_zero}; }

Error matrix_too_deep(TextPlace place, int limit) {
  return {filled(message::too_deep, at(place), limit), message::remove_outer};
}

Error matrix_ragged(TextPlace place, std::int64_t found, std::int64_t expected) {
  return {filled(message::ragged, at(place), found, expected), message::make_equal};
}

Error matrix_too_long(std::int64_t limit) {
  return {filled(message::too_many_numbers, limit), message::smaller_matrix};
}

Error matrix_does_not_fit(const std::vector<std::int64_t>& shape, const Text& expected) {
  return {filled(message::matrix_is, fmt::format("{}", fmt::join(shape, " × "))), expected};
}

Text plane_or_tensor(const std::vector<std::int64_t>& tensor) {
  return filled(message::plane_or_tensor, tensor[tensor.size() - 2], tensor.back(),
                fmt::format("{}", fmt::join(tensor, " × ")));
}

Text values_of_bias(std::int64_t out_channels) { return filled(message::one_a_channel, out_channels); }

}  // namespace convscope::text
