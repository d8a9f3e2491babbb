#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <span>

#include "app/io/file_descriptor.h"
#include "app/io/write_target.h"
#include "app/text/result.h"

namespace convscope {

/// What a file holds: the parts one after the other.
using FileParts = std::initializer_list<std::span<const std::byte>>;

/// A file that appears under its name only when it is complete. Until `commit`, whoever writes it writes to
/// `temporary()`, a new empty file in the same folder with the same extension, or through `append`; a target that was
/// there before stays as it is. Without a commit the temporary file is removed: a failure leaves the old file and
/// nothing else. What a killed program left in the folder is removed by the next that opens a file there.
class AtomicFile {
 public:
  /// Fails when the target is a folder or a device, may not be overwritten, or its folder takes no new file. A link is
  /// followed: what it points to is replaced.
  [[nodiscard]] static Result<AtomicFile> open(const std::filesystem::path& target,
                                               Existing existing = Existing::replaced);

  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&& other) noexcept;
  ~AtomicFile();

  /// The path to write to. Close it before `commit`.
  [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }

  /// Where the file is, and its temporary one.
  [[nodiscard]] std::filesystem::path folder() const { return target_.parent_path(); }

  /// Writes behind what `append` wrote before.
  [[nodiscard]] Status append(std::span<const std::byte> bytes);

  /// Writes over what stands at this place, in bytes from the beginning.
  [[nodiscard]] Status replace(std::int64_t place, std::span<const std::byte> bytes);

  /// Writes the whole content.
  [[nodiscard]] Status write(FileParts parts);

  /// Brings what was written to the disk and gives it its name. Once; after a failure the temporary file is gone.
  [[nodiscard]] Status commit();

 private:
  AtomicFile(std::filesystem::path target, Existing existing, std::filesystem::path temporary, FileDescriptor file);

  std::filesystem::path target_;
  Existing existing_;
  std::filesystem::path temporary_;  ///< Empty: moved from, committed or given up.
  FileDescriptor file_;              ///< Open and locked while the temporary file is needed.
};

/// Opens, writes and commits.
[[nodiscard]] Status write_file(const std::filesystem::path& target, FileParts parts);

}  // namespace convscope
