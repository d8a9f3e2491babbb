#include "app/io/image_rasters.h"

#include <cstdlib>

#include "app/io/byte_reader.h"

namespace convscope {
namespace {

void skip_gif_blocks(ByteReader& reader) {
  for (std::uint32_t length = reader.little_endian(1); length != 0 && reader.ok(); length = reader.little_endian(1)) {
    reader.skip(length);
  }
}

void skip_gif_colors(ByteReader& reader, std::uint32_t flags) {
  if ((flags & 0x80U) != 0) {
    reader.skip(3ULL << ((flags & 7U) + 1));
  }
}

}  // namespace

bool bmp_is_complete(std::string_view bytes) {
  constexpr std::uint32_t core_header = 12;
  ByteReader reader(bytes);
  reader.skip(10);
  const std::uint32_t pixels_at = reader.little_endian(4);
  const bool core = reader.little_endian(4) == core_header;
  const auto width = static_cast<std::int32_t>(reader.little_endian(core ? 2 : 4));
  const auto height = static_cast<std::int32_t>(reader.little_endian(core ? 2 : 4));
  reader.skip(2);
  const std::uint64_t bits = reader.little_endian(2);
  const std::uint32_t compression = core ? 0 : reader.little_endian(4);
  constexpr std::uint32_t bit_fields = 3;
  if (!reader.ok() || (compression != 0 && compression != bit_fields)) {
    return false;  // stb_image reads no run lengths.
  }
  const std::uint64_t row = (static_cast<std::uint64_t>(std::abs(std::int64_t{width})) * bits + 31) / 32 * 4;
  return pixels_at + row * static_cast<std::uint64_t>(std::abs(std::int64_t{height})) <= bytes.size();
}

bool gif_is_complete(std::string_view bytes) {
  constexpr std::uint32_t extension = 0x21;
  constexpr std::uint32_t image = 0x2c;
  ByteReader reader(bytes);
  reader.skip(10);
  const std::uint32_t flags = reader.little_endian(1);
  reader.skip(2);
  skip_gif_colors(reader, flags);
  while (reader.ok()) {
    const std::uint32_t block = reader.little_endian(1);
    if (block == extension) {
      reader.skip(1);
      skip_gif_blocks(reader);
    } else if (block == image) {
      reader.skip(8);
      skip_gif_colors(reader, reader.little_endian(1));
      reader.skip(1);
      skip_gif_blocks(reader);
      return reader.ok();
    } else {
      return false;
    }
  }
  return false;
}

bool tga_is_complete(std::string_view bytes) {
  constexpr std::uint32_t run_lengths = 8;  // added to a kind
  ByteReader reader(bytes);
  const std::uint32_t id = reader.little_endian(1);
  const std::uint32_t has_colors = reader.little_endian(1);
  const std::uint32_t kind = reader.little_endian(1);
  reader.skip(2);
  const std::uint32_t colors = reader.little_endian(2);
  const std::uint32_t color_bits = reader.little_endian(1);
  reader.skip(4);
  const std::uint64_t width = reader.little_endian(2);
  const std::uint64_t pixels = width * reader.little_endian(2);
  const std::uint32_t bytes_a_pixel = (reader.little_endian(1) + 7) / 8;
  reader.skip(1 + std::uint64_t{id});
  reader.skip(has_colors == 1 ? colors * ((color_bits + 7) / 8) : 0);
  if ((kind & run_lengths) == 0) {
    reader.skip(pixels * bytes_a_pixel);
    return reader.ok();
  }
  for (std::uint64_t drawn = 0; drawn < pixels && reader.ok();) {
    const std::uint32_t packet = reader.little_endian(1);
    const std::uint64_t count = (packet & 0x7fU) + 1;
    reader.skip((packet & 0x80U) != 0 ? bytes_a_pixel : count * bytes_a_pixel);
    drawn += count;
  }
  return reader.ok();
}

}  // namespace convscope
