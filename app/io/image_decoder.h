#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "engine/size.h"

namespace convscope {

/// stb_image, compiled here instead of taken from libstb: Debian compiles its assertions in, which some broken files
/// make fail, and that ends the program. Without them such a file is refused, or is a picture of nothing sensible.

/// What a file's header says; sizes of at least 1.
struct ImageHeader {
  Size size;
  int channels = 0;  ///< 1: grey, 2: grey and alpha, 3: RGB, 4: RGBA.
};
/// None when it cannot be read.
[[nodiscard]] std::optional<ImageHeader> image_header(std::string_view bytes);

struct DecodedImage {
  Size size;
  std::unique_ptr<std::uint8_t, void (*)(void*)> rgba;  ///< Four bytes a pixel, row by row.
};
/// The first picture of the file; none when it is broken.
[[nodiscard]] std::optional<DecodedImage> decode_image(std::string_view bytes);

}  // namespace convscope
