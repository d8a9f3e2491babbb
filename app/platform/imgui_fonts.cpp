#include "app/platform/imgui_fonts.h"

#include <ft2build.h>
#include <imgui.h>
#include <imgui_freetype.h>
#include FT_FREETYPE_H

#include <array>
#include <cmath>
#include <memory>
#include <string>

#include "app/text/export_errors.h"

namespace convscope {
namespace {

/// Latin, punctuation and the signs of the formulas: ′ … − × · ∞ ≤ ≥ ⌈ ⌉ ⌊ ⌋ → and their neighbours. Ends with 0.
constexpr std::array<ImWchar, 17> ranges{0x0020, 0x017F, 0x2010, 0x203A, 0x2070, 0x209C, 0x2190, 0x2199, 0x2200,
                                         0x22FF, 0x2308, 0x230B, 0x25A0, 0x25FF, 0x2713, 0x2717, 0};

/// A face's height from the lowest to the highest line, in em: ImGui measures sizes by it. 0: not readable.
float line_height(const FontFile& file) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) {
    return 0;
  }
  const std::unique_ptr<FT_LibraryRec_, decltype(&FT_Done_FreeType)> owner(library, &FT_Done_FreeType);
  FT_Face face = nullptr;
  if (FT_New_Face(library, file.path.c_str(), file.index, &face) != 0) {
    return 0;
  }
  const float units = static_cast<float>(face->ascender) - static_cast<float>(face->descender);
  const float height = FT_IS_SCALABLE(face) ? units / static_cast<float>(face->units_per_EM) : 0;
  FT_Done_Face(face);
  return height;
}

/// Adds a face to the atlas, or to the font added before.
ImFont* add_face(const FontFile& file, float em, bool merge) {
  ImFontConfig config;
  config.FontNo = file.index;
  config.MergeMode = merge;
  const float height = std::ceil(em * line_height(file));  // ImGui wants whole pixels; text shall not be too small.
  return ImGui::GetIO().Fonts->AddFontFromFileTTF(file.path.c_str(), height, &config, ranges.data());
}

ImFont* add_font(const FontFile& file, const FontFile& fallback, float em) {
  ImFont* const font = add_face(file, em, false);
  if (fallback != file) {
    add_face(fallback, em, true);
  }
  return font;
}

}  // namespace

Result<UiFonts> load_ui_fonts(const FontFiles& files, const UiFontSizes& sizes, float density) {
  // ImGui aborts on a file that it cannot read.
  for (const FontFile* file : {&files.regular, &files.bold, &files.fallback, &files.bold_fallback, &files.mono}) {
    if (line_height(*file) <= 0) {
      return text::font_unreadable(file->path);
    }
  }
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
#if IMGUI_VERSION_NUM >= 19200
  atlas.SetFontLoader(ImGuiFreeType::GetFontLoader());
  atlas.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
#else
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
#endif
  UiFonts fonts;
  fonts.text = add_font(files.regular, files.fallback, density * sizes.text);
  fonts.bold = add_font(files.bold, files.bold_fallback, density * sizes.text);
  fonts.note = add_font(files.regular, files.fallback, density * sizes.note);
  fonts.heading = add_font(files.bold, files.bold_fallback, density * sizes.heading);
  fonts.mono = add_font(files.mono, files.fallback, density * sizes.text);
  return fonts;
}

}  // namespace convscope
