#pragma once

#include <sys/types.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <system_error>

#include "app/text/result.h"

namespace convscope {

/// Where a name leads, and what is there already.
struct WriteTarget {
  std::filesystem::path path;           ///< Behind links.
  std::optional<mode_t> permissions{};  ///< Of the file that is there.
};

/// What becomes of a file that has the name already.
enum class Existing { replaced, kept };

/// Gives a complete file its name, in one step. With `kept` it fails where anything has that name, even if it came a
/// moment ago.
[[nodiscard]] Status give_name(const std::filesystem::path& temporary, const std::filesystem::path& target,
                               Existing existing);

/// Fails for folders, devices, and files that may not be overwritten.
[[nodiscard]] Result<WriteTarget> find_write_target(const std::filesystem::path& named);

/// Writes all; an error of the system.
[[nodiscard]] std::error_code write_bytes(int descriptor, std::span<const std::byte> bytes);

/// Asks the disk to keep a folder's new name; not all file systems can, and then there is nothing to do about it.
void sync_folder(const std::filesystem::path& folder);

[[nodiscard]] std::error_code last_error();

}  // namespace convscope
