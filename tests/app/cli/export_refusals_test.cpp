#include <gtest/gtest.h>

#include <filesystem>

#include "tests/app/cli/export_command_fixture.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;
using testing::error_of;
using testing::ExportCommand;
using testing::run;
using Names = std::vector<std::string>;

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
                                  "--look cubist",
                                  "--color red",
                                  "--pace slow",
                                  "--matrix dense",
                                  "--input-channel -1",
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

TEST_F(ExportCommand, OfAllPresetsNoneIsDrawnWhenOneCannotBe) {
  folder_.write("dilation.gif", "old");
  const std::string line = "export --all-presets --out-dir " + folder_.path().string();
  EXPECT_NE(error_of(testing::run_line(line), 1).find("dilation.gif exists"), std::string::npos);
  EXPECT_EQ(folder_.names(), Names{"dilation.gif"});
  EXPECT_NE(error_of(testing::run_line("export --all-presets"), 2).find("--out-dir"), std::string::npos);
  EXPECT_NE(error_of(testing::run_line(line + " --preset dilation"), 2).find("--all-presets"), std::string::npos);
  EXPECT_NE(error_of(testing::run_line(line + " --format avi"), 2).find("avi"), std::string::npos);
}

TEST_F(ExportCommand, WhatContradictsItselfIsWrongUsage) {
  const std::string preset = "--preset padding_strides ";
  EXPECT_NE(error_of(export_to("a.mp4", preset + "--background transparent"), 2).find("MP4"), std::string::npos);
  EXPECT_NE(error_of(export_to("a.gif", preset + "--size 64x64 --scale 2"), 2).find("--scale"), std::string::npos);
  for (const std::string flags : {"--size 0x0", "--size 100000x100000", "--size 100000x10", "--scale 0", "--scale -1",
                                  "--hold -1", "--hold 1000", "--progress loud"}) {
    EXPECT_NE(error_of(export_to("a.gif", preset + flags), 2), "") << flags;
  }
  EXPECT_EQ(folder_.names(), Names{});
}

TEST_F(ExportCommand, FlagsOfAllPresetsAreForThemAlone) {
  const std::string preset = "--preset padding_strides ";
  EXPECT_NE(error_of(export_to("a.gif", preset + "--format gif"), 2).find("--format is for --all-presets"),
            std::string::npos);
  EXPECT_NE(error_of(export_to("a.gif", preset + "--out-dir ."), 2).find("--out-dir is for --all-presets"),
            std::string::npos);
  EXPECT_EQ(folder_.names(), Names{});
}

TEST_F(ExportCommand, ATitleIsOneLineThatEveryFormatCanHold) {
  const auto titled = [&](const std::string& title) {
    return run({"export", "--preset", "padding_strides", "--out", path("a.svg"), "--force", "--title", title});
  };
  for (const std::string title : {"two\nlines", "\x01", "\xff", "\xed\xa0\x80", "\xef\xbf\xbe", "cut \xea\xb0"}) {
    EXPECT_NE(error_of(titled(title), 2).find("--title"), std::string::npos) << title;
  }
  EXPECT_EQ(folder_.names(), Names{});
  EXPECT_EQ(titled("<합성곱> & “conv” 😀").status, 0);
}

TEST_F(ExportCommand, BadNamesAreWrongUsage) {
  for (const std::string name : {"a.avi", "a", "step_%s.png", "step_%d_%d.png", "%5d.png"}) {
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

}  // namespace
}  // namespace convscope
