#include "app/render/cairo_canvas.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/render/cairo_handles.h"
#include "app/render/shape_masks.h"

namespace convscope {
namespace {

/// Pixels of the picture beyond which nothing of a line or its joint is seen.
constexpr float margin = 64;
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

/// A plane's cells with its padding.
CellRect with_border(const Plane& plane) {
  const Sides& border = plane.border.cells;
  return {-at_cell(border.top), -at_cell(border.left), at_cell(plane.rows + border.top + border.bottom),
          at_cell(plane.columns + border.left + border.right)};
}

/// Without rows or columns where they are apart.
CellRect common_part(const CellRect& a, const CellRect& b) {
  const float row = std::max(a.row, b.row);
  const float column = std::max(a.column, b.column);
  return {row, column, std::max(0.0F, std::min(a.row + a.rows, b.row + b.rows) - row),
          std::max(0.0F, std::min(a.column + a.columns, b.column + b.columns) - column)};
}

}  // namespace

PlaneCanvas::PlaneCanvas(cairo_t* context, const Scene& scene, const Plane& plane)
    : context_(context),
      scene_(scene),
      plane_(plane),
      axes_(style::cell_axes(scene.camera, plane)),
      line_width_(plane.line_width * scene.content_scale),
      range_(visible_cells(scene, plane, margin * scene.content_scale)) {}

void PlaneCanvas::move_to(float column, float row) const {
  const Vec2 p = axes_.at(column, row);
  cairo_move_to(context_, p.x, p.y);
}

void PlaneCanvas::line_to(float column, float row) const {
  const Vec2 p = axes_.at(column, row);
  cairo_line_to(context_, p.x, p.y);
}

void PlaneCanvas::rectangle(const CellRect& rect) const {
  if (!of_pixels() && (rect.rows == 0 || rect.columns == 0)) {
    return;  // Viewers of PDF draw even a shape without an area as a line.
  }
  move_to(rect.column, rect.row);
  line_to(rect.column + rect.columns, rect.row);
  line_to(rect.column + rect.columns, rect.row + rect.rows);
  line_to(rect.column, rect.row + rect.rows);
  cairo_close_path(context_);
}

void PlaneCanvas::cells_of(const CellLattice& lattice, Vec2 inset) const {
  const bool joined_columns = lattice.column_spacing == 1;
  const bool joined_rows = lattice.row_spacing == 1;
  const std::int64_t columns = joined_columns ? 1 : lattice.columns;
  const std::int64_t rows = joined_rows ? 1 : lattice.rows;
  const float width = joined_columns ? at_cell(lattice.columns) : 1;
  const float height = joined_rows ? at_cell(lattice.rows) : 1;
  for (std::int64_t i = 0; i < rows; ++i) {
    for (std::int64_t j = 0; j < columns; ++j) {
      const CellRect cells{lattice.row + at_cell(i) * lattice.row_spacing + inset.y,
                           lattice.column + at_cell(j) * lattice.column_spacing + inset.x, height - 2 * inset.y,
                           width - 2 * inset.x};
      rectangle(lattice.cut ? cells : common_part(cells, with_border(plane_)));
    }
  }
}

bool PlaneCanvas::of_pixels() const {
  return cairo_surface_get_type(cairo_get_target(context_)) == CAIRO_SURFACE_TYPE_IMAGE;
}

void PlaneCanvas::set_paint(const Color& color) const {
  set_color(context_, with_alpha(color, color.alpha * plane_.opacity));
}

void PlaneCanvas::fill(const Color& color) const {
  set_paint(color);
  cairo_fill(context_);
}

void PlaneCanvas::set_pen(const Color& color, float width) const {
  set_paint(color);
  cairo_set_line_width(context_, width);
  cairo_set_line_cap(context_, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join(context_, CAIRO_LINE_JOIN_MITER);
}

void PlaneCanvas::stroke(const Color& color, float width) const {
  set_pen(color, width);
  cairo_stroke(context_);
}

void PlaneCanvas::stroke_still(const Color& color, float width) const {
  set_pen(color, width);
  draw_still(context_, ShapeMasks::Kind::stroke);
}

void PlaneCanvas::clip_out() const {
  double left = 0, top = 0, right = 0, bottom = 0;
  cairo_clip_extents(context_, &left, &top, &right, &bottom);
  if (!of_pixels() && axes_.determinant() > 0) {
    // Around the path the other way than cells: Cairo's SVG says the rule where viewers do not look for it, and they
    // take the other.
    cairo_rectangle(context_, left, bottom, right - left, top - bottom);
  } else {
    cairo_rectangle(context_, left, top, right - left, bottom - top);
  }
  cairo_set_fill_rule(context_, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip(context_);
  cairo_set_fill_rule(context_, CAIRO_FILL_RULE_WINDING);
}

void PlaneCanvas::fill(CellImage image) const {
  const float width = image.pixel.x * axes_.column_line_spacing();
  const float height = image.pixel.y * axes_.row_line_spacing();
  if (!of_pixels() && std::min(width, height) > smallest_shape) {
    fill_as_shapes(image);
  } else {
    const bool soft = std::min(width, height) < style::soft_below;
    fill_with_picture(of_pixels() ? repeated(std::move(image), repeats(width), repeats(height)) : std::move(image),
                      soft ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST);
  }
}

void PlaneCanvas::fill_with_picture(CellImage image, cairo_filter_t filter) const {
  const CairoSurface surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(image.pixels.data()),
                                                                 CAIRO_FORMAT_ARGB32, image.width, image.height,
                                                                 4 * image.width));
  const Vec2 across = image.pixel.x * axes_.column;
  const Vec2 down = image.pixel.y * axes_.row;
  const Vec2 corner = axes_.at(image.corner.x, image.corner.y);
  cairo_matrix_t onto_image{across.x, across.y, down.x, down.y, corner.x, corner.y};
  cairo_matrix_invert(&onto_image);
  const CairoPattern pattern(cairo_pattern_create_for_surface(surface.get()));
  cairo_pattern_set_matrix(pattern.get(), &onto_image);
  cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter(pattern.get(), filter);
  cairo_set_source(context_, pattern.get());
  cairo_fill(context_);
  cairo_set_source_rgba(context_, 0, 0, 0, 0);  // The image's pixels end here.
}

/// In files of shapes, viewers smear pictures that they enlarge.
void PlaneCanvas::fill_as_shapes(const CellImage& image) const {
  cairo_save(context_);
  cairo_clip(context_);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      rectangle({image.corner.y + image.pixel.y * static_cast<float>(y),
                 image.corner.x + image.pixel.x * static_cast<float>(x), image.pixel.y, image.pixel.x});
      set_color(context_, straight(image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                                static_cast<std::size_t>(x)]));
      cairo_fill(context_);
    }
  }
  cairo_restore(context_);
}

}  // namespace convscope
