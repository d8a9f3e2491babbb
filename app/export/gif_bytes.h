#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace convscope {

/// Collects numbers as GIF writes them, the lower byte first.
class GifBytes {
 public:
  GifBytes& text(std::string_view letters) {
    const auto bytes = std::as_bytes(std::span(letters));
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    return *this;
  }
  GifBytes& byte(std::int64_t value) {
    bytes_.push_back(static_cast<std::byte>(value));
    return *this;
  }
  GifBytes& word(std::int64_t value) { return byte(value & 0xff).byte(value >> 8 & 0xff); }
  /// A colour table of so many entries, a power of two; black behind the palette, whose colours are 0xffRRGGBB.
  GifBytes& colors(std::span<const std::uint32_t> palette, std::size_t entries) {
    for (std::size_t i = 0; i < entries; ++i) {
      const std::uint32_t color = i < palette.size() ? palette[i] : 0;
      byte(color >> 16 & 0xff).byte(color >> 8 & 0xff).byte(color & 0xff);
    }
    return *this;
  }
  [[nodiscard]] std::vector<std::byte>& get() { return bytes_; }

 private:
  std::vector<std::byte> bytes_;
};

}  // namespace convscope
