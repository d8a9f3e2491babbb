#include "app/render/cairo_vector_text.h"

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>

#include "app/render/cairo_handles.h"
#include "app/text/utf8.h"

namespace convscope {
namespace {

constexpr cairo_user_data_key_t collector_key{};

struct FontFaceDeleter {
  void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};

/// Cairo opens the file itself: it keeps faces for longer than a FontSet lives.
std::unique_ptr<cairo_font_face_t, FontFaceDeleter> cairo_face(const FontFile& file) {
  const std::unique_ptr<FcPattern, FontFaceDeleter> pattern(FcPatternCreate());
  FcPatternAddString(pattern.get(), FC_FILE, reinterpret_cast<const FcChar8*>(file.path.c_str()));
  FcPatternAddInteger(pattern.get(), FC_INDEX, file.index);
  return std::unique_ptr<cairo_font_face_t, FontFaceDeleter>(cairo_ft_font_face_create_for_pattern(pattern.get()));
}

void set_font(cairo_t* context, const FontFile& file, const TextRun& run) {
  cairo_set_font_face(context, cairo_face(file).get());
  cairo_matrix_t matrix;
  cairo_matrix_init(&matrix, run.size * run.axes.right.x, run.size * run.axes.right.y, run.size * run.axes.down.x,
                    run.size * run.axes.down.y, 0, 0);
  cairo_set_font_matrix(context, &matrix);
  const std::unique_ptr<cairo_font_options_t, FontFaceDeleter> options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(context, options.get());
}

/// Neighbouring glyphs of one face.
struct GlyphRun {
  std::string text;
  std::vector<cairo_glyph_t> glyphs;
  std::vector<cairo_text_cluster_t> clusters;

  void show(cairo_t* context) {
    if (!glyphs.empty()) {
      cairo_show_text_glyphs(context, text.data(), static_cast<int>(text.size()), glyphs.data(),
                             static_cast<int>(glyphs.size()), clusters.data(), static_cast<int>(clusters.size()), {});
    }
    *this = {};
  }
};

}  // namespace

bool keeps_text(cairo_t* context) {
  const cairo_surface_type_t type = cairo_surface_get_type(cairo_get_target(context));
  return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG;
}

void show_text(cairo_t* context, const FontSet& fonts, const TextRun& run) {
  set_color(context, run.color);
  Vec2 pen = run.pen;
  GlyphRun waiting;
  FT_Face waiting_face = nullptr;
  for (const char32_t point : decode_utf8(run.text)) {
    FT_Face const face = fonts.face_for(run.face, point);
    if (face != waiting_face) {
      waiting.show(context);
      waiting_face = face;
      set_font(context, fonts.file_for(run.face, point), run);
    }
    const std::string letter = encode_utf8(point);
    waiting.text += letter;
    waiting.glyphs.push_back({FT_Get_Char_Index(face, point), pen.x, pen.y});
    waiting.clusters.push_back({static_cast<int>(letter.size()), 1});
    pen = pen + glyph_advance(face, point, run.size) * run.axes.right;
  }
  waiting.show(context);
  cairo_new_path(context);
  if (void* const list = cairo_surface_get_user_data(cairo_get_target(context), &collector_key)) {
    static_cast<std::vector<ShownText>*>(list)->push_back(
        {std::string(run.text), run.pen, run.size, fonts.text_width(run.face, run.text, run.size), run.face, run.axes});
  }
}

void collect_text(cairo_surface_t* surface, std::vector<ShownText>& list) {
  cairo_surface_set_user_data(surface, &collector_key, &list, nullptr);
}

}  // namespace convscope
