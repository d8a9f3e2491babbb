#include "app/text/photo_errors.h"

#include "app/text/phrases.h"

namespace convscope::text {
namespace {

Text pixels(const Size& size) { return filled(message::pixels, size.width, size.height); }

}  // namespace

Error not_a_photo(std::string_view where) { return {filled(message::not_a_photo, where), message::convert_it}; }

Error broken_photo(std::string_view where) { return {filled(message::broken_photo, where), message::save_as_png}; }

Error photo_file_too_large(std::string_view where, const Size& size, std::int64_t limit) {
  return {filled(message::photo_file_too_large, where, pixels(size), limit, limit), message::scale_it_down};
}

Error photo_too_large(std::string_view where, const Size& size, std::int64_t limit) {
  return {filled(message::photo_too_large, where, pixels(size), limit, limit), message::smaller_size};
}

Error photo_too_small(std::string_view where, const Size& size, const Size& wanted) {
  return {filled(message::photo_too_small, where, pixels(size), pixels(wanted)), message::smaller_or_scale};
}

}  // namespace convscope::text
