#include <gtest/gtest.h>

#include "tests/app/cli/export_command_fixture.h"

namespace convscope {
namespace {

using testing::content_of;
using testing::DecodedFrame;
using testing::error_of;
using testing::ExportCommand;

TEST_F(ExportCommand, WritesInTheLanguageThatIsAskedFor) {
  const std::string line = "--preset padding_strides --look flat --steps 0-1";
  EXPECT_EQ(export_to("en.html", line).status, 0);
  const testing::CliRun korean = export_to("ko.html", line + " --language ko");
  EXPECT_EQ(korean.status, 0) << korean.err;
  const std::string page = content_of(path("ko.html"));
  for (const char* const said : {"lang=\"ko\"", "출력 크기", "입력", "커널", "패딩 후 7 × 7", "재생"}) {
    EXPECT_NE(page.find(said), std::string::npos) << said;
  }
  EXPECT_EQ(page.find("Output size"), std::string::npos);
  EXPECT_NE(content_of(path("en.html")).find("padded to 7 × 7"), std::string::npos);
  const testing::CliRun other = export_to("fr.html", line + " --language fr");
  EXPECT_EQ(other.status, 2);
  EXPECT_NE(other.err.find("\"fr\" is not en or ko"), std::string::npos) << other.err;
}

TEST_F(ExportCommand, LayerFlagsSayWhatIsShown) {
  EXPECT_EQ(frames_of("--kernel-size 2x3 --input-size 4x5 --padding 0x1").size(), 15U);
  EXPECT_EQ(frames_of("--preset padding_strides --stride 1").size(), 25U);
}

TEST_F(ExportCommand, SizeIsWidthThenHeight) {
  const std::vector<DecodedFrame> frames = frames_of("--preset dilation --size 320x200");
  EXPECT_EQ(frames[0].image.width, 320);
  EXPECT_EQ(frames[0].image.height, 200);
}

TEST_F(ExportCommand, WithoutASizeAPhotographIsNoLargerThanAScreen) {
  const std::string photo = "--kernel-size 3 --input-size 300x150 --steps 7 ";
  const Image image = frames_of(photo)[0].image;
  EXPECT_EQ(std::max(image.width, image.height), 2048);
  EXPECT_GT(std::min(image.width, image.height), 1000);
  EXPECT_EQ(frames_of(photo + "--scale 0.5")[0].image.width, image.width / 2);
  EXPECT_EQ(frames_of(photo + "--size 3000x3000")[0].image.width, 3000);
}

TEST_F(ExportCommand, AllIsLargerInALargerPicture) {
  const Image small = frames_of("--preset no_padding_strides --size 360x360")[0].image;
  const Image large = frames_of("--preset no_padding_strides --size 1080x1080")[0].image;
  const auto lines = [](const Image& image) {
    std::int64_t dark = 0;
    for (const std::uint32_t pixel : image.pixels) {
      dark += (pixel >> 16 & 0xff) < 0x18 && (pixel >> 8 & 0xff) < 0x50;
    }
    return static_cast<double>(dark) / static_cast<double>(image.pixels.size());
  };
  EXPECT_GT(lines(small), 0.005);
  EXPECT_NEAR(lines(large) / lines(small), 1, 0.5) << "lines that kept their width would cover a third of the share";
}

TEST_F(ExportCommand, LooksThemesAndBackgroundsDiffer) {
  const std::string line = "--preset no_padding_strides --steps 0 ";
  const auto corner = [&](const std::string& flags) { return frames_of(line + flags)[0].image.at(0, 0); };
  EXPECT_EQ(corner(""), corner("--look oblique --theme light"));
  EXPECT_EQ(corner("--background #336699"), 0xff336699);
  EXPECT_EQ(corner("--background #336699 --theme dark"), 0xff336699);
  EXPECT_EQ(corner("--background transparent") >> 24, 0U);
  EXPECT_GT(corner("--theme light") & 0xff, 0xf0U);
  EXPECT_LT(corner("--theme dark") & 0xff, 0x40U);
  const Image oblique = frames_of(line)[0].image;
  const Image flat = frames_of(line + "--look flat")[0].image;
  EXPECT_GT(flat.width, oblique.width + 100) << "three grids in a row";
}

TEST_F(ExportCommand, ScaleIsTimesTheNaturalSize) {
  const Image natural = frames_of("--preset dilation --steps 0")[0].image;
  const Image twice = frames_of("--preset dilation --steps 0 --scale 2")[0].image;
  EXPECT_EQ(twice.width, 2 * natural.width);
  EXPECT_EQ(twice.height, 2 * natural.height);
  EXPECT_NE(error_of(export_to("b.gif", "--preset dilation --scale 20 --input-size 60"), 1).find("8192"),
            std::string::npos);
}

TEST_F(ExportCommand, LabelsAndNumbersCanBeChosen) {
  const std::string line = "--preset padding_strides --steps 0 --size 800x800 ";
  const auto differs = [&](const std::string& one, const std::string& other) {
    return frames_of(line + one)[0].image != frames_of(line + other)[0].image;
  };
  EXPECT_FALSE(differs("", "--no-labels"));
  EXPECT_TRUE(differs("", "--labels"));
  EXPECT_TRUE(differs("", "--numbers"));
  EXPECT_FALSE(differs("", "--no-numbers"));
  for (const std::string look : {"--look flat", "--look stack", "--look flat --matrix im2col"}) {
    EXPECT_FALSE(differs(look, look + " --numbers")) << look;
    EXPECT_TRUE(differs(look, look + " --no-numbers")) << look;
  }
  EXPECT_FALSE(differs("--look flat", "--look flat --labels"));
  EXPECT_TRUE(differs("--look flat", "--look flat --no-labels"));
}

TEST_F(ExportCommand, ATitleAndAFormulaTakeRoomAroundThePicture) {
  const std::string line = "--preset padding_strides --steps 0-1 ";
  const auto size = [](const Image& image) { return std::pair(image.width, image.height); };
  const Image plain = frames_of(line)[0].image;
  const Image titled = frames_of(line + "--title Strides")[0].image;
  EXPECT_EQ(size(titled), std::pair(plain.width, plain.height + 40));
  EXPECT_EQ(size(frames_of(line + "--formula")[0].image), std::pair(plain.width, plain.height + 36 + 2 * 22))
      << "nine products in three lines";
  const Image both = frames_of(line + "--title Strides --formula --size 640x480")[0].image;
  EXPECT_EQ(size(both), std::pair(640, 480)) << "a size that is asked for is the whole picture's";
  const auto row_of_ink = [](const Image& image, int first, int last) {
    for (int y = first; y < last; ++y) {
      for (int x = 0; x < image.width; ++x) {
        if (image.at(x, y) != image.at(0, 0)) {
          return true;
        }
      }
    }
    return false;
  };
  EXPECT_TRUE(row_of_ink(both, 10, 30)) << "the title";
  EXPECT_TRUE(row_of_ink(both, 450, 475)) << "the formula";
  EXPECT_FALSE(row_of_ink(frames_of(line + "--no-formula --size 640x480")[0].image, 470, 480));
  EXPECT_NE(error_of(export_to("b.gif", line + "--title Strides --formula --size 64x40"), 1).find("--size"),
            std::string::npos);
}

}  // namespace
}  // namespace convscope
