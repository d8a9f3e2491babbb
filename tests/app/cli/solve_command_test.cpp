#include <gtest/gtest.h>

#include "tests/app/cli/cli_run.h"

namespace convscope {
namespace {

using nlohmann::json;
using testing::error_of;
using testing::run_line;

TEST(SolveCommand, FindsTheStrideOfTheMultiChannelAnimation) {
  const json found =
      run_line("solve --input-size 7x7 --output-size 3x3 --kernel-size 3 --padding 1 --dilation 2 --json").json();
  ASSERT_EQ(found["layers"].size(), 1U);
  EXPECT_EQ(found["total"], 1);
  EXPECT_EQ(found["layers"][0]["stride"], json::parse("[2, 2]"));
  EXPECT_EQ(found["layers"][0]["dilation"], json::parse("[2, 2]"));
}

TEST(SolveCommand, ListsTheSimplestAndCountsAll) {
  const json found = run_line("solve --input-size 7 --output-size 3 --limit 3 --json").json();
  ASSERT_EQ(found["layers"].size(), 3U);
  EXPECT_EQ(found["layers"][0]["kernel_size"], json::parse("[5, 5]"));
  EXPECT_GT(found["total"], 100);
  const std::string text = run_line("solve --input-size 7 --output-size 3 --stride 1 --padding 0 --dilation 1").out;
  EXPECT_EQ(text,
            "1 layer\n  conv2d, 1 → 1 channels, kernel_size 5×5, stride 1×1, padding 0×0, dilation 1×1, "
            "groups 1, bias\n");
}

TEST(SolveCommand, APresetHoldsAllItsParameters) {
  EXPECT_EQ(run_line("solve --preset padding_strides --output-size 3 --json").json()["total"], 1);
  EXPECT_EQ(run_line("solve --preset padding_strides --output-size 4 --json").json(),
            json::parse(R"({"layers": [], "total": 0})"));
}

TEST(SolveCommand, OfEveryOp) {
  const json transposed =
      run_line(
          "solve --op conv_transpose2d --input-size 3 --output-size 6 --kernel-size 3 --padding 1 --dilation 1 --json")
          .json();
  ASSERT_GE(transposed["layers"].size(), 1U);
  EXPECT_EQ(transposed["layers"][0]["stride"], json::parse("[2, 2]"));
  EXPECT_EQ(transposed["layers"][0]["output_padding"], json::parse("[1, 1]"));
  const json pools = run_line("solve --op max_pool2d --input-size 8 --output-size 4 --json").json();
  for (const json& layer : pools["layers"]) {
    EXPECT_EQ(layer["op"], "max_pool2d");
  }
  EXPECT_GT(pools["total"], 1);
}

TEST(SolveCommand, NoLayerIsAnAnswer) {
  const testing::CliRun result = run_line("solve --input-size 2 --output-size 3000");
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, "0 layers\n");
}

TEST(SolveCommand, RefusesWhatNoLayerCanHold) {
  EXPECT_EQ(error_of(run_line("solve --input-size 7 --output-size 3 --stride 0"), 1),
            "stride (height) is 0, at least 1 is needed (and 1 more problem); set stride (height) to 1");
  EXPECT_NE(error_of(run_line("solve --input-size 7 --output-size 3 --in-channels 3 --groups 2"), 1).find("groups"),
            std::string::npos);
}

TEST(SolveCommand, RefusesWrongUsage) {
  EXPECT_NE(error_of(run_line("solve --input-size 7"), 2).find("--output-size"), std::string::npos);
  EXPECT_NE(error_of(run_line("solve --output-size 7"), 2).find("--input-size"), std::string::npos);
  EXPECT_NE(error_of(run_line("solve --input-size 7 --output-size 0"), 2).find("at least 1"), std::string::npos);
  EXPECT_NE(error_of(run_line("solve --input-size 7 --output-size abc"), 2).find("abc"), std::string::npos);
  EXPECT_NE(error_of(run_line("solve --input-size 7 --output-size 3 --limit 0"), 2).find("--limit"), std::string::npos);
}

}  // namespace
}  // namespace convscope
