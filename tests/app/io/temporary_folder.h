#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace convscope::testing {

/// A new empty folder that goes with all it holds.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Writes a file into it and gives its path.
  std::filesystem::path write(std::string_view name, std::string_view content) const;
  /// The names of what lies in it, sorted.
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::filesystem::path path_;
};

[[nodiscard]] std::string content_of(const std::filesystem::path& file);

}  // namespace convscope::testing
