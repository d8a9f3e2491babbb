#include "app/text/layer_errors.h"

#include "app/text/errors.h"
#include "app/text/phrases.h"

namespace convscope::text {

Error not_json(std::string_view where, const Text& cause) {
  return {filled(message::not_json, where, cause), message::correct_it};
}

Error too_many_values(std::string_view where, std::int64_t most) {
  return {filled(message::too_many_values, where, most), message::write_base64};
}

Text nested_too_deeply() { return message::nested_too_deeply; }

Text json_fault(JsonFault fault, std::int64_t line, std::int64_t column) {
  switch (fault) {
    case JsonFault::ends_early:
      return filled(message::json_ends_early, line, column);
    case JsonFault::not_utf8:
      return filled(message::json_not_utf8, line, column);
    case JsonFault::string:
      return filled(message::json_bad_string, line, column);
    case JsonFault::number:
      return filled(message::json_bad_number, line, column);
    case JsonFault::misplaced:
      break;
  }
  return filled(message::json_misplaced, line, column);
}

Text json_number_too_large() { return message::json_number_too_large; }

Error not_an_object(std::string_view where, const Text& found) {
  return {filled(message::not_a_layer, where, found), filled(message::write_a_layer)};
}

Error duplicate_key(std::string_view where, std::string_view key) {
  return {filled(message::duplicate_key, where, quoted(key)), message::leave_one};
}

Error unknown_key(std::string_view where, std::string_view key, std::string_view known_keys) {
  return {filled(message::unknown_key, where, quoted(key)), filled(message::known_keys, known_keys)};
}

Error missing_key(std::string_view where, std::string_view key, std::string_view example) {
  return {filled(message::missing_key, where, key), filled(message::add_key, key, example)};
}

Error wrong_value(std::string_view where, std::string_view key, const Text& found, const Text& expected) {
  return {filled(message::wrong_value, where, key, found), filled(message::write_value, expected)};
}

Error too_much_to_draw(std::int64_t cells, std::int64_t elements) {
  return {filled(message::too_much_to_draw, elements, cells), message::smaller_or_compute};
}

}  // namespace convscope::text
