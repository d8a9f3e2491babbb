#include "app/render/cairo_plane.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "app/render/cairo_handles.h"
#include "app/render/cairo_text.h"
#include "app/render/plane_numbers.h"
#include "app/render/style.h"

namespace convscope {
namespace {

Color faded(const Color& color, float opacity) { return with_alpha(color, color.alpha * opacity); }

class PlanePainter {
 public:
  PlanePainter(cairo_t* context, const Scene& scene, const Plane& plane)
      : context_(context),
        scene_(scene),
        plane_(plane),
        axes_(style::cell_axes(scene.camera, plane)),
        line_width_(plane.line_width * scene.content_scale),
        column_lines_(style::inner_line_opacity(axes_.column_line_spacing(), line_width_)),
        row_lines_(style::inner_line_opacity(axes_.row_line_spacing(), line_width_)) {}

  void paint(const FontSet& fonts) {
    if (axes_.determinant() == 0) {
      return;
    }
    paint_cells();
    if (plane_.lattice) {
      paint_lattice(*plane_.lattice);
    }
    paint_grid();
    paint_border();
    paint_numbers(fonts);
    if (plane_.frame) {
      paint_frame(*plane_.frame);
    }
  }

 private:
  void move_to(float column, float row) {
    const Vec2 p = axes_.at(column, row);
    cairo_move_to(context_, p.x, p.y);
  }
  void line_to(float column, float row) {
    const Vec2 p = axes_.at(column, row);
    cairo_line_to(context_, p.x, p.y);
  }
  void rectangle(float column, float row, float columns, float rows) {
    move_to(column, row);
    line_to(column + columns, row);
    line_to(column + columns, row + rows);
    line_to(column, row + rows);
    cairo_close_path(context_);
  }
  /// A whole number of cells, for positions.
  static float at(std::int64_t cells) { return static_cast<float>(cells); }

  void fill(const Color& color) {
    set_color(context_, color);
    cairo_fill(context_);
  }
  void stroke(const Color& color, float width) {
    set_color(context_, color);
    cairo_set_line_width(context_, width);
    cairo_set_line_cap(context_, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(context_, CAIRO_LINE_JOIN_MITER);
    cairo_stroke(context_);
  }

  /// The computed cells in row-major order, then the pending ones: full rows and a part of one.
  void paint_cells() {
    const std::int64_t filled = std::clamp<std::int64_t>(plane_.filled, 0, plane_.rows * plane_.columns);
    const float columns = at(plane_.columns);
    const float full_rows = at(filled / plane_.columns);
    const float part = at(filled % plane_.columns);
    rectangle(0, 0, columns, full_rows);
    rectangle(0, full_rows, part, 1);
    fill(plane_.fill);
    if (filled == plane_.rows * plane_.columns) {
      return;
    }
    rectangle(part, full_rows, columns - part, 1);
    rectangle(0, full_rows + 1, columns, at(plane_.rows) - full_rows - 1);
    fill(plane_.pending_fill);
  }

  /// Cells that touch are joined to strips: fewer shapes, the same area.
  void paint_lattice(const CellLattice& lattice) {
    const bool joined_columns = lattice.column_spacing == 1;
    const bool joined_rows = lattice.row_spacing == 1;
    const std::int64_t columns = joined_columns ? 1 : lattice.columns;
    const std::int64_t rows = joined_rows ? 1 : lattice.rows;
    const float width = joined_columns ? at(lattice.columns) : 1;
    const float height = joined_rows ? at(lattice.rows) : 1;
    for (std::int64_t i = 0; i < rows; ++i) {
      for (std::int64_t j = 0; j < columns; ++j) {
        rectangle(lattice.column + at(j) * lattice.column_spacing, lattice.row + at(i) * lattice.row_spacing, width,
                  height);
      }
    }
    fill(lattice.overlay);
  }

  /// Lines that have not faded share one path with the outline, so that paint does not pile up where they meet.
  void paint_grid() {
    const bool joined = column_lines_ == 1 && row_lines_ == 1;
    const float columns = at(plane_.columns);
    const float rows = at(plane_.rows);
    for (std::int64_t column = 1; column < plane_.columns && column_lines_ > 0; ++column) {
      move_to(at(column), 0);
      line_to(at(column), rows);
    }
    if (!joined) {
      stroke(faded(plane_.line, column_lines_), line_width_);
    }
    for (std::int64_t row = 1; row < plane_.rows && row_lines_ > 0; ++row) {
      move_to(0, at(row));
      line_to(columns, at(row));
    }
    if (!joined) {
      stroke(faded(plane_.line, row_lines_), line_width_);
    }
    rectangle(0, 0, columns, rows);
    stroke(plane_.line, line_width_);
  }

  /// Inner edges fade like the grid's inner lines, the padding's outline stays.
  void paint_border() {
    if (plane_.border.cells == Sides{}) {
      return;
    }
    const std::array<double, 2> dashes{style::dash_on * scene_.content_scale, style::dash_off * scene_.content_scale};
    cairo_set_dash(context_, dashes.data(), static_cast<int>(dashes.size()), 0);
    const Color& line = plane_.border.line;
    const bool joined = column_lines_ == 1 && row_lines_ == 1;
    add_column_edges(false);
    if (!joined) {
      stroke(faded(line, column_lines_), line_width_);
    }
    add_row_edges(false);
    if (!joined) {
      stroke(faded(line, row_lines_), line_width_);
    }
    add_column_edges(true);
    add_row_edges(true);
    stroke(line, line_width_);
    cairo_set_dash(context_, nullptr, 0, 0);
  }

  /// The padding's edges between columns: those of its outline, or all others. Each is a path of its own, so that its
  /// dashes begin at its corner. Edges that it shares with the plane are the grid's.
  void add_column_edges(bool of_outline) {
    const Sides& cells = plane_.border.cells;
    const std::int64_t left = -cells.left;
    const std::int64_t right = plane_.columns + cells.right;
    for (std::int64_t column = left; column <= right; ++column) {
      if ((column == left || column == right) != of_outline || (!of_outline && column_lines_ == 0)) {
        continue;
      }
      for (std::int64_t row = -cells.top; row < plane_.rows + cells.bottom; ++row) {
        const bool of_plane = row >= 0 && row < plane_.rows && column >= 0 && column <= plane_.columns;
        if (!of_plane) {
          move_to(at(column), at(row));
          line_to(at(column), at(row + 1));
        }
      }
    }
  }

  /// Likewise between rows.
  void add_row_edges(bool of_outline) {
    const Sides& cells = plane_.border.cells;
    const std::int64_t top = -cells.top;
    const std::int64_t bottom = plane_.rows + cells.bottom;
    for (std::int64_t row = top; row <= bottom; ++row) {
      if ((row == top || row == bottom) != of_outline || (!of_outline && row_lines_ == 0)) {
        continue;
      }
      for (std::int64_t column = -cells.left; column < plane_.columns + cells.right; ++column) {
        const bool of_plane = row >= 0 && row <= plane_.rows && column >= 0 && column < plane_.columns;
        if (!of_plane) {
          move_to(at(column), at(row));
          line_to(at(column + 1), at(row));
        }
      }
    }
  }

  void paint_numbers(const FontSet& fonts) {
    const style::TextAxes axes = style::number_axes(axes_);
    for (const PlacedNumber& number : plane_numbers(scene_, plane_, fonts)) {
      draw_text(context_, fonts, {number.text, number.pen, number.size, number.face, number.color, axes});
    }
  }

  void paint_frame(const CellFrame& frame) {
    rectangle(frame.column, frame.row, frame.columns, frame.rows);
    stroke(frame.color, frame.width * scene_.content_scale);
  }

  cairo_t* context_;
  const Scene& scene_;
  const Plane& plane_;
  style::CellAxes axes_;
  float line_width_;
  float column_lines_;  ///< Opacity of lines between columns.
  float row_lines_;     ///< Opacity of lines between rows.
};

}  // namespace

void draw_plane(cairo_t* context, const Scene& scene, const Plane& plane, const FontSet& fonts) {
  PlanePainter(context, scene, plane).paint(fonts);
}

}  // namespace convscope
