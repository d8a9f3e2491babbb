#include "app/render/cairo_plane.h"

#include "app/render/cairo_canvas.h"
#include "app/render/cairo_cells.h"
#include "app/render/cairo_grid.h"
#include "app/render/cairo_text.h"
#include "app/render/plane_numbers.h"
#include "app/render/style.h"

namespace convscope {

void draw_plane(cairo_t* context, const Scene& scene, const Plane& plane, const FontSet& fonts) {
  if (plane.hidden) {
    return;
  }
  const PlaneCanvas canvas(context, scene, plane);
  if (canvas.axes().determinant() == 0) {
    return;
  }
  draw_cells(canvas);
  draw_lines(canvas);
  const style::TextAxes slant = style::number_axes(canvas.axes());
  for (const PlacedNumber& number : plane_numbers(scene, plane, fonts)) {
    draw_text(context, fonts, {number.text, number.pen, number.size, number.face, number.color, slant});
  }
  for (const CellFrame& frame : plane.frames) {
    canvas.rectangle({frame.row, frame.column, frame.rows, frame.columns});
    canvas.stroke(frame.color, frame.width * scene.content_scale);
  }
}

}  // namespace convscope
