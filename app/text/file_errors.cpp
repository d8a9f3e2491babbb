#include "app/text/file_errors.h"

#include "app/text/phrases.h"

namespace convscope::text {
namespace {

std::string shape_text(const Shape& s) {
  return fmt::format("[{}, {}, {}, {}]", s.batch, s.channels, s.height, s.width);
}

}  // namespace

Error not_an_object_of_keys(std::string_view where, const Text& found) {
  return {filled(message::no_object_of_keys, where, found), filled(message::write_an_object)};
}

Error not_to_be_opened(std::string_view where) {
  return {filled(message::not_to_be_opened, where), message::open_what_is_known};
}

Error empty_file(std::string_view where) { return {filled(message::empty_file, where), message::open_what_is_known}; }

Error not_a_session(std::string_view where) {
  return {filled(message::not_a_session, where), message::open_a_saved_file};
}

Error newer_session(std::string_view where, std::int64_t version, std::int64_t known) {
  return {filled(message::newer_session, where, version, known), message::use_newer};
}

Error in_file(std::string_view where, const Error& error) {
  return {filled(message::in_file, where, error.what), error.remedy};
}

Error wrong_value_shape(std::string_view where, const Text& found, const Shape& expected) {
  return {filled(message::wrong_value_shape, where, found, shape_text(expected)), message::give_as_many};
}

Error not_a_list(std::string_view where, const Text& found) {
  return {filled(message::not_a_list, where, found), message::give_as_many};
}

Error wrong_value_count(std::string_view where, std::size_t found, std::int64_t expected) {
  return {filled(message::wrong_value_count, where, found, expected), message::give_as_many};
}

Error wrong_byte_count(std::string_view where, std::size_t found, std::int64_t expected) {
  return {filled(message::wrong_byte_count, where, found, expected), message::save_session_again};
}

Error not_base64(std::string_view where) { return {filled(message::not_base64, where), message::save_session_again}; }

Error no_values(std::string_view where) { return {filled(message::no_values, where), message::give_one_of_them}; }

Error values_of_a_pool(std::string_view where) { return {filled(message::op_has_none, where), message::leave_it_out}; }

Text whole_number_between(std::int64_t lowest, std::int64_t highest) {
  return filled(message::whole_number_between, lowest, highest);
}

Text number_between(double lowest, double highest) { return filled(message::number_between, lowest, highest); }

Text a_whole_number() { return message::whole_number; }
Text number_or_two() { return message::number_or_two; }
Text any_padding() { return message::any_padding; }
Text true_or_false() { return message::true_or_false; }
Text a_text() { return message::a_text; }
Text a_value() { return message::a_value; }
Text two_sizes() { return message::two_sizes; }
Text two_numbers() { return message::two_numbers; }
Text a_list_of_paths() { return message::list_of_paths; }

Text chain_of_layers(std::size_t most) { return filled(message::list_of_layers, most); }

Text an_array_of(std::size_t count) { return filled(message::array_of, count); }
Text an_object() { return message::an_object; }
Text a_long_string() { return message::a_long_value; }

}  // namespace convscope::text
