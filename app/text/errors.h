#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>

#include "app/text/result.h"

namespace convscope::text {

/// "convscope: error: what; remedy", for standard error: one line, in English, whatever control characters a file name
/// brings.
[[nodiscard]] std::string error_line(const Error& error);

/// The same for the window: "what; remedy".
[[nodiscard]] Text sentence(const Error& error);

/// A name from a file, which may have a million letters, as a message quotes it: its beginning, and "…".
[[nodiscard]] std::string quoted(std::string_view name);

/// What the system says of a failure.
[[nodiscard]] Text cause_of(const std::error_code& cause);

/// Files of any kind. `cause` is the system's.
[[nodiscard]] Error cannot_read(std::string_view path, const std::error_code& cause);
[[nodiscard]] Error cannot_write(std::string_view path, const std::error_code& cause);
[[nodiscard]] Error not_a_file_to_read(std::string_view path);
[[nodiscard]] Error not_a_file_to_write(std::string_view path);
[[nodiscard]] Error file_too_large(std::string_view path, std::int64_t bytes, std::int64_t limit);
/// Standard output is closed or full.
[[nodiscard]] Error cannot_write_output();

}  // namespace convscope::text
