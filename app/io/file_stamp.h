#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace convscope {

/// Which file has a name, and when it was written: two that differ tell that another program was at it.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t file = 0;
  std::int64_t size = 0;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  bool operator==(const FileStamp&) const = default;
};

/// Of the file behind links; none where there is none.
[[nodiscard]] std::optional<FileStamp> stamp_of(const std::filesystem::path& path);

}  // namespace convscope
