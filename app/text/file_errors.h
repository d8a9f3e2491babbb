#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "app/text/result.h"
#include "engine/tensor.h"

namespace convscope::text {

/// Why a file of our own, in JSON, cannot be read: sessions, settings. `where` names it.
[[nodiscard]] Error not_an_object_of_keys(std::string_view where, const Text& found);
/// A file of no kind that is opened.
[[nodiscard]] Error not_to_be_opened(std::string_view where);
/// A file of 0 bytes.
[[nodiscard]] Error empty_file(std::string_view where);
[[nodiscard]] Error not_a_session(std::string_view where);
[[nodiscard]] Error newer_session(std::string_view where, std::int64_t version, std::int64_t known);
/// The layer in the file, or what else the engine says of it.
[[nodiscard]] Error in_file(std::string_view where, const Error& error);
[[nodiscard]] Error wrong_value_shape(std::string_view where, const Text& found, const Shape& expected);
[[nodiscard]] Error not_a_list(std::string_view where, const Text& found);
[[nodiscard]] Error wrong_value_count(std::string_view where, std::size_t found, std::int64_t expected);
[[nodiscard]] Error wrong_byte_count(std::string_view where, std::size_t found, std::int64_t expected);
[[nodiscard]] Error not_base64(std::string_view where);
[[nodiscard]] Error no_values(std::string_view where);
[[nodiscard]] Error values_of_a_pool(std::string_view where);

/// What can stand somewhere.
[[nodiscard]] Text a_whole_number();
[[nodiscard]] Text true_or_false();
/// For both axes or for each; the same of padding.
[[nodiscard]] Text number_or_two();
[[nodiscard]] Text any_padding();
[[nodiscard]] Text whole_number_between(std::int64_t lowest, std::int64_t highest);
[[nodiscard]] Text number_between(double lowest, double highest);
[[nodiscard]] Text a_text();
[[nodiscard]] Text a_value();
[[nodiscard]] Text two_sizes();
[[nodiscard]] Text chain_of_layers(std::size_t most);
[[nodiscard]] Text two_numbers();
[[nodiscard]] Text a_list_of_paths();

/// What stands there, where it is too long to be shown.
[[nodiscard]] Text an_array_of(std::size_t count);
[[nodiscard]] Text an_object();
[[nodiscard]] Text a_long_string();

}  // namespace convscope::text
