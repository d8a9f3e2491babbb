#include "app/text/errors.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/text/phrases.h"

namespace convscope::text {
namespace {

Phrase remedy_of(const std::error_code& cause, const Phrase& otherwise) {
  if (cause == std::errc::no_such_file_or_directory || cause == std::errc::not_a_directory) {
    return message::check_the_path;
  }
  if (cause == std::errc::no_space_on_device || cause == std::errc::file_too_large) {
    return message::free_some_space;
  }
  if (cause == std::errc::permission_denied || cause == std::errc::read_only_file_system) {
    return message::get_permission;
  }
  return otherwise;
}

}  // namespace

std::string error_line(const Error& error) {
  std::string line = "convscope: error: " + error.what.to_command();
  if (!error.remedy.empty()) {
    line += "; " + error.remedy.to_command();
  }
  const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
  std::ranges::replace_if(line, is_control, '?');
  return line;
}

Text sentence(const Error& error) {
  return error.remedy.empty() ? error.what : filled(message::what_and_remedy, error.what, error.remedy);
}

std::string quoted(std::string_view name) {
  constexpr std::size_t longest = 80;
  if (name.size() <= longest) {
    return std::string(name);
  }
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xc0U) == 0x80) {
    --end;  // No letter is cut in two.
  }
  return std::string(name.substr(0, end)) + "…";
}

Text cause_of(const std::error_code& cause) {
  const std::array<std::pair<std::errc, Phrase>, 7> known{
      {{std::errc::no_such_file_or_directory, message::no_such_file},
       {std::errc::not_a_directory, message::not_a_folder},
       {std::errc::is_a_directory, message::is_a_folder},
       {std::errc::permission_denied, message::no_permission},
       {std::errc::no_space_on_device, message::no_space},
       {std::errc::read_only_file_system, message::read_only},
       {std::errc::filename_too_long, message::name_too_long}}};
  const auto* const found = std::ranges::find_if(known, [&](const auto& one) { return cause == one.first; });
  return found == known.end() ? Text(cause.message()) : Text(found->second);
}

Error cannot_read(std::string_view path, const std::error_code& cause) {
  return {filled(message::cannot_read, path, cause_of(cause)), remedy_of(cause, message::choose_another_file)};
}

Error cannot_write(std::string_view path, const std::error_code& cause) {
  return {filled(message::cannot_write, path, cause_of(cause)), remedy_of(cause, message::choose_another_place)};
}

Error not_a_file_to_read(std::string_view path) {
  return {filled(message::cannot_read, path, message::not_a_file), message::name_a_file};
}

Error not_a_file_to_write(std::string_view path) {
  return {filled(message::cannot_write, path, message::not_a_file), message::name_a_new_file};
}

Error file_too_large(std::string_view path, std::int64_t bytes, std::int64_t limit) {
  return {filled(message::cannot_read, path, filled(message::file_too_large, bytes, limit)),
          message::choose_smaller_file};
}

Error cannot_write_output() {
  return {"cannot write to standard output", "check that it is open and that its disk is not full"};
}

}  // namespace convscope::text
