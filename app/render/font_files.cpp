#include "app/render/font_files.h"

#include <fontconfig/fontconfig.h>

#include <memory>
#include <optional>

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

}  // namespace convscope
