#pragma once

#include <cairo.h>

#include <string_view>

#include "app/render/fonts.h"
#include "app/render/style.h"
#include "app/scene/scene.h"

namespace convscope {

/// One line of text in one face, as it stands on the picture.
struct TextRun {
  std::string_view text;  ///< UTF-8
  Vec2 pen{};             ///< Where the base line starts, in pixels of the picture.
  float size = 0;         ///< Em in pixels, before `axes`.
  FontFace face = FontFace::regular;
  Color color;
  style::TextAxes axes;
};

/// Fills the glyphs' outlines. They are taken from FreeType unhinted, so that text lies where it was placed to a
/// fraction of a pixel and is the same with every version of Cairo, which rounds or not when it places glyphs itself.
/// In documents text stays text (cairo_vector_text.h).
void draw_text(cairo_t* context, const FontSet& fonts, const TextRun& run);

}  // namespace convscope
