#include "app/render/cairo_image_fill.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/render/cairo_handles.h"

namespace convscope {
namespace {

/// Cairo's image surfaces place a picture's pixels in 65536ths of one: a larger pixel would end beside its edge.
constexpr float largest_pixel = 16;

/// Parts of a pixel of the picture that Cairo's filter can add up well.
constexpr float smallest_part = 0.5F;
/// In pixels of the picture; smaller ones are too many shapes.
constexpr float smallest_shape = 4;

Color straight(std::uint32_t pixel) {
  const auto component = [pixel](unsigned shift) { return static_cast<float>(pixel >> shift & 0xff); };
  const float alpha = component(24);
  const float share = alpha > 0 ? 1 / alpha : 0;
  return {share * component(16), share * component(8), share * component(0), alpha / 255};
}

/// How often a pixel of an image is repeated that is as large on the picture: small ones so often that Cairo's filter
/// gives each its share of the picture's pixels.
int repeats(float size) {
  const float wanted = size < style::soft_below ? smallest_part : largest_pixel;
  return std::max(1, static_cast<int>(std::ceil(size / wanted)));
}

/// Each pixel repeated, the same picture.
CellImage repeated(CellImage image, int across, int down) {
  if (across == 1 && down == 1) {
    return image;
  }
  CellImage large{.width = image.width * across,
                  .height = image.height * down,
                  .pixels = {},
                  .corner = image.corner,
                  .pixel = {image.pixel.x / static_cast<float>(across), image.pixel.y / static_cast<float>(down)}};
  large.pixels.reserve(static_cast<std::size_t>(large.width) * static_cast<std::size_t>(large.height));
  for (int y = 0; y < large.height; ++y) {
    const auto row = image.pixels.begin() + static_cast<std::ptrdiff_t>(y / down) * image.width;
    for (int x = 0; x < large.width; ++x) {
      large.pixels.push_back(row[x / across]);
    }
  }
  return large;
}

void fill_with_picture(const PlaneCanvas& canvas, CellImage image, cairo_filter_t filter) {
  cairo_t* const context = canvas.context();
  const style::CellAxes& cell_axes = canvas.axes();
  const CairoSurface surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(image.pixels.data()),
                                                                 CAIRO_FORMAT_ARGB32, image.width, image.height,
                                                                 4 * image.width));
  const Vec2 across = image.pixel.x * cell_axes.column;
  const Vec2 down = image.pixel.y * cell_axes.row;
  const Vec2 corner = cell_axes.at(image.corner.x, image.corner.y);
  cairo_matrix_t onto_image{across.x, across.y, down.x, down.y, corner.x, corner.y};
  cairo_matrix_invert(&onto_image);
  const CairoPattern pattern(cairo_pattern_create_for_surface(surface.get()));
  cairo_pattern_set_matrix(pattern.get(), &onto_image);
  cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter(pattern.get(), filter);
  cairo_set_source(context, pattern.get());
  cairo_fill(context);
  cairo_set_source_rgba(context, 0, 0, 0, 0);  // The image's pixels end here.
}

/// In files of shapes, viewers smear pictures that they enlarge.
void fill_as_shapes(const PlaneCanvas& canvas, const CellImage& image) {
  cairo_t* const context = canvas.context();
  cairo_save(context);
  cairo_clip(context);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      canvas.rectangle({image.corner.y + image.pixel.y * static_cast<float>(y),
                        image.corner.x + image.pixel.x * static_cast<float>(x), image.pixel.y, image.pixel.x});
      set_color(context, straight(image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                               static_cast<std::size_t>(x)]));
      cairo_fill(context);
    }
  }
  cairo_restore(context);
}

}  // namespace

void fill_with_image(const PlaneCanvas& canvas, CellImage image) {
  const style::CellAxes& cell_axes = canvas.axes();
  const float width = image.pixel.x * cell_axes.column_line_spacing();
  const float height = image.pixel.y * cell_axes.row_line_spacing();
  if (!canvas.of_pixels() && std::min(width, height) > smallest_shape) {
    fill_as_shapes(canvas, image);
  } else {
    const bool soft = std::min(width, height) < style::soft_below;
    fill_with_picture(
        canvas, canvas.of_pixels() ? repeated(std::move(image), repeats(width), repeats(height)) : std::move(image),
        soft ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST);
  }
}

}  // namespace convscope
