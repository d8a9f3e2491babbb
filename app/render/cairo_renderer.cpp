#include "app/render/cairo_renderer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <variant>

#include "app/render/cairo_handles.h"
#include "app/render/cairo_plane.h"
#include "app/render/cairo_text.h"
#include "engine/check.h"

namespace convscope {
namespace {

void draw_line(cairo_t* context, const Scene& scene, const Line& line) {
  const Vec2 from = scene.camera.project(line.from);
  const Vec2 to = scene.camera.project(line.to);
  cairo_move_to(context, from.x, from.y);
  cairo_line_to(context, to.x, to.y);
  set_color(context, line.color);
  cairo_set_line_width(context, line.width * scene.content_scale);
  cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
  cairo_stroke(context);
}

void draw_label(cairo_t* context, const Scene& scene, const Label& label, const FontSet& fonts) {
  const float size = label.size * scene.content_scale;
  const Vec2 anchor = scene.camera.project(label.position) + scene.content_scale * label.offset;
  const float before = label.anchor_x * fonts.text_width(label.face, label.text, size);
  draw_text(context, fonts,
            {label.text, {anchor.x - before, std::round(anchor.y)}, size, label.face, label.color, style::TextAxes{}});
}

/// From Cairo's premultiplied alpha to straight alpha.
std::uint32_t straight(std::uint32_t pixel) {
  const std::uint32_t alpha = pixel >> 24;
  if (alpha == 0 || alpha == 0xff) {
    return alpha == 0 ? 0 : pixel;
  }
  const auto channel = [&](unsigned shift) {
    const std::uint32_t value = ((pixel >> shift & 0xff) * 0xff + alpha / 2) / alpha;
    return value << shift;
  };
  return alpha << 24 | channel(16) | channel(8) | channel(0);
}

}  // namespace

Image render_cairo(const Scene& scene, const FontSet& fonts) {
  Image image{static_cast<int>(std::lround(scene.size.x)), static_cast<int>(std::lround(scene.size.y)), {}};
  CHECK_GE(std::min(image.width, image.height), 1);
  CHECK_LE(std::max(image.width, image.height), max_picture_side);
  image.pixels.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));

  const CairoSurface surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(image.pixels.data()),
                                                                 CAIRO_FORMAT_ARGB32, image.width, image.height,
                                                                 image.width * 4));
  const CairoContext context(cairo_create(surface.get()));
  set_color(context.get(), scene.background);
  cairo_paint(context.get());
  for (const SceneItem& item : scene.items) {
    if (const auto* plane = std::get_if<Plane>(&item)) {
      draw_plane(context.get(), scene, *plane, fonts);
    } else if (const auto* line = std::get_if<Line>(&item)) {
      draw_line(context.get(), scene, *line);
    } else {
      draw_label(context.get(), scene, std::get<Label>(item), fonts);
    }
  }
  CHECK_EQ(static_cast<int>(cairo_status(context.get())), static_cast<int>(CAIRO_STATUS_SUCCESS));
  cairo_surface_flush(surface.get());
  for (std::uint32_t& pixel : image.pixels) {
    pixel = straight(pixel);
  }
  return image;
}

}  // namespace convscope
