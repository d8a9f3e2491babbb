#include <gtest/gtest.h>

#include "tests/app/cli/cli_run.h"

namespace convscope {
namespace {

using nlohmann::json;
using testing::error_of;
using testing::run_line;

TEST(ReachCommand, JsonOfAnInputCell) {
  EXPECT_EQ(run_line("reach --kernel-size 1x2 --input-size 1x3 --input-cell 0,0,1 --json").out,
            R"({"uses":[)"
            "\n"
            R"({"output":[0,0,0],"input":[0,0,1],"weight":[0,0,0,1]},)"
            "\n"
            R"({"output":[0,0,1],"input":[0,0,1],"weight":[0,0,0,0]}],)"
            "\n\"total\":2}\n");
}

TEST(ReachCommand, JsonOfAWeightHasItsPadding) {
  EXPECT_EQ(run_line("reach --kernel-size 1x2 --padding 0x1 --input-size 1x2 --weight 0,0,0,0 --json").json()["uses"],
            json::parse(R"([{"output": [0, 0, 0], "input": null, "weight": [0, 0, 0, 0]},
                            {"output": [0, 0, 1], "input": [0, 0, 0], "weight": [0, 0, 0, 0]},
                            {"output": [0, 0, 2], "input": [0, 0, 1], "weight": [0, 0, 0, 0]}])"));
}

/// The same taps as `trace` lists, looked at from the other end.
TEST(ReachCommand, AgreesWithTrace) {
  json expected = json::array();
  const json trace = run_line("trace --preset conv2d_7x7x3 --json").json();
  for (const json& step : trace["steps"]) {
    for (const json& tap : step["taps"]) {
      if (tap["input"] == json::parse("[2, 3, 3]")) {
        expected.push_back({{"output", step["output"]}, {"input", tap["input"]}, {"weight", tap["weight"]}});
      }
    }
  }
  const json reached = run_line("reach --preset conv2d_7x7x3 --input-cell 2,3,3 --json").json();
  EXPECT_EQ(reached["uses"], expected);
  EXPECT_EQ(reached["total"], expected.size());
}

TEST(ReachCommand, OfPoolsAndTransposedLayers) {
  EXPECT_EQ(
      run_line("reach --op max_pool2d --kernel-size 1x2 --input-size 1x2 --input-cell 0,0,1 --json").json()["uses"],
      json::parse(R"([{"output": [0, 0, 0], "input": [0, 0, 1], "weight": null}])"));
  EXPECT_EQ(error_of(run_line("reach --op max_pool2d --kernel-size 2 --input-size 4 --weight 0,0,0,0"), 1),
            "--weight asks about weights, and max_pool2d has none; choose another layer");
  // The checkerboard: a kernel of 3 at stride 2 writes every second column twice.
  EXPECT_EQ(
      run_line("coverage --op conv_transpose2d --kernel-size 1x3 --stride 2 --input-size 1x3 --json").json()["output"],
      json::parse("[[[1, 1, 2, 1, 2, 1, 1]]]"));
}

TEST(ReachCommand, TextIsATable) {
  EXPECT_EQ(run_line("reach --kernel-size 1 --input-size 1x2 --padding 0x1 --weight 0,0,0,0").out,
            "4 uses\n"
            "  output [0,0,0]      input padding      weight [0,0,0,0]\n"
            "  output [0,0,1]      input [0,0,0]      weight [0,0,0,0]\n"
            "  output [0,0,2]      input [0,0,1]      weight [0,0,0,0]\n"
            "  output [0,0,3]      input padding      weight [0,0,0,0]\n");
}

TEST(ReachCommand, RefusesPlacesThatAreNotThere) {
  EXPECT_EQ(error_of(run_line("reach --kernel-size 3 --input-size 5x7 --input-cell 0,5,0"), 1),
            "--input-cell: there is no cell 0,5,0 in the input; the last one is 0,4,6");
  EXPECT_EQ(error_of(run_line("reach --kernel-size 3 --input-size 5 --weight 0,0,0,-1"), 1),
            "--weight: there is no place 0,0,0,-1 in the weight; the last one is 0,0,2,2");
}

TEST(ReachCommand, RefusesWrongUsage) {
  for (const char* question : {"", " --input-cell 0,0,0 --weight 0,0,0,0"}) {
    EXPECT_EQ(error_of(run_line(std::string("reach --kernel-size 3 --input-size 5") + question), 2),
              "reach answers one question; give --input-cell C,Y,X or --weight O,I,KY,KX");
  }
  EXPECT_NE(error_of(run_line("reach --kernel-size 3 --input-size 5 --input-cell 0,0"), 2).find("C,Y,X"),
            std::string::npos);
  EXPECT_NE(error_of(run_line("reach --kernel-size 3 --input-size 5 --weight 0,0,0"), 2).find("O,I,KY,KX"),
            std::string::npos);
}

TEST(ReachCommand, RefusesAnswersThatAreTooLong) {
  EXPECT_EQ(error_of(run_line("reach --kernel-size 1 --input-size 10000 --weight 0,0,0,0"), 1),
            "the answer would have 100000000 uses, the limit is 10000000; choose a smaller layer or input");
  EXPECT_NE(error_of(run_line("reach --kernel-size 1x4000 --input-size 1x8000000 --weight 0,0,0,0"), 1)
                .find("taps along its axes"),
            std::string::npos);
  EXPECT_NE(error_of(run_line("reach --kernel-size 9 --input-size 5 --weight 0,0,0,0"), 1).find("spans 9 rows"),
            std::string::npos);
}

TEST(CoverageCommand, CountsUses) {
  EXPECT_EQ(run_line("coverage --kernel-size 1x2 --input-size 1x3 --out-channels 2 --json").json(),
            json::parse(R"({"input": [[[2, 4, 2]]], "output": [[[2, 2]], [[2, 2]]]})"));
  EXPECT_EQ(run_line("coverage --kernel-size 2 --input-size 2x3").out,
            "taps that read each cell of an input channel\n"
            "    1    2    1\n"
            "    1    2    1\n"
            "\n"
            "input cells that meet in each cell of an output channel\n"
            "    4    4\n");
}

TEST(CoverageCommand, RefusesWhatIsTooLargeOrInvalid) {
  EXPECT_EQ(error_of(run_line("coverage --kernel-size 1 --input-size 5000"), 1),
            "the answer would have 50000000 cells, the limit is 10000000; choose a smaller layer or input");
  EXPECT_NE(error_of(run_line("coverage --kernel-size 9 --input-size 5"), 1).find("spans 9 rows"), std::string::npos);
  EXPECT_NE(error_of(run_line("coverage --kernel-size 3"), 2).find("--input-size"), std::string::npos);
}

}  // namespace
}  // namespace convscope
