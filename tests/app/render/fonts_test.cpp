#include "app/render/fonts.h"

#include <ft2build.h>
#include <gtest/gtest.h>
#include FT_FREETYPE_H

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "app/scene/text_width.h"
#include "app/text/phrases.h"
#include "app/text/utf8.h"

namespace convscope {
namespace {

class Fonts : public ::testing::Test {
 protected:
  FontSet fonts_ = FontSet::load().value();
};

TEST_F(Fonts, EveryFileExists) {
  const FontFiles& files = fonts_.files();
  for (const FontFile& file : {files.regular, files.bold, files.fallback, files.bold_fallback, files.mono}) {
    EXPECT_TRUE(std::filesystem::is_regular_file(file.path)) << file.path;
  }
  EXPECT_NE(files.regular, files.bold);
  EXPECT_NE(files.fallback, files.bold_fallback);
}

TEST_F(Fonts, EverySignOfThePicturesHasAGlyph) {
  for (const char32_t point : U"0123456789+\u2212\u00d7\u00b7=()[],.\u2308\u2309\u230a\u230b\u2192\u221e\u2026aZ") {
    if (point == 0) {
      continue;
    }
    for (const FontFace face : {FontFace::regular, FontFace::bold}) {
      FT_Face const found = fonts_.face_for(face, point);
      EXPECT_NE(FT_Get_Char_Index(found, point), 0U) << "U+" << std::hex << static_cast<std::uint32_t>(point);
    }
  }
}

TEST_F(Fonts, EveryLetterOfTheCatalogueHasAGlyph) {
  ASSERT_TRUE(fonts_.has_hangul()) << "install fonts-nanum";
  for (const text::KeyedPhrase& keyed : text::all_phrases) {
    for (const text::Language language : text::languages) {
      for (const char32_t point : decode_utf8(keyed.phrase.in(language))) {
        for (const FontFace face : {FontFace::regular, FontFace::bold}) {
          EXPECT_NE(FT_Get_Char_Index(fonts_.face_for(face, point), point), 0U)
              << keyed.key << ": " << encode_utf8(point);
        }
      }
    }
  }
}

TEST_F(Fonts, LettersAreNoWiderThanLayoutsTakeThemToBe) {
  for (const std::string word : {"입력", "커널", "늘림·패딩 후 9 × 9", "output", "∂ 합 / ∂ 입력"}) {
    EXPECT_LE(fonts_.text_width(FontFace::bold, word, 20), text_width(word, 20)) << word;
  }
}

TEST_F(Fonts, AFallbackIsAsBoldAsItsFace) {
  EXPECT_EQ(fonts_.face_for(FontFace::regular, U'\u230a')->style_flags & FT_STYLE_FLAG_BOLD, 0);
  EXPECT_NE(fonts_.face_for(FontFace::bold, U'\u230a')->style_flags & FT_STYLE_FLAG_BOLD, 0);
}

TEST_F(Fonts, WidthsAddUpAndGrowWithTheSize) {
  const float one = fonts_.text_width(FontFace::regular, "4", 10);
  EXPECT_GT(one, 4);
  EXPECT_LT(one, 7);
  EXPECT_FLOAT_EQ(fonts_.text_width(FontFace::regular, "444", 10), 3 * one);
  EXPECT_FLOAT_EQ(fonts_.text_width(FontFace::regular, "4", 25), 2.5F * one);
  EXPECT_GT(fonts_.text_width(FontFace::bold, "output", 15), fonts_.text_width(FontFace::regular, "output", 15));
  EXPECT_FLOAT_EQ(fonts_.text_width(FontFace::regular, "", 15), 0);
}

TEST_F(Fonts, DigitsAreAboutSevenTenthsOfTheEm) {
  EXPECT_NEAR(fonts_.digit_height(FontFace::regular, 100), 72, 3);
  EXPECT_NEAR(fonts_.digit_height(FontFace::bold, 100), 72, 3);
}

TEST(FoundFonts, AreFoundWhateverTheLocaleCallsThem) {
  // What fontconfig asks before LC_ALL, once in a process: NanumGothic is 나눔고딕 now.
  ASSERT_EQ(setenv("FC_LANG", "ko", 1), 0);
  const Result<FontFiles> korean = find_fonts();
  unsetenv("FC_LANG");
  ASSERT_TRUE(korean.ok());
  EXPECT_NE(korean.value().hangul.path.find("NanumGothic"), std::string::npos);
}

TEST(MissingFonts, AreNamedByTheirPackages) {
  const std::filesystem::path config =
      std::filesystem::path(::testing::TempDir()) / ("no-fonts-" + std::to_string(getpid()) + ".conf");
  std::ofstream(config) << "<fontconfig></fontconfig>";
  setenv("FONTCONFIG_FILE", config.c_str(), 1);
  const Result<FontSet> fonts = FontSet::load();
  unsetenv("FONTCONFIG_FILE");
  std::filesystem::remove(config);
  ASSERT_FALSE(fonts.ok());
  EXPECT_NE(fonts.error().remedy.english().find("fonts-noto-core"), std::string::npos);
  EXPECT_NE(fonts.error().remedy.english().find("fonts-dejavu-core"), std::string::npos);
}

}  // namespace
}  // namespace convscope
