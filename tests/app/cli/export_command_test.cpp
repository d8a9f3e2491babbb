#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <sstream>

#include "app/cli/deferred_signals.h"
#include "tests/app/cli/cli_run.h"
#include "tests/app/export/decoded.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;
using testing::content_of;
using testing::decode;
using testing::DecodedFrame;
using testing::error_of;
using testing::run;
using Names = std::vector<std::string>;

class ExportCommand : public ::testing::Test {
 protected:
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

  /// Runs `export` with the words of a line and `--out` in the folder.
  [[nodiscard]] testing::CliRun export_to(const std::string& name, const std::string& line) const {
    std::vector<std::string> arguments{"export", "--out", path(name)};
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      arguments.push_back(word);
    }
    return run(arguments);
  }

  [[nodiscard]] std::vector<DecodedFrame> frames_of(const std::string& line) const {
    const testing::CliRun result = export_to("a.gif", line + " --force");
    EXPECT_EQ(result.status, 0) << result.err;
    return decode(path("a.gif"));
  }

  testing::TemporaryFolder folder_;
};

TEST_F(ExportCommand, WritesAPresetsAnimation) {
  const testing::CliRun result = export_to("a.gif", "--preset padding_strides");
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(folder_.names(), Names{"a.gif"});
  const std::vector<DecodedFrame> frames = decode(path("a.gif"));
  ASSERT_EQ(frames.size(), 9U);
  EXPECT_EQ(frames[8].ticks, 100);
  const Image& image = frames[0].image;
  EXPECT_NEAR(image.width, 395, 30) << "about the size of conv_arithmetic's";
  EXPECT_NEAR(image.height, 381, 30);
  EXPECT_EQ(result.out, path("a.gif") + ": 9 frames of " + std::to_string(image.width) + " × " +
                            std::to_string(image.height) + " pixels\n");
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

TEST_F(ExportCommand, StepsAndTimesCanBeChosen) {
  EXPECT_EQ(frames_of("--preset padding_strides --steps 3-5").size(), 3U);
  EXPECT_EQ(frames_of("--preset padding_strides --steps 8").size(), 1U);
  EXPECT_EQ(frames_of("--preset padding_strides --seconds-per-step 0.25")[4].ticks, 25);
}

TEST_F(ExportCommand, SmoothFramesSlide) {
  std::int64_t ticks = 0;
  const std::vector<DecodedFrame> frames = frames_of("--preset no_padding_strides --smooth --fps 10");
  for (const DecodedFrame& frame : frames) {
    ticks += frame.ticks;
  }
  EXPECT_EQ(ticks, 400) << "four steps of a second each";
  EXPECT_GT(frames.size(), 12U);
  EXPECT_EQ(frames[1].ticks, 10);
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

TEST_F(ExportCommand, PngsHaveTheirStepsNumbers) {
  const testing::CliRun result = export_to("step_%03d.png", "--preset padding_strides --steps 7-8");
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(folder_.names(), (Names{"step_007.png", "step_008.png"}));
  EXPECT_EQ(result.out.rfind(path("step_007.png") + " to " + path("step_008.png") + ": 2 frames of ", 0), 0U)
      << result.out;
  const testing::CliRun one = export_to("one.png", "--preset padding_strides --steps 4");
  EXPECT_EQ(one.out.rfind(path("one.png") + ": 1 frame of ", 0), 0U) << one.out;
  EXPECT_EQ(decode(path("one.png")).size(), 1U);
}

TEST_F(ExportCommand, BadFlagsAreWrongUsage) {
  for (const std::string flags : {"--size 0x0",
                                  "--size 100000x100000",
                                  "--size 15x400",
                                  "--size 400x8193",
                                  "--size 400x",
                                  "--size big",
                                  "--size -4x-4",
                                  "--fps 25",
                                  "--smooth --fps 0",
                                  "--smooth --fps 51",
                                  "--smooth --fps nan",
                                  "--smooth --fps 25fps",
                                  "--seconds-per-step 0",
                                  "--seconds-per-step -1",
                                  "--seconds-per-step 601",
                                  "--seconds-per-step x",
                                  "--look stack",
                                  "--theme gray",
                                  "--background red",
                                  "--background #12345",
                                  "--background #12345g",
                                  "--background #-12345",
                                  "--steps 5-3",
                                  "--steps -1",
                                  "--steps 1-2-3",
                                  "--steps",
                                  "--unknown"}) {
    EXPECT_NE(error_of(export_to("a.gif", "--preset padding_strides " + flags), 2), "") << flags;
    EXPECT_EQ(folder_.names(), Names{}) << flags;
  }
  EXPECT_NE(error_of(run({"export", "--preset", "padding_strides"}), 2).find("--out"), std::string::npos);
  EXPECT_NE(error_of(export_to("a.gif", ""), 2), "");
  EXPECT_NE(error_of(export_to("a.gif", "--preset no_such_preset"), 2), "");
}

TEST_F(ExportCommand, BadNamesAreWrongUsage) {
  for (const std::string name : {"a.mp4", "a", "step_%s.png", "step_%d_%d.png", "%5d.png"}) {
    EXPECT_NE(error_of(export_to(name, "--preset padding_strides"), 2).find(name), std::string::npos) << name;
  }
  EXPECT_EQ(folder_.names(), Names{});
}

TEST_F(ExportCommand, WhatCannotBeDoneIsOneLine) {
  const std::string preset = "--preset padding_strides ";
  EXPECT_NE(error_of(export_to("no/a.gif", preset), 1).find("mkdir -p"), std::string::npos);
  EXPECT_NE(error_of(export_to("a.png", preset), 1).find("step_%03d.png"), std::string::npos);
  EXPECT_NE(error_of(export_to("a.gif", preset + "--steps 9"), 1).find("0 to 8"), std::string::npos);
  EXPECT_NE(error_of(export_to("a.gif", "--kernel-size 9 --input-size 5"), 1).find("kernel_size"), std::string::npos);
  EXPECT_NE(error_of(export_to("a.gif", "--kernel-size 1 --input-size 200"), 1).find("40000 frames"),
            std::string::npos);
  EXPECT_EQ(folder_.names(), Names{});
  fs::create_directory(path("a.gif"));
  EXPECT_NE(error_of(export_to("a.gif", preset + "--force"), 1).find("folder"), std::string::npos);
}

TEST_F(ExportCommand, ExistingFilesAreKeptWithoutForce) {
  folder_.write("a.gif", "old");
  EXPECT_NE(error_of(export_to("a.gif", "--preset padding_strides"), 1).find("--force"), std::string::npos);
  EXPECT_EQ(content_of(path("a.gif")), "old");
  EXPECT_EQ(export_to("a.gif", "--preset padding_strides --force").status, 0);
  EXPECT_EQ(decode(path("a.gif")).size(), 9U);
}

TEST_F(ExportCommand, AnEndThatIsAskedForLeavesNothing) {
  const auto interrupted = [&](const std::string& name) {
    sigset_t set{};
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigprocmask(SIG_BLOCK, &set, nullptr);
    std::raise(SIGTERM);
    const testing::CliRun result = export_to(name, "--preset padding_strides");
    std::exit(result.err.find("interrupted") != std::string::npos && folder_.names().empty() ? result.status : 70);
  };
  EXPECT_EXIT(interrupted("a.gif"), ::testing::ExitedWithCode(1), "");
  EXPECT_EXIT(interrupted("a_%d.png"), ::testing::ExitedWithCode(1), "");
}

TEST(DeferredSignals, EndTheProgramAfterwards) {
  const auto end = [] {
    {
      const DeferredSignals signals;
      if (signals.end_is_asked()) {
        std::exit(1);
      }
      std::raise(SIGINT);
      if (!signals.end_is_asked()) {
        std::exit(2);
      }
    }
    std::exit(0);
  };
  EXPECT_EXIT(end(), ::testing::KilledBySignal(SIGINT), "");
}

TEST(DeferredSignals, IgnoredSignalsAskForNothing) {
  const auto go_on = [] {
    std::signal(SIGHUP, SIG_IGN);
    const DeferredSignals signals;
    std::raise(SIGHUP);
    std::exit(signals.end_is_asked() ? 1 : 0);
  };
  EXPECT_EXIT(go_on(), ::testing::ExitedWithCode(0), "");
}

TEST(DeferredSignals, AFileOverItsLimitEndsNothing) {
  const auto go_on = [] {
    {
      const DeferredSignals signals;
      std::raise(SIGXFSZ);
      if (signals.end_is_asked()) {
        std::exit(1);
      }
    }
    std::exit(0);
  };
  EXPECT_EXIT(go_on(), ::testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace convscope
