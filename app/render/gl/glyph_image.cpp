#include "app/render/gl/glyph_image.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace convscope::gl {
namespace {

FT_Fixed fixed(float value) { return std::lround(value * 65536); }

/// FreeType's y grows upwards, the picture's downwards.
FT_Matrix upward_matrix(const style::TextAxes& slant) {
  return {
      .xx = fixed(slant.right.x), .xy = fixed(-slant.down.x), .yx = fixed(-slant.right.y), .yy = fixed(slant.down.y)};
}

}  // namespace

GlyphImage draw_glyph(const GlyphForm& form) {
  FT_Matrix matrix = upward_matrix(form.axes);
  FT_Vector shift{16L * form.quarter_x, -16L * form.quarter_y};
  if (FT_Set_Char_Size(form.face, 0, form.size, 72, 72) != 0) {
    return {};
  }
  FT_Set_Transform(form.face, &matrix, &shift);
  constexpr FT_Int32 flags = FT_LOAD_RENDER | FT_LOAD_NO_BITMAP | FT_LOAD_NO_HINTING;
  const FT_Error error = FT_Load_Char(form.face, form.code_point, flags);
  FT_Set_Transform(form.face, nullptr, nullptr);
  const FT_GlyphSlot slot = form.face->glyph;
  if (error != 0 || slot->bitmap.pixel_mode != FT_PIXEL_MODE_GRAY) {
    return {};
  }
  GlyphImage image{.left = slot->bitmap_left,
                   .top = -slot->bitmap_top,
                   .width = static_cast<int>(slot->bitmap.width),
                   .height = static_cast<int>(slot->bitmap.rows),
                   .coverage = {}};
  for (int row = 0; row < image.height; ++row) {
    const unsigned char* const pixels = slot->bitmap.buffer + static_cast<std::ptrdiff_t>(row) * slot->bitmap.pitch;
    image.coverage.insert(image.coverage.end(), pixels, pixels + image.width);
  }
  return image;
}

}  // namespace convscope::gl
