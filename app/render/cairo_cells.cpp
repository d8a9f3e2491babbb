#include "app/render/cairo_cells.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "app/render/cairo_image_fill.h"
#include "app/render/cell_colors.h"

namespace convscope {
namespace {

/// The computed cells in row-major order, then the pending ones: full rows and a part of one.
void fill_in_order(const PlaneCanvas& canvas) {
  const Plane& plane = canvas.plane();
  const std::int64_t filled = std::clamp<std::int64_t>(plane.filled, 0, plane.rows * plane.columns);
  const float columns = at_cell(plane.columns);
  const float full_rows = at_cell(filled / plane.columns);
  const float part = at_cell(filled % plane.columns);
  canvas.rectangle({0, 0, full_rows, columns});
  canvas.rectangle({full_rows, 0, 1, part});
  canvas.fill(plane.fill);
  if (filled == plane.rows * plane.columns) {
    return;
  }
  canvas.rectangle({full_rows, part, 1, columns - part});
  canvas.rectangle({full_rows + 1, 0, at_cell(plane.rows) - full_rows - 1, columns});
  canvas.fill(plane.pending_fill);
}

void draw_fill(const PlaneCanvas& canvas) {
  const Plane& plane = canvas.plane();
  if (std::holds_alternative<std::monostate>(plane.cell_fill) && plane.stretch.by == Size{1, 1}) {
    fill_in_order(canvas);
    return;
  }
  const CellRange part = without_padding(canvas.range(), plane);
  if (part.empty()) {
    return;
  }
  const style::CellAxes& axes = canvas.axes();
  canvas.rectangle(
      {at_cell(part.first_row), at_cell(part.first_column), at_cell(part.rows()), at_cell(part.columns())});
  fill_with_image(canvas, cell_image(plane, part, {axes.column_line_spacing(), axes.row_line_spacing()}));
}

void draw_lattice(const PlaneCanvas& canvas, const CellLattice& lattice) {
  if (lattice.cut) {
    return;
  }
  if (lattice.fill && lattice.fill->values.tensor) {
    canvas.cells_of(lattice);
    fill_with_image(canvas, lattice_image(lattice, canvas.plane().opacity));
  }
  if (lattice.overlay.alpha > 0) {
    canvas.cells_of(lattice);
    canvas.fill(lattice.overlay);
  }
}

/// Adds the rows and the columns that are never read to the path, as far as they are seen. Neighbours are joined.
void unread_cells(const PlaneCanvas& canvas) {
  const auto& [first_row, last_row, first_column, last_column] = canvas.range();
  const LayerReads& reads = *canvas.plane().reads;
  const auto for_each_run = [](const AxisReads& axis, std::int64_t first, std::int64_t last, auto&& add) {
    for (std::int64_t place = first; place < last;) {
      const std::int64_t start = place;
      while (place < last && !is_read_at(axis, place)) {
        ++place;
      }
      if (place > start) {
        add(start, place - start);
      }
      ++place;
    }
  };
  for_each_run(reads.rows, first_row, last_row, [&](std::int64_t row, std::int64_t count) {
    canvas.rectangle({at_cell(row), at_cell(first_column), at_cell(count), at_cell(last_column - first_column)});
  });
  for_each_run(reads.columns, first_column, last_column, [&](std::int64_t column, std::int64_t count) {
    canvas.rectangle({at_cell(first_row), at_cell(column), at_cell(last_row - first_row), at_cell(count)});
  });
}

void draw_hatching(const PlaneCanvas& canvas) {
  const Plane& plane = canvas.plane();
  if (plane.hatch.alpha == 0 || !plane.reads) {
    return;
  }
  cairo_t* const context = canvas.context();
  cairo_save(context);
  unread_cells(canvas);
  cairo_clip(context);
  double left = 0, top = 0, right = 0, bottom = 0;
  cairo_clip_extents(context, &left, &top, &right, &bottom);
  const float scale = canvas.scene().content_scale;
  // Along x and along y alike, a line is this far from the next.
  const double apart = std::numbers::sqrt2 * style::hatch_spacing * scale;
  const double start = canvas.axes().origin.x + canvas.axes().origin.y;
  for (double line = std::floor((left + top - start) / apart); start + line * apart < right + bottom + apart; ++line) {
    const double sum = start + line * apart;
    cairo_move_to(context, sum - top + apart, top - apart);
    cairo_line_to(context, sum - bottom - apart, bottom + apart);
  }
  canvas.stroke(plane.hatch, style::hatch_width * scale);
  cairo_restore(context);
}

}  // namespace

void draw_cells(const PlaneCanvas& canvas) {
  cairo_save(canvas.context());
  for (const CellLattice& lattice : canvas.plane().lattices) {
    if (lattice.cut) {
      canvas.cells_of(lattice);
      canvas.clip_out();
    }
  }
  draw_fill(canvas);
  for (const CellLattice& lattice : canvas.plane().lattices) {
    draw_lattice(canvas, lattice);
  }
  draw_hatching(canvas);
  cairo_restore(canvas.context());
}

}  // namespace convscope
