#include "app/export/stored_picture.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

std::vector<std::uint32_t> pixels_of(const StoredPicture& stored) {
  std::vector<std::uint32_t> pixels;
  for (const StoredPicture::Run& run : stored.runs) {
    pixels.insert(pixels.end(), run.pixels, stored.colors[run.color].color);
  }
  return pixels;
}

TEST(StoredPicture, HoldsEveryPixel) {
  const Image image{3, 2, {1, 1, 2, 2, 1, 3}};
  const StoredPicture stored = store_picture(image);
  EXPECT_EQ(stored.width, 3);
  EXPECT_EQ(stored.height, 2);
  EXPECT_EQ(pixels_of(stored), image.pixels);
  EXPECT_EQ(stored.runs.size(), 4U) << "a run goes on in the next row";
  ASSERT_EQ(stored.colors.size(), 3U);
  EXPECT_EQ(stored.colors[0].color, 1U);
  EXPECT_EQ(stored.colors[0].pixels, 3);
  EXPECT_EQ(stored.colors[1].pixels, 2);
}

TEST(StoredPicture, TellsAnyNumberOfColoursApart) {
  Image image{300, 300, {}};
  for (std::uint32_t i = 0; i < 90'000; ++i) {
    image.pixels.push_back(0xff000000 | i * 4096);  // Their lower bits are the same.
  }
  const StoredPicture stored = store_picture(image);
  EXPECT_EQ(pixels_of(stored), image.pixels);
}

}  // namespace
}  // namespace convscope
