#pragma once

#include <memory>
#include <set>
#include <vector>

#include "app/platform/mapped_file.h"
#include "app/render/fonts.h"
#include "app/text/phrase.h"
#include "app/text/result.h"
#include "app/ui/ui.h"

struct ImFontAtlas;

namespace convscope {

/// Em sizes in pixels at scale 1.
struct UiFontSizes {
  float note = 13;
  float text = 15;
  float heading = 17;
};

/// Letters beside the Latin ones and the formulas' signs, which every atlas has: all of Hangul would take seconds.
using Letters = std::set<char32_t>;

/// The letters that the interface's texts in a language have, and the names of all languages.
[[nodiscard]] Letters letters_of(text::Language language);

/// Runs of neighbouring letters, as ImGui wants them: first and last of each, then 0. Empty: there are no letters.
[[nodiscard]] std::vector<ImWchar> ranges_of(const Letters& letters);

/// What the atlas is made for.
struct UiFontWish {
  float density = 0;  ///< Pixels of the framebuffer per pixel at scale 1.
  Letters letters{};
  bool operator==(const UiFontWish&) const = default;
};

/// The fonts, and what the atlas points to.
struct LoadedFonts {
  UiFonts fonts;
  std::vector<MappedFile> files;
  std::vector<ImWchar> letter_ranges;
};

/// Fills an atlas anew; on failure it stays as it was. Signs that a face lacks come from the fallback, letters from the
/// Hangul face; where they are no more than the languages' names, in the text's own size alone, as they take time.
[[nodiscard]] Result<LoadedFonts> load_ui_fonts(ImFontAtlas& atlas, const FontFiles& files, const UiFontSizes& sizes,
                                                const UiFontWish& wish);

struct AtlasDeleter {
  void operator()(ImFontAtlas* atlas) const;
};

/// An atlas with the fonts that a wish gives: what a thread can make ready before Dear ImGui's context is there.
struct FilledAtlas {
  std::unique_ptr<ImFontAtlas, AtlasDeleter> atlas;
  LoadedFonts fonts;
  UiFontWish wish;
};

[[nodiscard]] Result<FilledAtlas> fill_atlas(const FontFiles& files, const UiFontSizes& sizes, const UiFontWish& wish);

}  // namespace convscope
