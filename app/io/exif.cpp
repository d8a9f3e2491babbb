#include "app/io/exif.h"

#include "app/io/byte_reader.h"

namespace convscope {
namespace {

constexpr std::string_view exif_signature("Exif\0\0", 6);

/// Numbers of a TIFF, in its own byte order.
class TiffReader {
 public:
  explicit TiffReader(std::string_view tiff) : tiff_(tiff), big_(tiff.starts_with("MM")) {}

  [[nodiscard]] std::uint32_t number(std::uint64_t at, std::size_t size) const {
    ByteReader reader(tiff_);
    reader.skip(at);
    return big_ ? reader.big_endian(size) : reader.little_endian(size);
  }

 private:
  std::string_view tiff_;
  bool big_;
};

/// The orientation in a TIFF's first directory, or 0.
std::uint32_t orientation_in(std::string_view tiff) {
  constexpr std::uint32_t orientation_tag = 0x0112;
  constexpr std::uint64_t entry_size = 12;
  const TiffReader reader(tiff);
  const std::uint64_t directory = reader.number(4, 4);
  const std::uint32_t entries = reader.number(directory, 2);
  for (std::uint32_t i = 0; i < entries; ++i) {
    const std::uint64_t entry = directory + 2 + i * entry_size;
    if (entry + entry_size > tiff.size()) {
      break;
    }
    if (reader.number(entry, 2) == orientation_tag) {
      return reader.number(entry + 8, 2);
    }
  }
  return 0;
}

}  // namespace

int exif_orientation(std::string_view jpeg) {
  constexpr std::uint32_t app1 = 0xffe1;
  constexpr std::uint32_t start_of_scan = 0xffda;
  ByteReader reader(jpeg);
  reader.skip(2);
  while (reader.ok()) {
    const std::uint32_t marker = reader.big_endian(2);
    const std::uint32_t length = reader.big_endian(2);
    if (marker == start_of_scan || length < 2) {
      break;
    }
    const std::string_view segment = reader.take(length - 2);
    if (marker == app1 && segment.starts_with(exif_signature)) {
      const std::uint32_t orientation = orientation_in(segment.substr(exif_signature.size()));
      return orientation >= 1 && orientation <= 8 ? static_cast<int>(orientation) : 1;
    }
  }
  return 1;
}

Tensor upright(const Tensor& picture, int orientation) {
  const Shape& from = picture.shape();
  const bool swaps = orientation >= 5;
  const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  Tensor result({1, from.channels, swaps ? from.width : from.height, swaps ? from.height : from.width});
  for (std::int64_t c = 0; c < from.channels; ++c) {
    for (std::int64_t y = 0; y < result.shape().height; ++y) {
      for (std::int64_t x = 0; x < result.shape().width; ++x) {
        const std::int64_t row = swaps ? x : y;
        const std::int64_t column = swaps ? y : x;
        result.at({0, c, y, x}) = picture.at(
            {0, c, from_bottom ? from.height - 1 - row : row, from_right ? from.width - 1 - column : column});
      }
    }
  }
  return result;
}

}  // namespace convscope
