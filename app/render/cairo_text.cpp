#include "app/render/cairo_text.h"

#include "app/render/cairo_handles.h"
#include "app/render/cairo_vector_text.h"
#include "app/render/shape_masks.h"
#include "app/text/utf8.h"

namespace convscope {
namespace {

/// Leads a glyph's outline onto the picture and into the path.
void add_outline(cairo_t* context, const Glyph& glyph, Vec2 pen, Vec2 right, Vec2 up) {
  for (const OutlineStep& step : glyph.outline) {
    const auto placed = [&](std::size_t i) { return pen + step.points[i].x * right + step.points[i].y * up; };
    const Vec2 end = placed(2);
    switch (step.kind) {
      case OutlineStep::Kind::move:
        cairo_close_path(context);
        cairo_move_to(context, end.x, end.y);
        break;
      case OutlineStep::Kind::line:
        cairo_line_to(context, end.x, end.y);
        break;
      case OutlineStep::Kind::curve: {
        const Vec2 a = placed(0);
        const Vec2 b = placed(1);
        cairo_curve_to(context, a.x, a.y, b.x, b.y, end.x, end.y);
        break;
      }
    }
  }
}

}  // namespace

void draw_text(cairo_t* context, const FontSet& fonts, const TextRun& run) {
  if (keeps_text(context)) {
    show_text(context, fonts, run);
    return;
  }
  cairo_new_path(context);
  const Vec2 right = run.size * run.axes.right;
  const Vec2 up = -run.size * run.axes.down;
  Vec2 pen = run.pen;
  for (std::string_view rest = run.text; !rest.empty();) {
    const Glyph& glyph = fonts.glyph(run.face, take_code_point(rest));
    add_outline(context, glyph, pen, right, up);
    pen = pen + glyph.advance * right;
  }
  cairo_close_path(context);
  set_color(context, run.color);
  cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING);
  draw_still(context, ShapeMasks::Kind::fill);
}

}  // namespace convscope
