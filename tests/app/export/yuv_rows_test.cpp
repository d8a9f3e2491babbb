#include "app/export/yuv_rows.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace convscope {
namespace {

using Row = std::vector<std::uint32_t>;

double channel(std::uint32_t pixel, unsigned shift) { return pixel >> shift & 0xff; }

/// BT.709's luma in the wide range, from its own coefficients.
double wide_luma(double red, double green, double blue) { return 0.2126 * red + 0.7152 * green + 0.0722 * blue; }

Row random_row(std::mt19937& random, int width) {
  Row row;
  for (int x = 0; x < width; ++x) {
    const std::uint32_t color = random() & 0xffffff;
    row.push_back(0xff000000 | (x % 5 == 0 ? 0xffffff : x % 7 == 0 ? 0 : color));
  }
  return row;
}

TEST(YuvRows, HaveTheStandardsLuma) {
  std::mt19937 random(1);
  for (int width = 1; width < 40; ++width) {
    const Row row = random_row(random, width);
    std::vector<std::uint8_t> luma(row.size() + 1, 7);
    luma_row(row.data(), luma.data(), width);
    for (std::size_t x = 0; x < row.size(); ++x) {
      const double exact = 16 + 219 * wide_luma(channel(row[x], 16), channel(row[x], 8), channel(row[x], 0)) / 255;
      EXPECT_NEAR(luma[x], exact, 0.52) << "pixel " << x << " of " << width;
    }
    EXPECT_EQ(luma.back(), 7) << "no byte behind the row";
  }
}

TEST(YuvRows, HaveTheChromaOfSquaresMeans) {
  std::mt19937 random(2);
  for (int width = 2; width < 80; width += 2) {
    const Row upper = random_row(random, width);
    const Row lower = random_row(random, width);
    std::vector<std::uint8_t> blue(upper.size() / 2 + 1, 7);
    std::vector<std::uint8_t> red = blue;
    chroma_rows(upper.data(), lower.data(), {blue.data(), red.data()}, width);
    for (std::size_t x = 0; x < upper.size(); x += 2) {
      const auto mean = [&](unsigned shift) {
        return (channel(upper[x], shift) + channel(upper[x + 1], shift) + channel(lower[x], shift) +
                channel(lower[x + 1], shift)) /
               4;
      };
      const double luma = wide_luma(mean(16), mean(8), mean(0));
      // The mean's channels are rounded first.
      EXPECT_NEAR(blue[x / 2], 128 + 224 * (mean(0) - luma) / 1.8556 / 255, 1);
      EXPECT_NEAR(red[x / 2], 128 + 224 * (mean(16) - luma) / 1.5748 / 255, 1);
    }
    EXPECT_EQ(blue.back(), 7);
    EXPECT_EQ(red.back(), 7);
  }
}

TEST(YuvRows, KeepGreyGreyAndTheRangesEnds) {
  const Row row(16, 0xff808080);
  const Row white(16, 0xffffffff);
  std::vector<std::uint8_t> luma(16);
  std::vector<std::uint8_t> blue(8);
  std::vector<std::uint8_t> red(8);
  chroma_rows(row.data(), white.data(), {blue.data(), red.data()}, 16);
  EXPECT_EQ(blue, std::vector<std::uint8_t>(8, 128));
  EXPECT_EQ(red, blue);
  luma_row(white.data(), luma.data(), 16);
  EXPECT_EQ(luma, std::vector<std::uint8_t>(16, 235));
  luma_row(Row(16, 0xff000000).data(), luma.data(), 16);
  EXPECT_EQ(luma, std::vector<std::uint8_t>(16, 16));
}

}  // namespace
}  // namespace convscope
