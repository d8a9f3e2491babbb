#include "app/render/thumbnail.h"

#include <algorithm>
#include <cmath>

#include "app/render/alpha.h"
#include "app/render/cairo_handles.h"
#include "app/render/cairo_renderer.h"
#include "engine/check.h"

namespace convscope {

Image render_thumbnail(const Scene& scene, const FontSet& fonts, double share) {
  const auto side = [share](float whole) { return std::max(1, static_cast<int>(std::lround(whole * share))); };
  Image image{side(scene.size.x), side(scene.size.y), {}};
  CHECK_LE(std::max(image.width, image.height), max_picture_side);
  image.pixels.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
  const CairoSurface surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(image.pixels.data()),
                                                                 CAIRO_FORMAT_ARGB32, image.width, image.height,
                                                                 image.width * 4));
  const CairoContext context(cairo_create(surface.get()));
  cairo_scale(context.get(), image.width / static_cast<double>(scene.size.x),
              image.height / static_cast<double>(scene.size.y));
  draw_scene(context.get(), scene, fonts);
  cairo_surface_flush(surface.get());
  make_straight(image);
  return image;
}

}  // namespace convscope
