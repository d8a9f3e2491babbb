#include "app/export/png_encoder.h"

#include <png.h>

#include <algorithm>
#include <cstdint>
#include <new>
#include <string_view>

#include "app/text/export_errors.h"

namespace convscope {
namespace {

bool is_opaque(const Image& image) {
  return std::ranges::all_of(image.pixels, [](std::uint32_t pixel) { return pixel >> 24 == 0xff; });
}

/// The colours' bytes, one behind the other.
std::vector<std::uint8_t> packed(const Image& image, bool with_alpha) {
  std::vector<std::uint8_t> bytes(image.pixels.size() * (with_alpha ? 4 : 3));
  std::uint8_t* out = bytes.data();
  for (const std::uint32_t pixel : image.pixels) {
    *out++ = static_cast<std::uint8_t>(pixel >> 16);
    *out++ = static_cast<std::uint8_t>(pixel >> 8);
    *out++ = static_cast<std::uint8_t>(pixel);
    if (with_alpha) {
      *out++ = static_cast<std::uint8_t>(pixel >> 24);
    }
  }
  return bytes;
}

}  // namespace

Result<std::vector<std::byte>> encode_png(const Image& image) {
  const bool with_alpha = !is_opaque(image);
  const std::vector<std::uint8_t> pixels = packed(image, with_alpha);
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  png.width = static_cast<png_uint_32>(image.width);
  png.height = static_cast<png_uint_32>(image.height);
  png.format = with_alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  png.flags = PNG_IMAGE_FLAG_FAST;  // No filters: diagrams get smaller without them.
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
  std::vector<std::byte> bytes(size);
  if (png_image_write_to_memory(&png, bytes.data(), &size, 0, pixels.data(), 0, nullptr) == 0) {
    return text::encoding_failed("PNG", std::string_view(png.message));
  }
  bytes.resize(size);
  bytes.shrink_to_fit();
  return bytes;
}

}  // namespace convscope
