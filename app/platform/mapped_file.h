#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace convscope {

/// A file's bytes, read by the system as they are needed. Empty where there is no such file.
class MappedFile {
 public:
  explicit MappedFile(const std::string& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&&) = delete;
  ~MappedFile();

  [[nodiscard]] std::span<const unsigned char> bytes() const { return bytes_; }

 private:
  std::span<const unsigned char> bytes_;
};

}  // namespace convscope
