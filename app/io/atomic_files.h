#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/io/atomic_file.h"
#include "app/io/file_descriptor.h"
#include "app/text/result.h"

namespace convscope {

/// Files of one folder that belong together and appear together: until `commit` they lie in a hidden folder beside
/// their places. Without a commit that folder is removed with all that is in it, by the next program that writes there
/// if this one is killed.
class AtomicFiles {
 public:
  /// Fails when the folder takes no new files.
  [[nodiscard]] static Result<AtomicFiles> open(const std::filesystem::path& folder,
                                                Existing existing = Existing::replaced);

  AtomicFiles(AtomicFiles&& other) noexcept;
  AtomicFiles& operator=(AtomicFiles&& other) = delete;
  ~AtomicFiles();

  /// Writes one of them and brings it to the disk. `name` is that of a file in the folder, each given once.
  [[nodiscard]] Status write(const std::string& name, FileParts parts);

  /// Gives all their names, or none: when one cannot get it, those that have are removed.
  [[nodiscard]] Status commit();

 private:
  AtomicFiles(std::filesystem::path folder, Existing existing, std::filesystem::path temporary, FileDescriptor lock);

  std::filesystem::path folder_;
  Existing existing_;
  std::filesystem::path temporary_;  ///< Empty: moved from, committed or given up.
  FileDescriptor lock_;
  std::vector<std::string> names_;
};

}  // namespace convscope
