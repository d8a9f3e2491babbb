#include "app/render/cairo_blend.h"

#include "app/render/cairo_handles.h"

namespace convscope {
namespace {

/// Two channels at once, each times a share in 255ths, rounded as Cairo does.
std::uint32_t part_of(std::uint32_t two_channels, std::uint32_t share) {
  constexpr std::uint32_t channels = 0x00ff00ff;
  const std::uint32_t product = (two_channels & channels) * share + 0x007f007f;
  return (product + (product >> 8U & channels)) >> 8U & channels;
}

}  // namespace

std::uint32_t source_pixel(cairo_t* context) {
  std::uint32_t pixel = 0;
  const CairoSurface surface(
      cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(&pixel), CAIRO_FORMAT_ARGB32, 1, 1, 4));
  const CairoContext brush(cairo_create(surface.get()));
  cairo_set_source(brush.get(), cairo_get_source(context));
  cairo_paint(brush.get());
  cairo_surface_flush(surface.get());
  return pixel;
}

/// Both sums stay below 256, since the shares add up to 255.
std::uint32_t blended(std::uint32_t color, std::uint32_t below, std::uint32_t share) {
  const std::uint32_t rest = 255 - share;
  return (part_of(color, share) + part_of(below, rest)) | (part_of(color >> 8U, share) + part_of(below >> 8U, rest))
                                                              << 8U;
}

}  // namespace convscope
