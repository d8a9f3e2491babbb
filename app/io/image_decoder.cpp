#include "app/io/image_decoder.h"

#include <cstdlib>

// Zeros, since stb_image decodes a JPEG by tables that the file need not have: a picture then still depends on its
// bytes alone, and no code is looked up outside a table.
#define STBI_MALLOC(size) std::calloc(1, size)
#define STBI_REALLOC(memory, size) std::realloc(memory, size)
#define STBI_FREE(memory) std::free(memory)
#define STBI_ASSERT(condition) static_cast<void>(0)
#define STBI_NO_STDIO
#define STBI_ONLY_BMP
#define STBI_ONLY_GIF
#define STBI_ONLY_JPEG
#define STBI_ONLY_PNG
#define STBI_ONLY_TGA
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#include <stb_image.h>

namespace convscope {
namespace {

const stbi_uc* data_of(std::string_view bytes) { return reinterpret_cast<const stbi_uc*>(bytes.data()); }
int length_of(std::string_view bytes) { return static_cast<int>(bytes.size()); }

}  // namespace

std::optional<ImageHeader> image_header(std::string_view bytes) {
  int width = 0;
  int height = 0;
  int channels = 0;
  const bool known = stbi_info_from_memory(data_of(bytes), length_of(bytes), &width, &height, &channels) != 0;
  return known && width >= 1 && height >= 1 ? std::optional(ImageHeader{{height, width}, channels}) : std::nullopt;
}

std::optional<DecodedImage> decode_image(std::string_view bytes) {
  constexpr int rgba = 4;
  int width = 0;
  int height = 0;
  int channels = 0;
  stbi_uc* const pixels = stbi_load_from_memory(data_of(bytes), length_of(bytes), &width, &height, &channels, rgba);
  if (pixels == nullptr) {
    return std::nullopt;
  }
  return DecodedImage{{height, width}, {pixels, stbi_image_free}};
}

}  // namespace convscope
