#include "app/render/cairo_grid.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace convscope {
namespace {

class LinePainter {
 public:
  explicit LinePainter(const PlaneCanvas& canvas)
      : canvas_(canvas),
        plane_(canvas.plane()),
        range_(canvas.range()),
        column_lines_(style::inner_line_opacity(canvas.axes().column_line_spacing(), canvas.line_width())),
        row_lines_(style::inner_line_opacity(canvas.axes().row_line_spacing(), canvas.line_width())) {}

  void paint() {
    cairo_save(canvas_.context());
    clip_cut_lines();
    paint_grid();
    paint_border();
    cairo_restore(canvas_.context());
  }

 private:
  void stroke(const Color& color, float opacity) {
    canvas_.stroke_still(with_alpha(color, color.alpha * opacity), canvas_.line_width());
  }

  void clip_cut_lines() {
    const style::CellAxes& axes = canvas_.axes();
    const float half_width = canvas_.line_width() / 2;
    for (const CellLattice& lattice : plane_.lattices) {
      if (lattice.cut) {
        canvas_.cells_of(lattice, {half_width / axes.column_line_spacing(), half_width / axes.row_line_spacing()});
        canvas_.clip_out();
      }
    }
  }

  /// Lines that have not faded share one path with the outline, so that paint does not pile up where they meet.
  void paint_grid() {
    const CellRange part = without_padding(range_, plane_);
    if (part.empty()) {
      return;
    }
    const bool joined = column_lines_ == 1 && row_lines_ == 1;
    const auto inner = [](std::int64_t first, std::int64_t last, std::int64_t count) {
      return std::pair{std::max<std::int64_t>(first, 1), std::min(last + 1, count)};
    };
    const auto [first_column, last_column] = inner(part.first_column, part.last_column, plane_.columns);
    for (std::int64_t column = first_column; column < last_column && column_lines_ > 0; ++column) {
      canvas_.move_to(at_cell(column), at_cell(part.first_row));
      canvas_.line_to(at_cell(column), at_cell(part.last_row));
    }
    if (!joined) {
      stroke(plane_.line, column_lines_);
    }
    const auto [first_row, last_row] = inner(part.first_row, part.last_row, plane_.rows);
    for (std::int64_t row = first_row; row < last_row && row_lines_ > 0; ++row) {
      canvas_.move_to(at_cell(part.first_column), at_cell(row));
      canvas_.line_to(at_cell(part.last_column), at_cell(row));
    }
    if (!joined) {
      stroke(plane_.line, row_lines_);
    }
    canvas_.rectangle(
        {at_cell(part.first_row), at_cell(part.first_column), at_cell(part.rows()), at_cell(part.columns())});
    stroke(plane_.line, 1);
  }

  /// Inner edges fade like the grid's inner lines, the padding's outline stays.
  void paint_border() {
    const float scale = canvas_.scene().content_scale;
    if (plane_.border.cells == Sides{} || plane_.border.line.alpha == 0) {
      return;
    }
    const std::array<double, 2> dashes{style::dash_on * scale, style::dash_off * scale};
    cairo_set_dash(canvas_.context(), dashes.data(), static_cast<int>(dashes.size()), 0);
    const Color& line = plane_.border.line;
    const bool joined = column_lines_ == 1 && row_lines_ == 1;
    add_column_edges(false);
    if (!joined) {
      stroke(line, column_lines_);
    }
    add_row_edges(false);
    if (!joined) {
      stroke(line, row_lines_);
    }
    add_column_edges(true);
    add_row_edges(true);
    stroke(line, 1);
    cairo_set_dash(canvas_.context(), nullptr, 0, 0);
  }

  /// The padding's edges between columns: those of its outline, or all others. Each is a path of its own, so that its
  /// dashes begin at its corner. Edges that it shares with the plane are the grid's.
  void add_column_edges(bool of_outline) {
    const Sides& cells = plane_.border.cells;
    for (std::int64_t column = range_.first_column; column <= range_.last_column; ++column) {
      const bool outer = column == -cells.left || column == plane_.columns + cells.right;
      if (outer != of_outline || (!outer && column_lines_ == 0)) {
        continue;
      }
      const bool beside_plane = column >= 0 && column <= plane_.columns;
      for (std::int64_t row = range_.first_row; row < range_.last_row; ++row) {
        if (beside_plane && row >= 0 && row < plane_.rows) {
          row = plane_.rows - 1;
          continue;
        }
        canvas_.move_to(at_cell(column), at_cell(row));
        canvas_.line_to(at_cell(column), at_cell(row + 1));
      }
    }
  }

  /// Likewise between rows.
  void add_row_edges(bool of_outline) {
    const Sides& cells = plane_.border.cells;
    for (std::int64_t row = range_.first_row; row <= range_.last_row; ++row) {
      const bool outer = row == -cells.top || row == plane_.rows + cells.bottom;
      if (outer != of_outline || (!outer && row_lines_ == 0)) {
        continue;
      }
      const bool beside_plane = row >= 0 && row <= plane_.rows;
      for (std::int64_t column = range_.first_column; column < range_.last_column; ++column) {
        if (beside_plane && column >= 0 && column < plane_.columns) {
          column = plane_.columns - 1;
          continue;
        }
        canvas_.move_to(at_cell(column), at_cell(row));
        canvas_.line_to(at_cell(column + 1), at_cell(row));
      }
    }
  }

  const PlaneCanvas& canvas_;
  const Plane& plane_;
  const CellRange& range_;
  float column_lines_;  ///< Opacity of lines between columns.
  float row_lines_;     ///< Opacity of lines between rows.
};

}  // namespace

void draw_lines(const PlaneCanvas& canvas) { LinePainter(canvas).paint(); }

}  // namespace convscope
