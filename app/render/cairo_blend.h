#pragma once

#include <cairo.h>

#include <cstdint>

namespace convscope {

/// The context's source, one colour, as a pixel: premultiplied 0xAARRGGBB.
[[nodiscard]] std::uint32_t source_pixel(cairo_t* context);

/// A pixel of which `share` in 255ths is covered by an opaque colour. Blended as Cairo does it, to the last bit.
[[nodiscard]] std::uint32_t blended(std::uint32_t color, std::uint32_t below, std::uint32_t share);

}  // namespace convscope
