#include "app/render/cairo_renderer.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <variant>

#include "app/render/alpha.h"
#include "app/render/cairo_handles.h"
#include "app/render/cairo_item.h"
#include "app/render/cairo_plane.h"
#include "app/render/cairo_text.h"
#include "app/render/style.h"
#include "engine/check.h"

namespace convscope {
namespace {

/// A line and its head as one shape, so that paint does not pile up where they meet.
void draw_arrow(cairo_t* context, const style::Arrow& arrow, float width) {
  const Vec2 along = arrow.direction;
  const Vec2 aside{-along.y, along.x};
  const auto line_to = [&](Vec2 p) { cairo_line_to(context, p.x, p.y); };
  if (arrow.has_shaft) {
    const double angle = std::atan2(along.y, along.x);
    cairo_arc(context, arrow.from.x, arrow.from.y, width / 2, angle + std::numbers::pi / 2,
              angle + 3 * std::numbers::pi / 2);
    line_to(arrow.base + (-width / 2) * aside);
  }
  line_to(arrow.base + (-arrow.half_base) * aside);
  line_to(arrow.tip);
  line_to(arrow.base + arrow.half_base * aside);
  if (arrow.has_shaft) {
    line_to(arrow.base + (width / 2) * aside);
  }
  cairo_close_path(context);
  cairo_fill(context);
}

void draw_line(cairo_t* context, const Scene& scene, const Line& line) {
  const Vec2 from = scene.camera.project(line.from);
  const Vec2 to = scene.camera.project(line.to);
  const float width = line.width * scene.content_scale;
  set_color(context, line.color);
  if (line.arrow) {
    draw_arrow(context, style::arrow(from, to, scene.content_scale), width);
    return;
  }
  cairo_move_to(context, from.x, from.y);
  cairo_line_to(context, to.x, to.y);
  cairo_set_line_width(context, width);
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

}  // namespace

void draw_item(cairo_t* context, const Scene& scene, const SceneItem& item, const FontSet& fonts) {
  if (const auto* plane = std::get_if<Plane>(&item)) {
    draw_plane(context, scene, *plane, fonts);
  } else if (const auto* line = std::get_if<Line>(&item)) {
    draw_line(context, scene, *line);
  } else {
    draw_label(context, scene, std::get<Label>(item), fonts);
  }
}

void draw_scene(cairo_t* context, const Scene& scene, const FontSet& fonts) {
  set_color(context, scene.background);
  cairo_set_operator(context, CAIRO_OPERATOR_SOURCE);
  cairo_paint(context);
  cairo_set_operator(context, CAIRO_OPERATOR_OVER);
  for (const SceneItem& item : scene.items) {
    draw_item(context, scene, item, fonts);
  }
}

Image render_cairo(const Scene& scene, const FontSet& fonts) {
  CairoLeavings leavings;
  render_cairo(scene, fonts, leavings);
  return std::move(leavings.image);
}

void render_cairo(const Scene& scene, const FontSet& fonts, CairoLeavings& leavings) {
  Image& image = leavings.image;
  image.width = static_cast<int>(std::lround(scene.size.x));
  image.height = static_cast<int>(std::lround(scene.size.y));
  CHECK_GE(std::min(image.width, image.height), 1);
  CHECK_LE(std::max(image.width, image.height), max_picture_side);
  image.pixels.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));

  const CairoSurface surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(image.pixels.data()),
                                                                 CAIRO_FORMAT_ARGB32, image.width, image.height,
                                                                 image.width * 4));
  leavings.masks.begin_picture();
  use_shape_masks(surface.get(), leavings.masks);
  const CairoContext context(cairo_create(surface.get()));
  draw_scene(context.get(), scene, fonts);
  CHECK_EQ(static_cast<int>(cairo_status(context.get())), static_cast<int>(CAIRO_STATUS_SUCCESS));
  cairo_surface_flush(surface.get());
  if (scene.background.alpha < 1) {  // Else every pixel is opaque, and both kinds of alpha are the same.
    make_straight(image);
  }
}

}  // namespace convscope
