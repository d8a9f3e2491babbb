#include "app/render/glyph.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace convscope {
namespace {

/// Takes FreeType's steps down in ems.
struct OutlineSink {
  float unit;  ///< Ems per font unit.
  std::vector<OutlineStep> steps{};

  [[nodiscard]] Vec2 in_ems(const FT_Vector* point) const {
    return {unit * static_cast<float>(point->x), unit * static_cast<float>(point->y)};
  }
  [[nodiscard]] Vec2 last() const { return steps.empty() ? Vec2{} : steps.back().points[2]; }
};

int move_to(const FT_Vector* to, void* user) {
  auto& sink = *static_cast<OutlineSink*>(user);
  sink.steps.push_back({OutlineStep::Kind::move, {Vec2{}, Vec2{}, sink.in_ems(to)}});
  return 0;
}

int line_to(const FT_Vector* to, void* user) {
  auto& sink = *static_cast<OutlineSink*>(user);
  sink.steps.push_back({OutlineStep::Kind::line, {Vec2{}, Vec2{}, sink.in_ems(to)}});
  return 0;
}

int cubic_to(const FT_Vector* control1, const FT_Vector* control2, const FT_Vector* to, void* user) {
  auto& sink = *static_cast<OutlineSink*>(user);
  sink.steps.push_back({OutlineStep::Kind::curve, {sink.in_ems(control1), sink.in_ems(control2), sink.in_ems(to)}});
  return 0;
}

/// TrueType's quadratic curves as cubic ones.
int conic_to(const FT_Vector* control, const FT_Vector* to, void* user) {
  auto& sink = *static_cast<OutlineSink*>(user);
  const Vec2 start = sink.last();
  const Vec2 middle = sink.in_ems(control);
  const Vec2 end = sink.in_ems(to);
  sink.steps.push_back(
      {OutlineStep::Kind::curve, {start + (2.0F / 3) * (middle - start), end + (2.0F / 3) * (middle - end), end}});
  return 0;
}

}  // namespace

Glyph read_glyph(FT_FaceRec_* face, char32_t code_point) {
  static constexpr FT_Outline_Funcs functions{move_to, line_to, conic_to, cubic_to, 0, 0};
  Glyph glyph{.face = face, .outline = {}};
  if (FT_Load_Char(face, code_point, FT_LOAD_NO_SCALE) != 0) {
    return glyph;
  }
  OutlineSink sink{.unit = 1 / static_cast<float>(face->units_per_EM)};
  glyph.advance = sink.unit * static_cast<float>(face->glyph->advance.x);
  glyph.top = sink.unit * static_cast<float>(face->glyph->metrics.horiBearingY);
  FT_Outline_Decompose(&face->glyph->outline, &functions, &sink);
  glyph.outline = std::move(sink.steps);
  return glyph;
}

}  // namespace convscope
