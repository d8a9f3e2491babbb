#include "app/platform/imgui_fonts.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include "app/text/phrases.h"
#include "app/text/utf8.h"

namespace convscope {
namespace {

class InterfaceFonts : public ::testing::Test {
 protected:
  InterfaceFonts() { ImGui::CreateContext(); }
  ~InterfaceFonts() override { ImGui::DestroyContext(); }

  UiFonts load(const Letters& letters) {
    loaded_ = load_ui_fonts(*ImGui::GetIO().Fonts, find_fonts().value(), {}, {1, letters}).value();
    return loaded_.fonts;
  }

  static bool has(ImFont* font, char32_t letter) {
    return font->FindGlyphNoFallback(static_cast<ImWchar>(letter)) != nullptr;
  }

 private:
  LoadedFonts loaded_;
};

TEST_F(InterfaceFonts, HaveEveryLetterOfALanguagesTexts) {
  for (const text::Language language : text::languages) {
    const UiFonts fonts = load(letters_of(language));
    for (const text::KeyedPhrase& keyed : text::all_phrases) {
      for (const char32_t letter : decode_utf8(keyed.phrase.in(language))) {
        if (letter == U'\n') {
          continue;
        }
        for (ImFont* const font : {fonts.text, fonts.bold, fonts.note, fonts.heading, fonts.mono}) {
          EXPECT_TRUE(has(font, letter)) << keyed.key << ": " << encode_utf8(letter);
        }
      }
    }
  }
}

TEST_F(InterfaceFonts, SpeakTheLanguagesNamesInEveryLanguage) {
  const UiFonts fonts = load(letters_of(text::Language::english));
  EXPECT_TRUE(has(fonts.text, U'한'));
  EXPECT_FALSE(has(fonts.text, U'뷁')) << "all of Hangul would take seconds";
}

TEST_F(InterfaceFonts, TakeFurtherLetters) {
  EXPECT_FALSE(has(load(letters_of(text::Language::english)).text, U'é')) << "every start would wait for it";
  const UiFonts fonts = load({U'é', U'ж', U'뷁', U'漢', U'\U0001f600'});
  for (ImFont* const font : {fonts.text, fonts.bold, fonts.note, fonts.heading, fonts.mono}) {
    EXPECT_TRUE(has(font, U'é'));
    EXPECT_TRUE(has(font, U'ж'));
  }
  EXPECT_TRUE(has(fonts.text, U'뷁'));
  EXPECT_TRUE(has(fonts.text, U'漢'));
}

}  // namespace
}  // namespace convscope
