#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <span>

#include "app/text/result.h"

namespace convscope {

/// A file that appears under its name only when it is complete. Until `commit`, whoever writes it writes to
/// `temporary()`, a new empty file in the same folder with the same extension; a target that was there before stays as
/// it is. Without a commit the temporary file is removed: a failure leaves the old file and nothing else.
class AtomicFile {
 public:
  /// Fails when the target is a folder or a device, may not be overwritten, or its folder takes no new file. A link is
  /// followed: what it points to is replaced.
  [[nodiscard]] static Result<AtomicFile> open(const std::filesystem::path& target);

  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&& other) noexcept;
  ~AtomicFile();

  /// The path to write to. Close it before `commit`.
  [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }

  /// Brings what was written to the disk and gives it its name. Once; after a failure the temporary file is gone.
  [[nodiscard]] Status commit();

 private:
  AtomicFile(std::filesystem::path target, std::filesystem::path temporary);

  std::filesystem::path target_;
  std::filesystem::path temporary_;  ///< Empty: moved from, committed or given up.
};

/// What a file holds: the parts one after the other.
using FileParts = std::initializer_list<std::span<const std::byte>>;

/// Writes a whole file that way, up to the commit: for several files that shall appear together.
[[nodiscard]] Result<AtomicFile> stage_file(const std::filesystem::path& target, FileParts parts);

/// Writes a whole file that way.
[[nodiscard]] Status write_file(const std::filesystem::path& target, FileParts parts);

}  // namespace convscope
