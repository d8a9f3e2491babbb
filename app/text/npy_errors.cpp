#include "app/text/npy_errors.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace convscope::text {
namespace {

/// As NumPy prints a shape: "(3, 4)", "(3,)".
std::string shape_text(const std::vector<std::int64_t>& shape) {
  return fmt::format("({}{})", fmt::join(shape, ", "), shape.size() == 1 ? "," : "");
}

}  // namespace

Error not_npy(std::string_view where, std::string_view cause) {
  return {fmt::format("{} is not a .npy file: {}", where, cause), "save an array with numpy.save"};
}

Error unsupported_npy_version(std::string_view where, int major, int minor) {
  return {fmt::format("{} is a .npy file of version {}.{}", where, major, minor),
          "save it as version 1.0 or 2.0, as numpy.save does for plain arrays"};
}

Error unsupported_npy_type(std::string_view where, std::string_view descr) {
  return {fmt::format("{} holds values of type \"{}\"", where, descr),
          "convert it to little-endian float32, float64, bool or an integer type, as with .astype('<f4')"};
}

Error unsupported_npy_rank(std::string_view where, std::size_t rank) {
  return {fmt::format("{} has {} dimensions, the limit is 4", where, rank), "reshape it"};
}

Error npy_too_large(std::string_view where, const std::vector<std::int64_t>& shape, std::int64_t limit) {
  return {fmt::format("{} has the shape {}, more than {} elements", where, shape_text(shape), limit),
          "use a smaller array"};
}

Error npy_length_mismatch(std::string_view where, const std::vector<std::int64_t>& shape, std::size_t promised_bytes,
                          std::size_t present_bytes) {
  return {fmt::format("{} promises the shape {}, {} bytes of values, but {} follow", where, shape_text(shape),
                      promised_bytes, present_bytes),
          "save it again: it is cut off or damaged"};
}

Error wrong_npy_shape(std::string_view where, const std::vector<std::int64_t>& shape, std::string_view role,
                      std::string_view expected) {
  return {fmt::format("{} has the shape {}, but {} has {}", where, shape_text(shape), role, expected),
          "reshape it; no size may be 0"};
}

}  // namespace convscope::text
