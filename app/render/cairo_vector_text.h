#pragma once

#include <cairo.h>

#include <string>
#include <vector>

#include "app/render/cairo_text.h"

namespace convscope {

/// Text as it was shown in a document, for what is written over it.
struct ShownText {
  std::string text;  ///< UTF-8
  Vec2 pen{};
  float size = 0;
  float width = 0;  ///< In pixels before `axes`.
  FontFace face = FontFace::regular;
  style::TextAxes axes;
};

/// Whether the context draws into a PDF or an SVG, where text is glyphs of a font and no mere outline.
[[nodiscard]] bool keeps_text(cairo_t* context);

/// Shows the glyphs at the places that draw_text gives their outlines, with the text that they stand for.
void show_text(cairo_t* context, const FontSet& fonts, const TextRun& run);

/// From now on what show_text shows on this surface is also put into the list.
void collect_text(cairo_surface_t* surface, std::vector<ShownText>& list);

}  // namespace convscope
