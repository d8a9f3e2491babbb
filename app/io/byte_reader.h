#pragma once

#include <cstdint>
#include <string_view>

namespace convscope {

/// Walks over a file's bytes. Past the end it gives zeros and remembers it.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  /// Whether everything that was asked for was there.
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  [[nodiscard]] std::string_view take(std::uint64_t count) {
    if (count > rest_.size()) {
      ok_ = false;
      rest_ = {};
      return {};
    }
    const std::string_view taken = rest_.substr(0, static_cast<std::size_t>(count));
    rest_.remove_prefix(taken.size());
    return taken;
  }
  void skip(std::uint64_t count) { (void)take(count); }

  /// An unsigned number of up to four bytes.
  [[nodiscard]] std::uint32_t big_endian(std::size_t count) {
    std::uint32_t number = 0;
    for (const char byte : take(count)) {
      number = (number << 8U) | static_cast<unsigned char>(byte);
    }
    return number;
  }
  [[nodiscard]] std::uint32_t little_endian(std::size_t count) {
    std::uint32_t number = 0;
    std::uint32_t shift = 0;
    for (const char byte : take(count)) {
      number |= static_cast<std::uint32_t>(static_cast<unsigned char>(byte)) << shift;
      shift += 8;
    }
    return number;
  }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace convscope
