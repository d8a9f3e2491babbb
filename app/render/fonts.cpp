#include "app/render/fonts.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <new>
#include <utility>

#include "app/text/export_errors.h"
#include "app/text/utf8.h"

namespace convscope {

void FontSet::LibraryDeleter::operator()(FT_LibraryRec_* library) const { FT_Done_FreeType(library); }
void FontSet::FaceDeleter::operator()(FT_FaceRec_* face) const { FT_Done_Face(face); }

Result<FontSet> FontSet::load() {
  const auto files = find_fonts();
  return files ? open(files.value()) : Result<FontSet>(files.error());
}

Result<FontSet> FontSet::open(const FontFiles& files) {
  FontSet set;
  set.files_ = files;
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) {
    throw std::bad_alloc();  // Its one reason.
  }
  set.library_.reset(library);
  const auto open_all = [library](Faces& faces, const FontFile& first, const FontFile& fallback,
                                  const FontFile& hangul) {
    for (const FontFile& file : {first, fallback, hangul}) {
      FT_Face face = nullptr;
      if (file.path.empty()) {
        continue;
      }
      if (FT_New_Face(library, file.path.c_str(), file.index, &face) != 0) {
        return Status(text::font_unreadable(file.path));
      }
      faces.push_back({file, FaceHandle(face)});
    }
    return Status(Done{});
  };
  if (const Status opened = open_all(set.regular_, files.regular, files.fallback, files.hangul); !opened) {
    return opened.error();
  }
  if (const Status opened = open_all(set.bold_, files.bold, files.bold_fallback, files.bold_hangul); !opened) {
    return opened.error();
  }
  return set;
}

const FontSet::OpenFace& FontSet::open_face_for(FontFace face, char32_t code_point) const {
  const Faces& candidates = faces(face);
  for (const OpenFace& candidate : candidates) {
    if (FT_Get_Char_Index(candidate.face.get(), code_point) != 0) {
      return candidate;
    }
  }
  return candidates.front();
}

FT_FaceRec_* FontSet::face_for(FontFace face, char32_t code_point) const {
  return open_face_for(face, code_point).face.get();
}

const FontFile& FontSet::file_for(FontFace face, char32_t code_point) const {
  return open_face_for(face, code_point).file;
}

float glyph_advance(FT_FaceRec_* face, char32_t code_point, float size) {
  if (FT_Load_Char(face, code_point, FT_LOAD_NO_SCALE) != 0) {
    return 0;
  }
  return static_cast<float>(face->glyph->advance.x) * size / static_cast<float>(face->units_per_EM);
}

const Glyph& FontSet::glyph(FontFace face, char32_t code_point) const {
  GlyphMap& known = glyphs_[face == FontFace::bold ? 1 : 0];
  const auto found = known.find(code_point);
  return found != known.end()
             ? found->second
             : known.emplace(code_point, read_glyph(face_for(face, code_point), code_point)).first->second;
}

float FontSet::text_width(FontFace face, std::string_view text, float size) const {
  float width = 0;
  while (!text.empty()) {
    width += glyph(face, take_code_point(text)).advance;
  }
  return width * size;
}

float FontSet::digit_height(FontFace face, float size) const {
  // The 1 has flat ends; rounder digits overshoot the line by design.
  return glyph(face, U'1').top * size;
}

}  // namespace convscope
