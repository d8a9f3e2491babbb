#include "tests/app/io/photo_files.h"

#include <gtest/gtest.h>
#include <stb_image_write.h>

#include <algorithm>

namespace convscope::testing {
namespace {

void append(void* context, void* data, int size) {
  static_cast<std::string*>(context)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

int width_of(const Picture& picture) { return static_cast<int>(picture.size.width); }
int height_of(const Picture& picture) { return static_cast<int>(picture.size.height); }

std::string little_endian(std::size_t number) {
  return {static_cast<char>(number & 0xffU), static_cast<char>(number >> 8U)};
}

/// The colours of a picture, and for each pixel which it is.
struct Indexed {
  std::string colors;
  std::string pixels;
};

Indexed indexed(const Picture& picture) {
  Indexed result;
  for (std::size_t i = 0; i < picture.parts.size(); i += 3) {
    const std::string color(picture.parts.begin() + static_cast<std::ptrdiff_t>(i),
                            picture.parts.begin() + static_cast<std::ptrdiff_t>(i) + 3);
    std::size_t at = 0;
    while (at < result.colors.size() && result.colors.compare(at, 3, color) != 0) {
      at += 3;
    }
    if (at == result.colors.size()) {
      result.colors += color;
    }
    result.pixels += static_cast<char>(at / 3);
  }
  EXPECT_LE(result.colors.size(), 3 * 128U);
  result.colors.resize(3 * 128U);
  return result;
}

}  // namespace

Picture ramps(const Size& size) {
  Picture picture{size, 3, {}};
  for (std::int64_t y = 0; y < size.height; ++y) {
    for (std::int64_t x = 0; x < size.width; ++x) {
      const auto part = [](std::int64_t at, std::int64_t count) { return static_cast<std::uint8_t>(255 * at / count); };
      picture.parts.insert(picture.parts.end(), {part(x, size.width), part(y, size.height), part((x + y) % 2, 2)});
    }
  }
  return picture;
}

std::string png_of(const Picture& p) {
  std::string bytes;
  EXPECT_TRUE(stbi_write_png_to_func(append, &bytes, width_of(p), height_of(p), p.channels, p.parts.data(), 0) != 0);
  return bytes;
}

std::string jpeg_of(const Picture& p) {
  constexpr int quality = 95;
  std::string bytes;
  EXPECT_TRUE(stbi_write_jpg_to_func(append, &bytes, width_of(p), height_of(p), p.channels, p.parts.data(), quality) !=
              0);
  return bytes;
}

std::string bmp_of(const Picture& p) {
  std::string bytes;
  EXPECT_TRUE(stbi_write_bmp_to_func(append, &bytes, width_of(p), height_of(p), p.channels, p.parts.data()) != 0);
  return bytes;
}

std::string tga_of(const Picture& p) {
  std::string bytes;
  EXPECT_TRUE(stbi_write_tga_to_func(append, &bytes, width_of(p), height_of(p), p.channels, p.parts.data()) != 0);
  return bytes;
}

/// Codes of eight bits: the table is cleared before it would need nine.
std::string gif_of(const Picture& picture) {
  constexpr std::size_t longest_run = 100;
  constexpr char clear = '\x80';
  constexpr char end = '\x81';
  const Indexed pixels = indexed(picture);
  const std::string size = little_endian(static_cast<std::size_t>(picture.size.width)) +
                           little_endian(static_cast<std::size_t>(picture.size.height));
  std::string bytes = "GIF89a" + size + std::string("\xf6\0\0", 3) + pixels.colors;
  bytes.append(",\0\0\0\0", 5).append(size).append("\0\7", 2);
  for (std::size_t at = 0; at < pixels.pixels.size(); at += longest_run) {
    const std::string run = pixels.pixels.substr(at, longest_run);
    bytes += static_cast<char>(run.size() + 1);
    bytes += clear + run;
  }
  return bytes + '\1' + end + '\0' + ';';
}

}  // namespace convscope::testing
