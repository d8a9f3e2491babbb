#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/text/result.h"

namespace convscope {

/// The bytes of a file of at most `max_bytes`. Refuses what is no regular file (a pipe or a device may never end) and
/// larger files before anything is allocated.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::int64_t max_bytes);

}  // namespace convscope
