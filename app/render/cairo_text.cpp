#include "app/render/cairo_text.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include "app/render/cairo_handles.h"

namespace convscope {
namespace {

/// Leads a glyph's font units onto the picture and its outline into the path.
struct OutlineSink {
  cairo_t* context;
  Vec2 pen;
  Vec2 right;  ///< One font unit.
  Vec2 up;     ///< One font unit.
  Vec2 last{};

  [[nodiscard]] Vec2 placed(const FT_Vector* point) const {
    return pen + static_cast<float>(point->x) * right + static_cast<float>(point->y) * up;
  }
};

int move_to(const FT_Vector* to, void* user) {
  auto& sink = *static_cast<OutlineSink*>(user);
  sink.last = sink.placed(to);
  cairo_close_path(sink.context);
  cairo_move_to(sink.context, sink.last.x, sink.last.y);
  return 0;
}

int line_to(const FT_Vector* to, void* user) {
  auto& sink = *static_cast<OutlineSink*>(user);
  sink.last = sink.placed(to);
  cairo_line_to(sink.context, sink.last.x, sink.last.y);
  return 0;
}

int cubic_to(const FT_Vector* control1, const FT_Vector* control2, const FT_Vector* to, void* user) {
  auto& sink = *static_cast<OutlineSink*>(user);
  const Vec2 a = sink.placed(control1);
  const Vec2 b = sink.placed(control2);
  sink.last = sink.placed(to);
  cairo_curve_to(sink.context, a.x, a.y, b.x, b.y, sink.last.x, sink.last.y);
  return 0;
}

/// TrueType's quadratic curves; Cairo knows cubic ones.
int conic_to(const FT_Vector* control, const FT_Vector* to, void* user) {
  auto& sink = *static_cast<OutlineSink*>(user);
  const Vec2 middle = sink.placed(control);
  const Vec2 end = sink.placed(to);
  const Vec2 a = sink.last + (2.0F / 3) * (middle - sink.last);
  const Vec2 b = end + (2.0F / 3) * (middle - end);
  sink.last = end;
  cairo_curve_to(sink.context, a.x, a.y, b.x, b.y, end.x, end.y);
  return 0;
}

}  // namespace

void draw_text(cairo_t* context, const FontSet& fonts, const TextRun& run) {
  static constexpr FT_Outline_Funcs functions{move_to, line_to, conic_to, cubic_to, 0, 0};
  cairo_new_path(context);
  Vec2 pen = run.pen;
  for (const char32_t point : decode_utf8(run.text)) {
    FT_Face const face = fonts.face_for(run.face, point);
    if (FT_Load_Char(face, point, FT_LOAD_NO_SCALE) != 0) {
      continue;
    }
    const float unit = run.size / static_cast<float>(face->units_per_EM);
    OutlineSink sink{context, pen, unit * run.axes.right, -unit * run.axes.down};
    FT_Outline_Decompose(&face->glyph->outline, &functions, &sink);
    pen = pen + static_cast<float>(face->glyph->advance.x) * sink.right;
  }
  cairo_close_path(context);
  set_color(context, run.color);
  cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING);
  cairo_fill(context);
}

}  // namespace convscope
