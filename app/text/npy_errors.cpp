#include "app/text/npy_errors.h"

#include <fmt/ranges.h>

#include "app/text/errors.h"
#include "app/text/phrases.h"

namespace convscope::text {
namespace {

/// As NumPy prints a shape: "(3, 4)", "(3,)".
std::string shape_text(const std::vector<std::int64_t>& shape) {
  return fmt::format("({}{})", fmt::join(shape, ", "), shape.size() == 1 ? "," : "");
}

const Phrase& name(ArrayRole role) {
  return role == ArrayRole::input ? message::an_input : role == ArrayRole::weight ? message::a_weight : message::a_bias;
}

}  // namespace

Error not_npy(std::string_view where, const Text& cause) {
  return {filled(message::not_npy, where, cause), message::use_numpy_save};
}

Text npy_begins_otherwise() { return message::npy_begins_otherwise; }
Text npy_ends_in_header() { return message::npy_ends_in_header; }
Text npy_header_unknown() { return message::npy_header; }

Error unsupported_npy_version(std::string_view where, int major, int minor) {
  return {filled(message::npy_version, where, major, minor), message::npy_save_version};
}

Error unsupported_npy_type(std::string_view where, std::string_view descr) {
  return {filled(message::npy_type, where, quoted(descr)), message::npy_convert};
}

Error unsupported_npy_rank(std::string_view where, std::size_t rank) {
  return {filled(message::npy_rank, where, rank), message::reshape_it};
}

Error npy_too_large(std::string_view where, const std::vector<std::int64_t>& shape, std::int64_t limit) {
  return {filled(message::npy_too_large, where, shape_text(shape), limit), message::smaller_array};
}

Error npy_length_mismatch(std::string_view where, const std::vector<std::int64_t>& shape, std::size_t promised_bytes,
                          std::size_t present_bytes) {
  return {filled(message::npy_length, where, shape_text(shape), promised_bytes, present_bytes), message::save_again};
}

Error wrong_npy_shape(std::string_view where, const std::vector<std::int64_t>& shape, ArrayRole role,
                      std::string_view expected) {
  return {filled(message::npy_shape, where, shape_text(shape), name(role), expected), message::reshape_no_zero};
}

}  // namespace convscope::text
