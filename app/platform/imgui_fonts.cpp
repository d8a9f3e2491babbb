#include "app/platform/imgui_fonts.h"

#include <imgui.h>
#include <imgui_freetype.h>

#include <array>
#include <cmath>
#include <memory>
#include <span>
#include <utility>

#include "app/platform/mapped_faces.h"
#include "app/text/export_errors.h"

namespace convscope {
namespace {

/// ASCII, and the signs of the interface's texts and formulas: ° · × ⁿ ₁ → ∂ − ∞ ≈ ≠ ≤ ≥ ⌈ ⌉ ⌊ ⌋ and their like. Each
/// sign costs every start. Ends with 0.
constexpr std::array<ImWchar, 27> signs{0x0020, 0x007E, 0x00B0, 0x00B0, 0x00B7, 0x00B7, 0x00D7, 0x00D7, 0x2010,
                                        0x2026, 0x2032, 0x203A, 0x2070, 0x2094, 0x2190, 0x2193, 0x2202, 0x2202,
                                        0x2211, 0x2213, 0x221E, 0x221E, 0x2260, 0x2265, 0x2308, 0x230B, 0};

/// A face with what lends it the signs that it lacks.
struct FontChain {
  const MappedFace& first;
  const MappedFace& fallback;
  const MappedFace* hangul;  ///< None: it is not needed.
};

/// Runs of neighbouring signs and letters, as ImGui wants them: first and last of each, then 0.
std::vector<ImWchar> ranges_with(const Letters& letters) {
  ImFontGlyphRangesBuilder builder;
  builder.AddRanges(signs.data());
  for (const char32_t letter : letters) {
    if (letter <= IM_UNICODE_CODEPOINT_MAX) {
      builder.AddChar(static_cast<ImWchar>(letter));
    }
  }
  ImVector<ImWchar> found;
  builder.BuildRanges(&found);
  return {found.begin(), found.end()};
}

ImVector<ImFontConfig>& sources_of(ImFontAtlas& atlas) {
#if IMGUI_VERSION_NUM >= 19200
  return atlas.Sources;
#else
  return atlas.ConfigData;
#endif
}

/// Adds a face to the atlas, or to the font added before.
ImFont* add_face(ImFontAtlas& atlas, const MappedFace& face, float em, bool merge, const ImWchar* glyphs) {
  ImFontConfig config;
  config.FontNo = face.file.index;
  config.MergeMode = merge;
  const float height = std::ceil(em * face.height);  // ImGui wants whole pixels; text shall not be too small.
  const std::span<const unsigned char> bytes = face.mapped.bytes();
  // It takes a pointer to what it could own, and only reads.
  ImFont* const font = atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(bytes.data()),
                                                  static_cast<int>(bytes.size()), height, &config, glyphs);
  // Said afterwards: of a file that is not its own the atlas would make a copy, megabytes at every start.
  sources_of(atlas).back().FontDataOwnedByAtlas = false;
  return font;
}

}  // namespace

Result<LoadedFonts> load_ui_fonts(ImFontAtlas& atlas, const FontFiles& files, const UiFontSizes& sizes,
                                  const UiFontWish& wish) {
  MappedFaces faces(files);
  // ImGui aborts on a file that it cannot read.
  for (const FontFile* file : {&files.regular, &files.bold, &files.fallback, &files.bold_fallback, &files.mono}) {
    if (faces.is_empty() || faces.of(*file).height <= 0) {
      return text::font_unreadable(file->path);
    }
  }
  atlas.Clear();
#if IMGUI_VERSION_NUM >= 19200
  atlas.SetFontLoader(ImGuiFreeType::GetFontLoader());
  atlas.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
#else
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
#endif
  LoadedFonts loaded;
  loaded.ranges = ranges_with(wish.letters);
  const auto add = [&](const FontChain& chain, float size) {
    const float em = wish.density * size;
    ImFont* const font = add_face(atlas, chain.first, em, false, loaded.ranges.data());
    if (chain.fallback.file != chain.first.file) {
      add_face(atlas, chain.fallback, em, true, loaded.ranges.data());
    }
    if (chain.hangul != nullptr && chain.hangul->height > 0) {
      add_face(atlas, *chain.hangul, em, true, loaded.ranges.data());
    }
    return font;
  };
  const bool more = wish.letters != letters_of(text::Language::english);
  const MappedFace* const hangul_face = &faces.of(files.hangul);
  const MappedFace* const hangul_elsewhere = more ? hangul_face : nullptr;
  const MappedFace* const bold_hangul = more ? &faces.of(files.bold_hangul) : nullptr;
  const FontChain bold{faces.of(files.bold), faces.of(files.bold_fallback), bold_hangul};
  const MappedFace& regular = faces.of(files.regular);
  const MappedFace& fallback = faces.of(files.fallback);
  loaded.fonts.text = add({regular, fallback, hangul_face}, sizes.text);
  loaded.fonts.bold = add(bold, sizes.text);
  loaded.fonts.note = add({regular, fallback, hangul_elsewhere}, sizes.note);
  loaded.fonts.heading = add(bold, sizes.heading);
  loaded.fonts.mono = add({faces.of(files.mono), fallback, hangul_elsewhere}, sizes.text);
#if IMGUI_VERSION_NUM < 19200
  if (!atlas.Build()) {
    return text::font_unreadable(files.regular.path);
  }
#endif
  loaded.files = faces.take_files();
  return loaded;
}

void AtlasDeleter::operator()(ImFontAtlas* atlas) const { IM_DELETE(atlas); }

Result<FilledAtlas> fill_atlas(const FontFiles& files, const UiFontSizes& sizes, const UiFontWish& wish) {
  std::unique_ptr<ImFontAtlas, AtlasDeleter> atlas(IM_NEW(ImFontAtlas)());
  Result<LoadedFonts> fonts = load_ui_fonts(*atlas, files, sizes, wish);
  if (!fonts) {
    return fonts.error();
  }
#if IMGUI_VERSION_NUM < 19200
  // As its texture will have it.
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  atlas->GetTexDataAsRGBA32(&pixels, &width, &height);
#endif
  return FilledAtlas{std::move(atlas), std::move(fonts).value(), wish};
}

}  // namespace convscope
