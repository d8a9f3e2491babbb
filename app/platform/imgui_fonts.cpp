#include "app/platform/imgui_fonts.h"

#include <ft2build.h>
#include <imgui.h>
#include <imgui_freetype.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "app/text/export_errors.h"
#include "app/text/phrases.h"

namespace convscope {
namespace {

/// ASCII, and the signs of the interface's texts and formulas: ° · × ⁿ ₁ → ∂ − ∞ ≈ ≠ ≤ ≥ ⌈ ⌉ ⌊ ⌋ and their like. Each
/// sign costs every start. Ends with 0.
constexpr std::array<ImWchar, 27> signs{0x0020, 0x007E, 0x00B0, 0x00B0, 0x00B7, 0x00B7, 0x00D7, 0x00D7, 0x2010,
                                        0x2026, 0x2032, 0x203A, 0x2070, 0x2094, 0x2190, 0x2193, 0x2202, 0x2202,
                                        0x2211, 0x2213, 0x221E, 0x221E, 0x2260, 0x2265, 0x2308, 0x230B, 0};

/// Hangul Jamo; what texts have before it is among the signs.
constexpr char32_t first_letter_beyond = 0x1100;

/// A face's height from the lowest to the highest line, in em: ImGui measures sizes by it. 0: not readable.
float line_height(FT_Library library, const MappedFile& file, int index) {
  const std::span<const unsigned char> bytes = file.bytes();
  FT_Face face = nullptr;
  if (bytes.empty() ||
      FT_New_Memory_Face(library, bytes.data(), static_cast<FT_Long>(bytes.size()), index, &face) != 0) {
    return 0;
  }
  const float units = static_cast<float>(face->ascender) - static_cast<float>(face->descender);
  const float height = FT_IS_SCALABLE(face) ? units / static_cast<float>(face->units_per_EM) : 0;
  FT_Done_Face(face);
  return height;
}

/// A file's face, opened once however many sizes it is drawn at.
struct Face {
  FontFile file;
  MappedFile mapped;
  float height = 0;  ///< 0: it cannot be read.
};

/// A face with what lends it the signs that it lacks.
struct FontChain {
  const Face& first;
  const Face& fallback;
  const Face* hangul;  ///< None: it is not needed.
};

/// The faces of FontFiles.
class Faces {
 public:
  explicit Faces(const FontFiles& files) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) {
      return;
    }
    const std::unique_ptr<FT_LibraryRec_, decltype(&FT_Done_FreeType)> owner(library, &FT_Done_FreeType);
    for (const FontFile* file : {&files.regular, &files.bold, &files.fallback, &files.bold_fallback, &files.mono,
                                 &files.hangul, &files.bold_hangul}) {
      Face face{*file, MappedFile(file->path), 0};
      face.height = line_height(library, face.mapped, file->index);
      faces_.push_back(std::move(face));
    }
  }

  [[nodiscard]] const Face& of(const FontFile& file) const {
    return *std::ranges::find_if(faces_, [&file](const Face& face) { return face.file == file; });
  }
  [[nodiscard]] bool is_empty() const { return faces_.empty(); }

  /// The files, for those who read on; no face is used after it.
  [[nodiscard]] std::vector<MappedFile> take_files() {
    std::vector<MappedFile> files;
    for (Face& face : faces_) {
      files.push_back(std::move(face.mapped));
    }
    return files;
  }

 private:
  std::vector<Face> faces_;
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
ImFont* add_face(ImFontAtlas& atlas, const Face& face, float em, bool merge, const ImWchar* glyphs) {
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

Letters letters_of(text::Language language) {
  const auto add = [](std::string_view text, Letters& letters) {
    while (!text.empty()) {
      const char32_t letter = take_code_point(text);
      if (letter >= first_letter_beyond) {
        letters.insert(letter);
      }
    }
  };
  Letters letters;
  add("한국어", letters);
  for (const text::KeyedPhrase& keyed : text::all_phrases) {
    add(keyed.phrase.in(language), letters);
  }
  return letters;
}

Result<LoadedFonts> load_ui_fonts(ImFontAtlas& atlas, const FontFiles& files, const UiFontSizes& sizes,
                                  const UiFontWish& wish) {
  Faces faces(files);
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
  const Face* const hangul_face = &faces.of(files.hangul);
  const Face* const hangul_elsewhere = more ? hangul_face : nullptr;
  const Face* const bold_hangul = more ? &faces.of(files.bold_hangul) : nullptr;
  const FontChain bold{faces.of(files.bold), faces.of(files.bold_fallback), bold_hangul};
  const Face& regular = faces.of(files.regular);
  const Face& fallback = faces.of(files.fallback);
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
