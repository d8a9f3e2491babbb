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
  FcConfigSubstitute(config, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());

  FcResult result = FcResultNoMatch;
  const PatternHandle found(FcFontMatch(config, wanted.get(), &result), &FcPatternDestroy);
  FcChar8* found_family = nullptr;
  FcChar8* path = nullptr;
  int index = 0;
  int found_weight = 0;
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
  return FontFiles{have_noto ? *regular : *fallback, have_noto ? *bold : *bold_fallback, *fallback, *bold_fallback,
                   *mono};
}

std::u32string decode_utf8(std::string_view text) {
  constexpr char32_t replacement = 0xFFFD;
  struct Form {
    unsigned mask, lead;
    std::size_t length;
    char32_t smallest;
  };
  constexpr std::array<Form, 4> forms{
      {{0x80, 0x00, 1, 0}, {0xE0, 0xC0, 2, 0x80}, {0xF0, 0xE0, 3, 0x800}, {0xF8, 0xF0, 4, 0x10000}}};

  const auto decode_at = [&](std::size_t at) -> std::pair<char32_t, std::size_t> {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (const Form& form : forms) {
      if ((byte(at) & form.mask) != form.lead || at + form.length > text.size()) {
        continue;
      }
      char32_t point = byte(at) & ~form.mask;
      for (std::size_t i = 1; i < form.length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) {
          return {replacement, 1};
        }
        point = point << 6 | (byte(at + i) & 0x3FU);
      }
      const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
      const bool valid = point >= form.smallest && point <= 0x10FFFF && !surrogate;
      return valid ? std::pair{point, form.length} : std::pair{replacement, std::size_t{1}};
    }
    return {replacement, 1};
  };

  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = decode_at(at);
    points.push_back(point);
    at += length;
  }
  return points;
}

void FontSet::LibraryDeleter::operator()(FT_LibraryRec_* library) const { FT_Done_FreeType(library); }
void FontSet::FaceDeleter::operator()(FT_FaceRec_* face) const { FT_Done_Face(face); }

FontSet::FaceHandle FontSet::open(FT_LibraryRec_* library, const FontFile& file) {
  FT_Face face = nullptr;
  return FT_New_Face(library, file.path.c_str(), file.index, &face) == 0 ? FaceHandle(face) : nullptr;
}

Result<FontSet> FontSet::load() {
  auto files = find_fonts();
  if (!files) {
    return files.error();
  }
  FontSet set;
  set.files_ = std::move(files).value();
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) {
    throw std::bad_alloc();  // Its one reason.
  }
  set.library_.reset(library);
  set.regular_ = {open(library, set.files_.regular), open(library, set.files_.fallback)};
  set.bold_ = {open(library, set.files_.bold), open(library, set.files_.bold_fallback)};
  for (const auto& [face, path] : {std::pair{&set.regular_.first, &set.files_.regular.path},
                                   std::pair{&set.regular_.fallback, &set.files_.fallback.path},
                                   std::pair{&set.bold_.first, &set.files_.bold.path},
                                   std::pair{&set.bold_.fallback, &set.files_.bold_fallback.path}}) {
    if (!*face) {
      return text::font_unreadable(*path);
    }
  }
  return set;
}

FT_FaceRec_* FontSet::face_for(FontFace face, char32_t code_point) const {
  const Faces& candidates = faces(face);
  const bool needs_fallback = FT_Get_Char_Index(candidates.first.get(), code_point) == 0 &&
                              FT_Get_Char_Index(candidates.fallback.get(), code_point) != 0;
  return needs_fallback ? candidates.fallback.get() : candidates.first.get();
}

float glyph_advance(FT_FaceRec_* face, char32_t code_point, float size) {
  if (FT_Load_Char(face, code_point, FT_LOAD_NO_SCALE) != 0) {
    return 0;
  }
  return static_cast<float>(face->glyph->advance.x) * size / static_cast<float>(face->units_per_EM);
}

float FontSet::text_width(FontFace face, std::string_view text, float size) const {
  float width = 0;
  for (const char32_t point : decode_utf8(text)) {
    width += glyph_advance(face_for(face, point), point, size);
  }
  return width;
}

float FontSet::digit_height(FontFace face, float size) const {
  // The 1 has flat ends; rounder digits overshoot the line by design.
  FT_FaceRec_* const digits = face_for(face, U'1');
  if (FT_Load_Char(digits, U'1', FT_LOAD_NO_SCALE) != 0) {
    return 0;
  }
  return static_cast<float>(digits->glyph->metrics.horiBearingY) * size / static_cast<float>(digits->units_per_EM);
}

}  // namespace convscope
