#include "app/export/palette.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace convscope {
namespace {

constexpr std::uint32_t kWhite = 0xffffffff;
constexpr std::uint32_t kBlue = 0xff268bd2;

std::uint32_t gray(std::uint32_t level) { return 0xff000000 | level << 16 | level << 8 | level; }

TEST(ColorHistogram, CountsOpaquePixels) {
  ColorHistogram histogram;
  histogram.add(std::vector<ColorCount>{{kWhite, 2}, {kBlue, 3}});
  EXPECT_FALSE(histogram.has_transparency());
  histogram.add(std::vector<ColorCount>{{transparent_pixel, 1}, {kBlue, 1}});
  EXPECT_TRUE(histogram.has_transparency());
  const std::vector<ColorCount> colors = histogram.colors();
  ASSERT_EQ(colors.size(), 2U);
  EXPECT_EQ(colors[0].color, kBlue);
  EXPECT_EQ(colors[0].pixels, 4);
  EXPECT_EQ(colors[1].color, kWhite);
  EXPECT_EQ(colors[1].pixels, 2);
}

TEST(ColorHistogram, ForgetsRareColoursBeforeItGrowsWithoutBound) {
  ColorHistogram histogram;
  histogram.add(std::vector<ColorCount>{{kWhite, 100}});
  std::vector<ColorCount> many(1 << 18);
  for (std::uint32_t i = 0; i < many.size(); ++i) {
    many[i] = {0xff000000 | i * 37 % 0xffffff, 1};
  }
  histogram.add(many);
  EXPECT_LE(histogram.colors().size(), ColorHistogram::capacity);
  EXPECT_GE(histogram.colors().size(), ColorHistogram::capacity / 2);
  EXPECT_EQ(histogram.colors().front().color, kWhite);
}

TEST(ChoosePalette, KeepsAllColoursThatFit) {
  std::vector<ColorCount> colors;
  for (std::uint32_t i = 0; i < 256; ++i) {
    colors.push_back({gray(i), 256 - i});
  }
  const std::vector<std::uint32_t> palette = choose_palette(colors, 256);
  EXPECT_EQ(std::set(palette.begin(), palette.end()).size(), 256U);
}

TEST(ChoosePalette, KeepsLargeAreasExactAndSpreadsTheRest) {
  std::vector<ColorCount> colors{{kWhite, 100000}, {kBlue, 50000}};
  for (std::uint32_t i = 0; i < 200; ++i) {
    colors.push_back({gray(i), 10});
  }
  const std::vector<std::uint32_t> palette = choose_palette(colors, 22);
  EXPECT_EQ(palette.size(), 22U);
  EXPECT_NE(std::ranges::find(palette, kWhite), palette.end());
  EXPECT_NE(std::ranges::find(palette, kBlue), palette.end());
  const PaletteIndex index(palette, colors);
  for (std::uint32_t i = 0; i < 200; ++i) {
    const std::uint32_t shown = index.palette()[index.index_of(gray(i))];
    EXPECT_NEAR(static_cast<int>(shown & 0xff), static_cast<int>(i), 10) << "twenty greys for two hundred";
  }
}

TEST(ChoosePalette, ALargeAreaCountsMoreThanAFewPixelsFarAway) {
  constexpr std::uint32_t nearly_white = 0xfff0f0f0;
  const std::vector<ColorCount> colors{
      {kWhite, 100000}, {nearly_white, 50000}, {0xffff0000, 3}, {0xff00ff00, 2}, {0xff0000ff, 1}};
  EXPECT_EQ(choose_palette(colors, 2), (std::vector{kWhite, nearly_white}));
}

TEST(ChoosePalette, AnEntryForManyColoursIsTheirMean) {
  const std::vector<ColorCount> colors{{kWhite, 100000}, {gray(10), 40}, {gray(20), 40}, {gray(30), 20}};
  EXPECT_EQ(choose_palette(colors, 2), (std::vector{kWhite, gray(18)}));
}

TEST(ChoosePalette, IsDeterministicWhereErrorsAreEqual) {
  std::vector<ColorCount> colors;
  for (std::uint32_t i = 0; i < 100; ++i) {
    colors.push_back({0xff000000 | i << 16, 1});
    colors.push_back({0xff000000 | i, 1});
  }
  EXPECT_EQ(choose_palette(colors, 16), choose_palette(colors, 16));
}

TEST(PaletteIndex, GivesExactColoursTheirOwnEntryAndOthersTheNearest) {
  const std::vector<ColorCount> known{{kBlue, 1}, {gray(10), 1}};
  const PaletteIndex index({kWhite, kBlue, gray(0)}, known);
  const std::vector<std::pair<std::uint32_t, int>> expected{{kBlue, 1},    {kWhite, 0},    {gray(0), 2},
                                                            {gray(10), 2}, {gray(250), 0}, {transparent_pixel, 3}};
  for (const auto& [color, place] : expected) {
    EXPECT_EQ(index.index_of(color), place);
  }
}

}  // namespace
}  // namespace convscope
