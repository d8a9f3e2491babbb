#include "app/export/webp_file.h"

#include <algorithm>
#include <string_view>

#include "app/text/export_errors.h"

namespace convscope {
namespace {

/// Numbers and names as RIFF has them, little-endian.
class Bytes {
 public:
  void name(std::string_view letters) {
    for (const char letter : letters) {
      bytes_.push_back(static_cast<std::byte>(letter));
    }
  }
  void number(std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) {
      bytes_.push_back(static_cast<std::byte>(value >> (8 * i) & 0xff));
    }
  }
  [[nodiscard]] std::span<const std::byte> view() const { return bytes_; }

 private:
  std::vector<std::byte> bytes_;
};

constexpr std::size_t riff_header = 12;
constexpr std::size_t chunk_header = 8;
constexpr std::size_t frame_header = 16;
constexpr std::uint64_t largest_file = 0xfffffffe;
constexpr std::int64_t longest_frame = 0xffffff;

std::uint32_t number_at(std::span<const std::byte> bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    number |= static_cast<std::uint32_t>(bytes[at + i]) << (8 * i);
  }
  return number;
}

std::uint64_t side(int pixels) { return static_cast<std::uint64_t>(pixels) - 1; }

}  // namespace

std::vector<std::byte> image_chunks(std::span<const std::byte> still) {
  std::vector<std::byte> chunks;
  for (std::size_t at = riff_header; at + chunk_header <= still.size();) {
    const std::size_t size = number_at(still, at + 4);
    const std::size_t whole = std::min(chunk_header + size + size % 2, still.size() - at);
    const auto* const letters = reinterpret_cast<const char*>(still.data() + at);
    const std::string_view name(letters, 4);
    if (name == "VP8L" || name == "VP8 " || name == "ALPH") {
      const auto chunk = still.subspan(at, whole);
      chunks.insert(chunks.end(), chunk.begin(), chunk.end());
    }
    at += whole;
  }
  return chunks;
}

Result<WebpFile> WebpFile::start(AtomicFile& file, const Settings& settings) {
  Bytes header;
  header.name("RIFF");
  header.number(0, 4);  // The size, in the end.
  header.name("WEBP");
  header.name("VP8X");
  header.number(10, 4);
  constexpr unsigned animation = 0x02;
  constexpr unsigned alpha = 0x10;
  header.number(animation | (settings.transparent ? alpha : 0), 4);
  header.number(side(settings.width), 3);
  header.number(side(settings.height), 3);
  header.name("ANIM");
  header.number(6, 4);
  header.number(0xffffffff, 4);  // Behind everything: white, where a viewer asks for it.
  header.number(settings.repeats ? 0 : 1, 2);
  WebpFile started(file);
  const Status written = started.append(header.view());
  return written ? Result<WebpFile>(started) : written.error();
}

Status WebpFile::append(std::span<const std::byte> bytes) {
  bytes_ += bytes.size();
  return bytes_ > largest_file ? Status(text::encoding_failed("WebP", "it would have more than 4 GB"))
                               : file_->append(bytes);
}

Status WebpFile::add(const WebpImage& image, std::int64_t milliseconds) {
  Bytes header;
  header.name("ANMF");
  header.number(frame_header + image.bits.size(), 4);
  header.number(static_cast<std::uint64_t>(image.left) / 2, 3);
  header.number(static_cast<std::uint64_t>(image.top) / 2, 3);
  header.number(side(image.width), 3);
  header.number(side(image.height), 3);
  header.number(static_cast<std::uint64_t>(std::clamp<std::int64_t>(milliseconds, 0, longest_frame)), 3);
  constexpr unsigned replaces = 0x02;
  header.number(image.blended ? 0 : replaces, 1);
  const Status written = append(header.view());
  return written ? append(image.bits) : written;
}

Status WebpFile::finish() {
  Bytes size;
  size.number(bytes_ - chunk_header, 4);
  return file_->replace(4, size.view());
}

}  // namespace convscope
