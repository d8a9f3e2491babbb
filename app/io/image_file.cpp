#include "app/io/image_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "app/io/byte_reader.h"
#include "app/io/image_rasters.h"
#include "app/io/jpeg_segments.h"

namespace convscope {
namespace {

constexpr std::string_view png_signature = "\x89PNG\r\n\x1a\n";

/// The CRC-32 of PNG (ISO 3309, polynomial 0xedb88320).
std::uint32_t crc32(std::string_view bytes) {
  static constexpr std::array<std::uint32_t, 256> table = [] {
    std::array<std::uint32_t, 256> values{};
    for (std::uint32_t i = 0; i < values.size(); ++i) {
      values[i] = i;
      for (int bit = 0; bit < 8; ++bit) {
        values[i] = (values[i] >> 1U) ^ ((values[i] & 1U) != 0 ? 0xedb88320U : 0U);
      }
    }
    return values;
  }();
  std::uint32_t crc = 0xffffffffU;
  for (const char byte : bytes) {
    crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xffU] ^ (crc >> 8U);
  }
  return ~crc;
}

bool png_is_complete(std::string_view bytes) {
  ByteReader reader(bytes);
  reader.skip(png_signature.size());
  while (reader.ok()) {
    const std::uint32_t length = reader.big_endian(4);
    const std::string_view kind_and_data = reader.take(std::uint64_t{length} + 4);
    if (reader.big_endian(4) != crc32(kind_and_data) || !reader.ok()) {
      return false;
    }
    if (kind_and_data.starts_with("IEND")) {
      return true;
    }
  }
  return false;
}

bool is_named_tga(std::string_view name) {
  constexpr std::string_view ending = ".tga";
  std::string end(name.substr(name.size() - std::min(name.size(), ending.size())));
  std::ranges::transform(end, end.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return end == ending;
}

}  // namespace

std::optional<ImageKind> image_kind(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with(png_signature)) {
    return ImageKind::png;
  }
  if (bytes.starts_with("\xff\xd8\xff")) {
    return ImageKind::jpeg;
  }
  if (bytes.starts_with("BM")) {
    return ImageKind::bmp;
  }
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) {
    return ImageKind::gif;
  }
  return is_named_tga(name) ? std::optional(ImageKind::tga) : std::nullopt;
}

bool is_complete(std::string_view bytes, ImageKind kind) {
  switch (kind) {
    case ImageKind::png:
      return png_is_complete(bytes);
    case ImageKind::jpeg:
      return jpeg_is_complete(bytes);
    case ImageKind::bmp:
      return bmp_is_complete(bytes);
    case ImageKind::tga:
      return tga_is_complete(bytes);
    case ImageKind::gif:
      return gif_is_complete(bytes);
  }
  return false;
}

}  // namespace convscope
