#include "app/io/exif.h"

#include <gtest/gtest.h>

#include <string>

#include "app/io/photo.h"
#include "tests/app/io/photo_files.h"

namespace convscope {
namespace {

std::string number(std::uint32_t value, std::size_t size, bool big) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) {
    bytes += static_cast<char>(value >> (8 * (big ? size - 1 - i : i)));
  }
  return bytes;
}

/// A JPEG with an Exif segment behind its first marker; the orientation is the second of two entries.
std::string with_exif(const std::string& jpeg, std::uint32_t orientation, bool big) {
  const auto entry = [big](std::uint32_t tag, std::uint32_t value) {
    return number(tag, 2, big) + number(3, 2, big) + number(1, 4, big) + number(value, 2, big) + std::string(2, '\0');
  };
  const std::string tiff = (big ? "MM" : "II") + number(42, 2, big) + number(8, 4, big) + number(2, 2, big) +
                           entry(0x0100, 7) + entry(0x0112, orientation) + std::string(4, '\0');
  const std::string segment = std::string("Exif\0\0", 6) + tiff;
  return jpeg.substr(0, 2) + "\xff\xe1" + number(static_cast<std::uint32_t>(segment.size() + 2), 2, true) + segment +
         jpeg.substr(2);
}

TEST(Exif, IsReadInBothByteOrders) {
  const std::string jpeg = testing::jpeg_of(testing::ramps({8, 8}));
  EXPECT_EQ(exif_orientation(jpeg), 1);
  for (const bool big : {false, true}) {
    EXPECT_EQ(exif_orientation(with_exif(jpeg, 6, big)), 6);
    EXPECT_EQ(exif_orientation(with_exif(jpeg, 9, big)), 1) << "there is no ninth";
    const std::string whole = with_exif(jpeg, 6, big);
    for (std::size_t size = 0; size < 60; ++size) {
      const int orientation = exif_orientation(whole.substr(0, size));
      EXPECT_TRUE(orientation == 1 || orientation == 6) << size;
    }
  }
}

TEST(Exif, EachOrientationStandsUpright) {
  // a b c      Exif tells where the 0th row and column of the file lie in the upright picture.
  // d e f
  const Tensor picture({1, 1, 2, 3}, {1, 2, 3, 4, 5, 6});
  EXPECT_EQ(upright(picture, 1), picture);
  EXPECT_EQ(upright(picture, 2), Tensor({1, 1, 2, 3}, {3, 2, 1, 6, 5, 4}));
  EXPECT_EQ(upright(picture, 3), Tensor({1, 1, 2, 3}, {6, 5, 4, 3, 2, 1}));
  EXPECT_EQ(upright(picture, 4), Tensor({1, 1, 2, 3}, {4, 5, 6, 1, 2, 3}));
  EXPECT_EQ(upright(picture, 5), Tensor({1, 1, 3, 2}, {1, 4, 2, 5, 3, 6}));
  EXPECT_EQ(upright(picture, 6), Tensor({1, 1, 3, 2}, {4, 1, 5, 2, 6, 3}));
  EXPECT_EQ(upright(picture, 7), Tensor({1, 1, 3, 2}, {6, 3, 5, 2, 4, 1}));
  EXPECT_EQ(upright(picture, 8), Tensor({1, 1, 3, 2}, {3, 6, 2, 5, 1, 4}));
}

TEST(Exif, APhotographIsReadUpright) {
  const std::string jpeg = with_exif(testing::jpeg_of(testing::ramps({8, 16})), 6, true);
  EXPECT_EQ(photo_info(jpeg, "f").value().size, (Size{16, 8}));
  const Tensor photo = parse_photo(jpeg, "f", {}).value();
  EXPECT_EQ(photo.shape(), (Shape{1, 3, 16, 8}));
  EXPECT_GT(photo.at({0, 0, 15, 0}), photo.at({0, 0, 0, 0}) + 0.5F) << "red grew to the right, now downwards";
}

}  // namespace
}  // namespace convscope
