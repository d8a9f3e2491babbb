#include "app/render/cairo_canvas.h"

#include <algorithm>

#include "app/render/cairo_handles.h"
#include "app/render/shape_masks.h"

namespace convscope {
namespace {

/// Pixels of the picture beyond which nothing of a line or its joint is seen.
constexpr float margin = 64;

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

}  // namespace convscope
