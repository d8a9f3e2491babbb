#include "app/render/fonts.h"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <array>
#include <cstddef>
#include <new>
#include <optional>
#include <utility>

#include "app/text/export_errors.h"

namespace convscope {
namespace {

using ConfigHandle = std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)>;
using PatternHandle = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;

const FcChar8* as_fc(const char* text) { return reinterpret_cast<const FcChar8*>(text); }

/// The file of exactly this family, or nothing: fontconfig itself always answers with some font.
std::optional<FontFile> find_family(FcConfig* config, const char* family, int weight) {
  const PatternHandle wanted(FcPatternCreate(), &FcPatternDestroy);
  FcPatternAddString(wanted.get(), FC_FAMILY, as_fc(family));
  FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
  FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
  FcPatternAddInteger(wanted.get(), FC_WIDTH, FC_WIDTH_NORMAL);
  // A variable font holds its weights in one file, which plain FreeType and Dear ImGui would all draw as regular.
  FcPatternAddBool(wanted.get(), FC_VARIABLE, FcFalse);
  // What is found shall be called as it was asked for, and not as the locale's language calls it.
  FcPatternAddString(wanted.get(), FC_NAMELANG, as_fc("en"));
  FcConfigSubstitute(config, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());

  FcResult result = FcResultNoMatch;
  const PatternHandle found(FcFontMatch(config, wanted.get(), &result), &FcPatternDestroy);
  FcChar8* path = nullptr;
  int index = 0;
  int found_weight = 0;
  FcChar8* found_family = nullptr;
  if (!found || FcPatternGetString(found.get(), FC_FAMILY, 0, &found_family) != FcResultMatch ||
      FcStrCmpIgnoreCase(found_family, as_fc(family)) != 0 ||
      FcPatternGetInteger(found.get(), FC_WEIGHT, 0, &found_weight) != FcResultMatch || found_weight != weight ||
      FcPatternGetString(found.get(), FC_FILE, 0, &path) != FcResultMatch ||
      FcPatternGetInteger(found.get(), FC_INDEX, 0, &index) != FcResultMatch) {
    return std::nullopt;
  }
  return FontFile{reinterpret_cast<const char*>(path), index};
}

}  // namespace

Result<FontFiles> find_fonts() {
  const ConfigHandle config(FcInitLoadConfigAndFonts(), &FcConfigDestroy);
  if (!config) {
    return text::fonts_missing();
  }
  const auto fallback = find_family(config.get(), "DejaVu Sans", FC_WEIGHT_REGULAR);
  const auto bold_fallback = find_family(config.get(), "DejaVu Sans", FC_WEIGHT_BOLD);
  const auto mono = find_family(config.get(), "DejaVu Sans Mono", FC_WEIGHT_REGULAR);
  if (!fallback || !bold_fallback || !mono) {
    return text::fonts_missing();
  }
  const auto regular = find_family(config.get(), "Noto Sans", FC_WEIGHT_REGULAR);
  const auto bold = find_family(config.get(), "Noto Sans", FC_WEIGHT_BOLD);
  const bool have_noto = regular && bold;
  const auto hangul = find_family(config.get(), "NanumGothic", FC_WEIGHT_REGULAR);
  const auto bold_hangul = find_family(config.get(), "NanumGothic", FC_WEIGHT_BOLD);
  return FontFiles{.regular = have_noto ? *regular : *fallback,
                   .bold = have_noto ? *bold : *bold_fallback,
                   .fallback = *fallback,
                   .bold_fallback = *bold_fallback,
                   .mono = *mono,
                   .hangul = hangul.value_or(FontFile{}),
                   .bold_hangul = bold_hangul.value_or(hangul.value_or(FontFile{}))};
}

char32_t take_code_point(std::string_view& text) {
  constexpr char32_t replacement = 0xFFFD;
  struct Form {
    unsigned mask, lead;
    std::size_t length;
    char32_t smallest;
  };
  constexpr std::array<Form, 4> forms{
      {{0x80, 0x00, 1, 0}, {0xE0, 0xC0, 2, 0x80}, {0xF0, 0xE0, 3, 0x800}, {0xF8, 0xF0, 4, 0x10000}}};

  const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto take = [&text](char32_t point, std::size_t length) {
    text.remove_prefix(length);
    return point;
  };
  for (const Form& form : forms) {
    if ((byte(0) & form.mask) != form.lead || form.length > text.size()) {
      continue;
    }
    char32_t point = byte(0) & ~form.mask;
    for (std::size_t i = 1; i < form.length; ++i) {
      if ((byte(i) & 0xC0U) != 0x80U) {
        return take(replacement, 1);
      }
      point = point << 6 | (byte(i) & 0x3FU);
    }
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    const bool valid = point >= form.smallest && point <= 0x10FFFF && !surrogate;
    return valid ? take(point, form.length) : take(replacement, 1);
  }
  return take(replacement, 1);
}

std::u32string decode_utf8(std::string_view text) {
  std::u32string points;
  while (!text.empty()) {
    points.push_back(take_code_point(text));
  }
  return points;
}

std::string encode_utf8(char32_t point) {
  const auto following = [&](unsigned shift) { return static_cast<char>(0x80U | (point >> shift & 0x3fU)); };
  if (point < 0x80) {
    return {static_cast<char>(point)};
  }
  if (point < 0x800) {
    return {static_cast<char>(0xc0U | point >> 6), following(0)};
  }
  if (point < 0x10000) {
    return {static_cast<char>(0xe0U | point >> 12), following(6), following(0)};
  }
  return {static_cast<char>(0xf0U | point >> 18), following(12), following(6), following(0)};
}

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
  if (Status opened = open_all(set.regular_, files.regular, files.fallback, files.hangul); !opened) {
    return opened.error();
  }
  if (Status opened = open_all(set.bold_, files.bold, files.bold_fallback, files.bold_hangul); !opened) {
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
