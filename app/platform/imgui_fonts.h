#pragma once

#include <memory>
#include <vector>

#include "app/platform/interface_letters.h"
#include "app/platform/mapped_file.h"
#include "app/render/fonts.h"
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
  std::vector<ImWchar> ranges;
};

/// Fills an atlas anew; on failure it stays as it was. What a face lacks comes from the fallback, or from the Hangul
/// face; from that, where no more than the languages' names is wished, in the text's own size alone, as it takes time.
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
