#include "app/export/target.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "app/text/errors.h"
#include "app/text/export_errors.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;

/// The digits and the length of the %d or %0Nd that a text begins with.
struct NumberPattern {
  int digits = 1;
  std::size_t length = 2;
};

std::optional<NumberPattern> number_pattern(std::string_view text) {
  if (text.starts_with("%d")) {
    return NumberPattern{};
  }
  const bool padded = text.size() >= 4 && text.starts_with("%0") && text[2] >= '1' && text[2] <= '9' && text[3] == 'd';
  return padded ? std::optional(NumberPattern{text[2] - '0', 4}) : std::nullopt;
}

/// The first % from `at` on that looks like a number's place; "100%" and "5% of" say nothing of numbers.
std::size_t find_conversion(std::string_view text, std::size_t at = 0) {
  for (at = text.find('%', at); at != std::string_view::npos; at = text.find('%', at + 1)) {
    const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : ' ');
    if (next == '%' || next == '-' || std::isalnum(next) != 0) {
      break;
    }
  }
  return at;
}

/// The target with the number's place in its name, where it has one.
Result<ExportTarget> with_number(ExportTarget target, const fs::path& path) {
  const std::string name = target.name;
  const std::size_t start = find_conversion(name);
  if (start == std::string::npos) {
    const bool in_folder = find_conversion(target.folder.string()) != std::string::npos;
    return in_folder ? Result<ExportTarget>(text::bad_number_pattern(path.string())) : std::move(target);
  }
  const std::optional<NumberPattern> pattern = number_pattern(std::string_view(name).substr(start));
  if (!pattern || find_conversion(name, start + 1) != std::string::npos) {
    return text::bad_number_pattern(name);
  }
  target.name = name.substr(0, start);
  target.after_number = name.substr(start + pattern->length);
  target.digits = pattern->digits;
  target.numbered = true;
  return target;
}

Status check_folder(const fs::path& folder) {
  const fs::path shown = folder.empty() ? "." : folder;
  std::error_code error;
  const fs::file_status status = fs::status(shown, error);
  if (status.type() == fs::file_type::not_found) {
    return text::folder_missing(shown);
  }
  if (error) {
    return text::folder_not_writable(shown, error);
  }
  if (status.type() != fs::file_type::directory) {
    return text::folder_not_writable(shown, std::make_error_code(std::errc::not_a_directory));
  }
  if (access(shown.c_str(), W_OK | X_OK) != 0) {
    return text::folder_not_writable(shown, std::error_code(errno, std::generic_category()));
  }
  return Done{};
}

Status check_free(const fs::path& path, bool overwrite) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  if (status.type() == fs::file_type::not_found) {
    return Done{};
  }
  if (error) {
    return text::cannot_write(path.string(), error);
  }
  if (fs::is_directory(fs::status(path, error))) {
    return text::path_is_folder(path);
  }
  return overwrite ? Status(Done{}) : Status(text::file_exists(path));
}

}  // namespace

std::filesystem::path ExportTarget::path(std::int64_t number) const {
  if (!numbered) {
    return folder / name;
  }
  std::string figure = std::to_string(number);
  figure.insert(0, static_cast<std::size_t>(std::max(0, digits - static_cast<int>(figure.size()))), '0');
  return folder / (name + figure + after_number);
}

Result<ExportTarget> parse_target(const fs::path& path) {
  const std::optional<ExportFormat> format = format_of(path);
  if (!format) {
    return text::unknown_export_format(path);
  }
  ExportTarget target{
      .format = *format, .folder = path.parent_path(), .name = path.filename().string(), .after_number = {}};
  return traits(*format).numbered ? with_number(std::move(target), path) : target;
}

Status check_target(const ExportTarget& target, const FrameNumbers& numbers, bool overwrite) {
  const bool one_file = !target.numbered;
  if (one_file && numbers.count > 1 && !traits(target.format).holds_animation) {
    return text::number_pattern_missing(target.path(0), numbers.count);
  }
  if (Status folder = check_folder(target.folder); !folder) {
    return folder;
  }
  for (std::int64_t i = 0; i < (one_file ? 1 : numbers.count); ++i) {
    if (Status free = check_free(target.path(numbers.first + i), overwrite); !free) {
      return free;
    }
  }
  return Done{};
}

}  // namespace convscope
