#pragma once

#include <filesystem>
#include <string_view>

#include "app/io/file_descriptor.h"

namespace convscope {

/// A file or folder beside its target under a hidden name of its own, open, and locked for as long as it is: who may
/// still need it can be told from who was killed.
struct Temporary {
  std::filesystem::path path;
  FileDescriptor descriptor;  ///< Not open: it could not be created, and errno says why.
};

/// A new empty file for reading and writing. `extension` with its dot: encoders go by it.
[[nodiscard]] Temporary create_temporary_file(const std::filesystem::path& folder, std::string_view extension);

[[nodiscard]] Temporary create_temporary_folder(const std::filesystem::path& folder);

/// Removes what programs that were killed have left of both in a folder; what others are still at stays.
void remove_stale_temporaries(const std::filesystem::path& folder);

}  // namespace convscope
