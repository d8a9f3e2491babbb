#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "app/io/file_descriptor.h"
#include "app/text/result.h"

namespace convscope {

/// Where a text lies in a Spool.
struct SpoolPlace {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

/// Texts that wait until they are needed: few in memory, more in a file without a name, so that no memory grows with
/// them. The file goes with its owner, however that ends.
class Spool {
 public:
  /// `folder`: where the file will lie, that of the result.
  explicit Spool(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] Result<SpoolPlace> add(std::string_view text);
  [[nodiscard]] Result<std::string> read(const SpoolPlace& place) const;

 private:
  [[nodiscard]] Status write_out();

  std::filesystem::path folder_;
  FileDescriptor file_;
  std::uint64_t in_file_ = 0;
  std::string newest_;  ///< Not in the file yet.
};

}  // namespace convscope
