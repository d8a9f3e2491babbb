#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <span>
#include <vector>

#include "app/text/result.h"

namespace convscope {

/// What a file holds: the parts one after the other.
using FileParts = std::initializer_list<std::span<const std::byte>>;

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

  /// Writes the whole content.
  [[nodiscard]] Status write(FileParts parts) const;

  /// Brings what was written to the disk and gives it its name. Once; after a failure the temporary file is gone.
  [[nodiscard]] Status commit();

 private:
  friend Status commit_all(std::vector<AtomicFile> files);
  [[nodiscard]] Status rename_to_target();

  AtomicFile(std::filesystem::path target, std::filesystem::path temporary);

  std::filesystem::path target_;
  std::filesystem::path temporary_;  ///< Empty: moved from, committed or given up.
};

/// Commits files that belong together, all or none: none gets its name before all are on the disk; when one cannot get
/// it, those that have are removed.
[[nodiscard]] Status commit_all(std::vector<AtomicFile> files);

/// Opens, writes and commits.
[[nodiscard]] Status write_file(const std::filesystem::path& target, FileParts parts);

}  // namespace convscope
