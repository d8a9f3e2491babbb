#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/io/presets.h"
#include "tests/app/cli/export_command_fixture.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;
using testing::content_of;
using testing::decode;
using testing::DecodedFrame;
using testing::error_of;
using testing::ExportCommand;
using Names = std::vector<std::string>;

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

TEST_F(ExportCommand, TheLastFrameCanBeHeldAndTheLoopLeftOut) {
  EXPECT_EQ(frames_of("--preset padding_strides --hold 2.5")[8].ticks, 350);
  EXPECT_TRUE(testing::repeats_for_ever(path("a.gif")));
  EXPECT_EQ(frames_of("--preset padding_strides --no-loop").size(), 9U);
  EXPECT_FALSE(testing::repeats_for_ever(path("a.gif")));
}

TEST_F(ExportCommand, OddFilmsSayThatTheyAreMadeEven) {
  const testing::CliRun film = export_to("a.mp4", "--preset no_padding_strides --size 101x81 --steps 0");
  EXPECT_EQ(film.out, path("a.mp4") + ": 1 frame of 102 × 82 pixels, made even for MP4\n") << film.err;
  const testing::CliRun even = export_to("b.mp4", "--preset no_padding_strides --size 100x80 --steps 0");
  EXPECT_EQ(even.out, path("b.mp4") + ": 1 frame of 100 × 80 pixels\n");
}

TEST_F(ExportCommand, ProgressAsJsonIsALineAFrame) {
  const testing::CliRun result = export_to("a.gif", "--preset no_padding_strides --size 100x80 --progress json");
  EXPECT_EQ(result.err, "");
  std::istringstream lines(result.out);
  std::vector<nlohmann::json> said;
  for (std::string line; std::getline(lines, line);) {
    said.push_back(nlohmann::json::parse(line));
  }
  ASSERT_EQ(said.size(), 5U);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(said[i], (nlohmann::json{{"out", path("a.gif")}, {"frames_done", i + 1}, {"frames", 4}}));
  }
  EXPECT_EQ(said[4], (nlohmann::json{{"out", path("a.gif")}, {"done", true}, {"frames", 4}, {"size", {100, 80}}}));
}

TEST_F(ExportCommand, ProgressIsJsonWhateverTheNameIs) {
  const testing::CliRun result =
      export_to("\xff.gif", "--preset no_padding_strides --size 64x64 --steps 0 --progress json");
  ASSERT_EQ(result.status, 0) << result.err;
  std::istringstream lines(result.out);
  nlohmann::json last;
  for (std::string line; std::getline(lines, line);) {
    last = nlohmann::json::parse(line);
  }
  EXPECT_NE(last["out"].get<std::string>().find("\uFFFD.gif"), std::string::npos);
}

TEST_F(ExportCommand, AllPresetsGoIntoAFolder) {
  const std::string folder = " --all-presets --steps 0 --size 64x64 --out-dir " + folder_.path().string();
  const testing::CliRun pages = testing::run_line("export --format pdf" + folder);
  EXPECT_EQ(pages.status, 0) << pages.err;
  EXPECT_EQ(folder_.names().size(), presets().size());
  for (const Preset& preset : presets()) {
    EXPECT_EQ(content_of(path(preset.name + ".pdf")).substr(0, 5), "%PDF-");
  }
  const testing::CliRun pictures = testing::run_line("export --format png" + folder);
  EXPECT_EQ(pictures.status, 0) << pictures.err;
  EXPECT_TRUE(fs::exists(path("padding_strides_000.png")));
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

}  // namespace
}  // namespace convscope
