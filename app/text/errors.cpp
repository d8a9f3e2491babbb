#include "app/text/errors.h"

#include <fmt/format.h>

#include <algorithm>

namespace convscope::text {
namespace {

std::string remedy_of(const std::error_code& cause, const char* otherwise) {
  if (cause == std::errc::no_such_file_or_directory || cause == std::errc::not_a_directory) {
    return "check the path: a folder or the file itself is not there";
  }
  if (cause == std::errc::no_space_on_device || cause == std::errc::file_too_large) {
    return "free some space or choose another place";
  }
  if (cause == std::errc::permission_denied || cause == std::errc::read_only_file_system) {
    return "choose a place where you have the permission, or change it";
  }
  return otherwise;
}

}  // namespace

std::string error_line(const Error& error) {
  std::string line = "convscope: error: " + error.what;
  if (!error.remedy.empty()) {
    line += "; " + error.remedy;
  }
  const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
  std::ranges::replace_if(line, is_control, '?');
  return line;
}

Error cannot_read(std::string_view path, const std::error_code& cause) {
  return {fmt::format("cannot read {}: {}", path, cause.message()), remedy_of(cause, "choose another file")};
}

Error cannot_write(std::string_view path, const std::error_code& cause) {
  return {fmt::format("cannot write {}: {}", path, cause.message()), remedy_of(cause, "choose another place")};
}

Error not_a_file_to_read(std::string_view path) {
  return {fmt::format("cannot read {}: it is a folder or a device, not a file", path), "name a file"};
}

Error not_a_file_to_write(std::string_view path) {
  return {fmt::format("cannot write {}: it is a folder or a device, not a file", path),
          "name a new file or one to replace"};
}

Error file_too_large(std::string_view path, std::int64_t bytes, std::int64_t limit) {
  return {fmt::format("cannot read {}: it has {} bytes and the limit is {}", path, bytes, limit),
          "choose a smaller file"};
}

Error cannot_write_output() {
  return {"cannot write to standard output", "check that it is open and that its disk is not full"};
}

}  // namespace convscope::text
