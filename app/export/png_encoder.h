#pragma once

#include <cstddef>
#include <vector>

#include "app/render/image.h"
#include "app/text/result.h"

namespace convscope {

/// The picture as a PNG file: 8-bit RGB, or RGBA where a pixel is not opaque. Lossless.
[[nodiscard]] Result<std::vector<std::byte>> encode_png(const Image& image);

}  // namespace convscope
