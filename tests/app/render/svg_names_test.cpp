#include "app/render/svg_names.h"

#include <gtest/gtest.h>

#include <chrono>

namespace convscope {
namespace {

TEST(SvgNames, AreNumberedAsTheyAppear) {
  SvgNames names;
  EXPECT_EQ(names.renamed(R"(<image id="image55"/><g id="surface7"><use xlink:href="#image55"/></g>)"),
            R"(<image id="image-0"/><g id="surface-1"><use xlink:href="#image-0"/></g>)");
  EXPECT_EQ(names.renamed(R"svg(<g clip-path="url(#clip-3-12)"/><use href="#source-9"/><text>image55</text>)svg"),
            R"svg(<g clip-path="url(#clip-2)"/><use href="#source-3"/><text>image55</text>)svg");
}

TEST(SvgNames, OfAnotherFileAreOthers) {
  SvgNames names;
  EXPECT_EQ(names.renamed(R"(<g id="clip1"/>)"), R"(<g id="clip-0"/>)");
  EXPECT_EQ(names.renamed(R"(<g id="clip1"/>)"), R"(<g id="clip-0"/>)");
  names.begin_file();
  EXPECT_EQ(names.renamed(R"(<g id="clip1"/>)"), R"(<g id="clip-1"/>)");
}

TEST(SvgNames, LettersOfOneFormAreOne) {
  SvgNames names;
  EXPECT_TRUE(names.add_letter("glyph0-0", "<path/>"));
  EXPECT_TRUE(names.add_letter("glyph0-1", "<rect/>"));
  names.begin_file();
  EXPECT_FALSE(names.add_letter("glyph0-0", "<rect/>"));
  EXPECT_TRUE(names.add_letter("glyph0-1", "<line/>"));
  EXPECT_EQ(names.renamed(R"(<use href="#glyph0-0"/><use href="#glyph0-1"/>)"),
            R"(<use href="#letter-1"/><use href="#letter-2"/>)");
}

TEST(SvgNames, AreFoundInALongTextInNoTime) {
  constexpr int uses = 100'000;
  std::string text;
  for (int i = 0; i < uses; ++i) {
    text += R"svg(<g clip-path="url(#clip1)"><path d="M 106 603 L 119 603 L 119 616 L 106 616 Z"/></g>)svg";
  }
  SvgNames names;
  const auto begin = std::chrono::steady_clock::now();
  const std::string renamed = names.renamed(text);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(3))
      << "minutes, if each reads it to its end";
  EXPECT_EQ(renamed.size(), text.size() + uses) << "clip-0";
}

TEST(SvgNames, WithoutAnyTheTextStays) {
  SvgNames names;
  for (const std::string text : {"", "<svg/>", "<text>id=</text>"}) {
    EXPECT_EQ(names.renamed(text), text);
  }
}

}  // namespace
}  // namespace convscope
