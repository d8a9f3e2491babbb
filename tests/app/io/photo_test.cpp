#include "app/io/photo.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <memory>

#include "app/io/read_file.h"
#include "app/io/samples.h"
#include "tests/app/io/damage.h"
#include "tests/app/io/photo_files.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

using testing::file_kinds;
using testing::FileKind;
using testing::Picture;
using testing::png_of;
using testing::ramps;

/// The largest difference between a tensor and the picture that it was read from.
float difference(const Tensor& tensor, const Picture& picture) {
  float largest = 0;
  std::size_t i = 0;
  for (std::int64_t y = 0; y < picture.size.height; ++y) {
    for (std::int64_t x = 0; x < picture.size.width; ++x) {
      for (std::int64_t c = 0; c < 3; ++c) {
        largest = std::max(largest, std::abs(tensor.at({0, c, y, x}) - static_cast<float>(picture.parts[i++]) / 255));
      }
    }
  }
  return largest;
}

class PhotoKind : public ::testing::TestWithParam<FileKind> {};

TEST_P(PhotoKind, IsReadPixelByPixel) {
  const Picture picture = ramps({7, 9});
  const Result<Tensor> photo = parse_photo(GetParam().write(picture), GetParam().name, {});
  ASSERT_TRUE(photo.ok()) << photo.error().what.english();
  ASSERT_EQ(photo.value().shape(), (Shape{1, 3, 7, 9}));
  const bool lossy = std::string_view(GetParam().name) == "f.jpg";
  EXPECT_LE(difference(photo.value(), picture), lossy ? 0.2F : 0.0F);
}

TEST_P(PhotoKind, CutOffItIsRefused) {
  const std::string bytes = GetParam().write(ramps({7, 9}));
  // The last two bytes may be a GIF's or JPEG's mark of the end, or a BMP's or TGA's padding or name.
  for (std::size_t size = 0; size + 30 < bytes.size(); ++size) {
    const Result<Tensor> photo = parse_photo(bytes.substr(0, size), GetParam().name, {});
    ASSERT_FALSE(photo.ok()) << size << " of " << bytes.size();
    EXPECT_EQ(photo.error().what.english().rfind(GetParam().name, 0), 0U) << photo.error().what.english();
    EXPECT_FALSE(photo.error().remedy.english().empty());
  }
}

TEST_P(PhotoKind, BrokenInAHundredWaysItIsRefusedOrAPicture) {
  const std::string bytes = GetParam().write(ramps({10, 12}));
  int refused = 0;
  for (std::uint64_t number = 0; number < 100; ++number) {
    const Result<Tensor> photo = parse_photo(testing::damaged(bytes, number), GetParam().name, {});
    if (photo.ok()) {
      EXPECT_EQ(photo.value().shape().channels, 3) << number;
      for (const float value : photo.value().values()) {
        ASSERT_TRUE(value >= 0 && value <= 1) << number;
      }
    } else {
      ++refused;
      EXPECT_EQ(photo.error().what.english().rfind(GetParam().name, 0), 0U) << photo.error().what.english();
    }
  }
  EXPECT_GT(refused, 20);
  if (std::string_view(GetParam().name) == "f.png") {
    EXPECT_GE(refused, 99) << "its sums show every change but one behind its end";
  }
}

INSTANTIATE_TEST_SUITE_P(All, PhotoKind, ::testing::ValuesIn(file_kinds),
                         [](const auto& tested) { return std::string(tested.param.name).substr(2); });

/// Files that once ended the program among them.
TEST(Photo, WhatTheFuzzTestsStartFromIsRefusedOrAPicture) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(FUZZ_PHOTOS)) {
    const Result<std::string> bytes = read_file(entry.path(), 1 << 20);
    ASSERT_TRUE(bytes.ok());
    const std::string name = entry.path().filename().string();
    const Result<Tensor> photo = parse_photo(bytes.value(), name, {});
    EXPECT_TRUE(photo.ok() || photo.error().what.english().starts_with(name)) << photo.error().what.english();
    ++files;
  }
  EXPECT_GE(files, 6);
}

/// A JPEG whose first Huffman table says that it has 255 codes of each length.
std::string with_too_many_codes(std::string jpeg) {
  const std::size_t table = jpeg.find("\xff\xc4");
  jpeg.replace(table + 5, 16, 16, '\xff');
  return jpeg;
}

TEST(Photo, AJpegWithMoreCodesThanSymbolsIsRefused) {
  const std::string sound = testing::jpeg_of(ramps({7, 9}));
  const std::string broken = with_too_many_codes(sound);
  const std::string late = sound.substr(0, sound.size() - 2) + broken.substr(broken.find("\xff\xc4"));
  ASSERT_TRUE(photo_info(sound, "f.jpg").ok());
  for (const std::string& bytes : {broken, late, "\xff" + broken}) {
    for (const char* name : {"f.jpg", "f.tga"}) {
      const Result<PhotoInfo> info = photo_info(bytes, name);
      ASSERT_FALSE(info.ok());
      EXPECT_TRUE(info.error().what.english().starts_with(name)) << info.error().what.english();
    }
  }
}

std::string without_huffman_tables(std::string jpeg) {
  const std::size_t at = jpeg.find("\xff\xc4");
  const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(jpeg[at + offset]); };
  return jpeg.erase(at, 2 + byte(2) * 256U + byte(3));
}

using Blocks = std::vector<std::unique_ptr<char[]>>;

/// What malloc gives next is full of `byte`, as long as the small blocks live that hold the freed ones apart.
[[nodiscard]] Blocks soil_the_heap(int byte) {
  constexpr std::size_t large = 1 << 15;  // As the decoder's tables; larger ones are given back to the system.
  constexpr std::size_t small = 1 << 12;
  Blocks freed;
  Blocks kept;
  for (int i = 0; i < 8; ++i) {
    freed.push_back(std::make_unique<char[]>(large));
    kept.push_back(std::make_unique<char[]>(small));
    std::memset(freed.back().get(), byte, large);
  }
  return kept;
}

TEST(Photo, AJpegWithoutTablesDependsOnItsBytesAlone) {
  const Picture grey{{7, 9}, 3, std::vector<std::uint8_t>(std::size_t{7 * 9 * 3}, 128)};
  const std::string broken = without_huffman_tables(testing::jpeg_of(grey));
  Blocks apart = soil_the_heap(0);
  const Result<Tensor> clean = parse_photo(broken, "f.jpg", {});
  for (const int byte : {0x01, 0x55, 0xff}) {
    apart = soil_the_heap(byte);
    const Result<Tensor> soiled = parse_photo(broken, "f.jpg", {});
    ASSERT_EQ(soiled.ok(), clean.ok());
    EXPECT_TRUE(!clean || std::ranges::equal(soiled.value().values(), clean.value().values()));
  }
}

TEST(Photo, IsGreyAsBt601Says) {
  const Picture pure{{1, 4}, 3, {255, 0, 0, 0, 255, 0, 0, 0, 255, 51, 51, 51}};
  const Tensor grey = parse_photo(png_of(pure), "f", {.grey = true}).value();
  ASSERT_EQ(grey.shape(), (Shape{1, 1, 1, 4}));
  EXPECT_FLOAT_EQ(grey.values()[0], 0.299F);
  EXPECT_FLOAT_EQ(grey.values()[1], 0.587F);
  EXPECT_FLOAT_EQ(grey.values()[2], 0.114F);
  EXPECT_EQ(grey.values()[3], 0.2F);
}

TEST(Photo, AGreyFileIsGreyInEveryChannel) {
  const std::string bytes = png_of({{1, 2}, 1, {0, 51}});
  EXPECT_TRUE(photo_info(bytes, "f").value().grey);
  EXPECT_EQ(parse_photo(bytes, "f", {}).value(), Tensor({1, 3, 1, 2}, {0, 0.2F, 0, 0.2F, 0, 0.2F}));
}

TEST(Photo, LiesOnWhiteWhereItIsTransparent) {
  const std::string bytes = png_of({{1, 3}, 4, {255, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 51}});
  EXPECT_EQ(parse_photo(bytes, "f", {}).value(), Tensor({1, 3, 1, 3}, {1, 1, 0.8F, 0, 1, 0.8F, 0, 1, 0.8F}));
}

TEST(Photo, ComesToASize) {
  // Four columns 0 … 255, two rows alike.
  const std::string bytes = png_of({{2, 4}, 1, {0, 51, 102, 255, 0, 51, 102, 255}});
  const auto read = [&](PhotoFit fit, const Size& size) {
    return parse_photo(bytes, "f", {.grey = true, .size = size, .fit = fit}).value();
  };
  EXPECT_EQ(read(PhotoFit::crop, {1, 2}), Tensor({1, 1, 1, 2}, {0.2F, 0.4F}));
  const Tensor cover = read(PhotoFit::cover, {1, 1});
  EXPECT_FLOAT_EQ(cover.values()[0], 0.3F) << "the square in the middle";
  const Tensor stretch = read(PhotoFit::stretch, {1, 2});
  EXPECT_FLOAT_EQ(stretch.values()[0], 0.1F);
  EXPECT_FLOAT_EQ(stretch.values()[1], 0.7F);
  EXPECT_EQ(read(PhotoFit::cover, {4, 8}).shape(), (Shape{1, 1, 4, 8}));
}

TEST(Photo, HasLimits) {
  const Picture wide{{1, 4097}, 1, std::vector<std::uint8_t>(4097)};
  const Result<Tensor> photo = parse_photo(png_of(wide), "wide.png", {});
  ASSERT_FALSE(photo.ok());
  EXPECT_EQ(photo.error().what.english(), "wide.png would have 4097 × 1 pixels; an input has at most 4096 × 4096");
  EXPECT_EQ(
      parse_photo(png_of(wide), "wide.png", {.size = Size{1, 100}, .fit = PhotoFit::stretch}).value().shape().width,
      100);
  const Picture wider{{1, 16385}, 1, std::vector<std::uint8_t>(16385)};
  EXPECT_EQ(parse_photo(png_of(wider), "w", {.size = Size{1, 1}}).error().what.english(),
            "w has 16385 × 1 pixels; at most 16384 × 16384 are read");
  const std::string small = png_of(ramps({4, 4}));
  EXPECT_EQ(parse_photo(small, "s", {.size = Size{5, 4}, .fit = PhotoFit::crop}).error().what.english(),
            "s has 4 × 4 pixels; 4 × 5 pixels cannot be cropped from it");
}

TEST(Photo, WithMoreValuesThanATensorIsScaledDown) {
  // 9500 × 9500 pixels of three parts, in runs of 128 of one colour.
  constexpr int runs = (9500 * 9500 + 127) / 128;
  std::string tga("\0\0\x0a\0\0\0\0\0\0\0\0\0\x1c\x25\x1c\x25\x18\0", 18);
  for (int run = 0; run < runs; ++run) {
    tga.append("\xff\x33\x66\xff", 4);  // Blue, green, red.
  }
  const Tensor scaled = parse_photo(tga, "f.tga", {.size = Size{1, 2}, .fit = PhotoFit::stretch}).value();
  const Tensor expected({1, 3, 1, 2}, {1, 1, 0.4F, 0.4F, 0.2F, 0.2F});
  ASSERT_EQ(scaled.shape(), expected.shape());
  for (std::size_t i = 0; i < expected.values().size(); ++i) {
    EXPECT_NEAR(scaled.values()[i], expected.values()[i], 1e-3) << i;
  }
}

TEST(Photo, NothingElseIsOne) {
  for (const char* text : {"", "P6 1 1 255 abc", "8BPS", "#?RADIANCE\n", "<svg/>", "\x89PNG"}) {
    const Result<Tensor> photo = parse_photo(text, "f.png", {});
    ASSERT_FALSE(photo.ok()) << text;
    EXPECT_EQ(photo.error().what.english(), "f.png is not a PNG, JPEG, BMP, TGA or GIF");
  }
  const Result<Tensor> none = read_photo("/nowhere/f.png", {});
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.error().what.english(), "cannot read /nowhere/f.png: No such file or directory");
}

TEST(Photo, IsReadFromAFile) {
  const testing::TemporaryFolder folder;
  const auto path = folder.write("A picture.TGA", testing::tga_of(ramps({3, 3})));
  EXPECT_EQ(read_photo(path, {}).value().shape(), (Shape{1, 3, 3, 3}));
}

TEST(Samples, ArePicturesOfUseAndSmall) {
  EXPECT_EQ(samples().size(), 4U);
  for (const Sample& sample : samples()) {
    EXPECT_LT(sample.bytes.size(), 100'000U) << sample.name;
    const Result<Tensor> photo = parse_photo(sample.bytes, sample.name, {});
    ASSERT_TRUE(photo.ok()) << sample.name << ": " << photo.error().what.english();
    const auto [least, most] = std::ranges::minmax(photo.value().values());
    EXPECT_GT(most - least, 0.5F) << sample.name;
  }
  EXPECT_TRUE(photo_info(samples()[2].bytes, "digit").value().grey);
  EXPECT_EQ(photo_info(samples()[2].bytes, "digit").value().size, (Size{28, 28}));
}

}  // namespace
}  // namespace convscope
