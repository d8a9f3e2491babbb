#include <gtest/gtest.h>

#include <limits>

#include "app/io/npy.h"
#include "tests/app/cli/cli_run.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

using nlohmann::json;
using testing::error_of;
using testing::run_line;

TEST(TraceCommand, JsonHasThePlacesOfEveryTap) {
  const testing::CliRun result = run_line("trace --kernel-size 1x2 --padding 0x1 --input-size 1x2 --json");
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out,
            R"({"steps":[)"
            "\n"
            R"({"output":[0,0,0],"taps":[{"input":null,"weight":[0,0,0,0]},{"input":[0,0,0],"weight":[0,0,0,1]}]},)"
            "\n"
            R"({"output":[0,0,1],"taps":[{"input":[0,0,0],"weight":[0,0,0,0]},{"input":[0,0,1],"weight":[0,0,0,1]}]},)"
            "\n"
            R"({"output":[0,0,2],"taps":[{"input":[0,0,1],"weight":[0,0,0,0]},{"input":null,"weight":[0,0,0,1]}]})"
            "\n]}\n");
}

TEST(TraceCommand, OneStepIsThatOfTheWholeTrace) {
  const json whole = run_line("trace --preset conv2d_7x7x3 --json").json()["steps"];
  ASSERT_EQ(whole.size(), 18U);
  const json one = run_line("trace --preset conv2d_7x7x3 --step 13 --json").json()["steps"];
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0], whole[13]);
  EXPECT_EQ(one[0]["output"], json::parse("[1, 1, 1]"));
  EXPECT_EQ(one[0]["taps"].size(), 27U);
  EXPECT_EQ(one[0]["taps"][26]["weight"], json::parse("[1, 2, 2, 2]"));
}

TEST(TraceCommand, ValuesAddUpToTheOutput) {
  const json steps = run_line("trace --preset conv2d_7x7x3 --json").json()["steps"];
  const std::vector<double> expected{3, 6, 4, 6, 8, 3, 3, -1, 5, 2, 1, -4, 2, 6, 1, 3, 1, 1};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    double sum = steps[i]["bias"].get<double>();
    for (const json& tap : steps[i]["taps"]) {
      EXPECT_EQ(tap["product"].get<double>(), tap["value"].get<double>() * tap["weight_value"].get<double>());
      if (tap["input"].is_null()) {
        EXPECT_EQ(tap["value"], 0);
      }
      sum += tap["product"].get<double>();
    }
    EXPECT_EQ(steps[i]["output_value"].get<double>(), sum);
    EXPECT_EQ(sum, expected[i]);
  }
}

TEST(TraceCommand, APresetsValuesFallAwayWhenTheLayerChanges) {
  EXPECT_TRUE(
      run_line("trace --preset numerical_padding_strides --stride 1 --json").json()["steps"][0].contains("bias"));
  const json steps = run_line("trace --preset numerical_padding_strides --kernel-size 2 --json").json()["steps"];
  EXPECT_FALSE(steps[0].contains("bias"));
  EXPECT_FALSE(steps[0]["taps"][0].contains("value"));
}

class TraceOfFiles : public ::testing::Test {
 protected:
  void write(const char* name, const Tensor& tensor, int rank) const {
    ASSERT_TRUE(write_npy(folder_.path() / name, tensor, rank).ok());
  }
  [[nodiscard]] std::string line(const std::string& more) const {
    const std::string folder = folder_.path().string();
    return "trace --input " + folder + "/x.npy --weight " + folder + "/w.npy --json " + more;
  }
  testing::TemporaryFolder folder_;
};

TEST_F(TraceOfFiles, NumbersAreShortAndWhatJsonLacksIsText) {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  write("x.npy", Tensor({1, 1, 1, 3}, {0.1F, -infinity, 1e20F}), 3);
  write("w.npy", Tensor({1, 1, 1, 3}, {3, 0, 2}), 4);
  EXPECT_EQ(run_line(line("")).out,
            "{\"steps\":[\n"
            R"({"output":[0,0,0],"bias":0,"output_value":"nan","taps":[)"
            R"({"input":[0,0,0],"weight":[0,0,0,0],"value":0.1,"weight_value":3,"product":0.3},)"
            R"({"input":[0,0,1],"weight":[0,0,0,1],"value":"-inf","weight_value":0,"product":"nan"},)"
            R"({"input":[0,0,2],"weight":[0,0,0,2],"value":1e+20,"weight_value":2,"product":2e+20}]})"
            "\n]}\n");
}

TEST_F(TraceOfFiles, TakeOneSample) {
  write("x.npy", Tensor({2, 1, 1, 1}, {1, 2}), 4);
  write("w.npy", Tensor({1, 1, 1, 1}, {3}), 4);
  EXPECT_EQ(error_of(run_line(line("")), 1), "--input is a batch of 2; trace one sample: (C, H, W) or (1, C, H, W)");
  write("x.npy", Tensor({1, 1, 1, 1}, {2}), 4);
  EXPECT_EQ(run_line(line("")).json()["steps"][0]["output_value"], 6);
}

TEST(TraceCommand, TextIsATableForEachStep) {
  EXPECT_EQ(run_line("trace --preset numerical_padding_strides --kernel-size 1x2 --padding 0x1 --step 2").out,
            "step 2: output (0, 0, 2)\n"
            "  input (0, 0, 3)        weight (0, 0, 0, 0)\n"
            "  input (0, 0, 4)        weight (0, 0, 0, 1)\n");
  const std::string out = run_line("trace --preset numerical_padding_strides --step 0").out;
  EXPECT_NE(out.find("  input padding          weight (0, 0, 0, 1)     0 · 1 = 0\n"), std::string::npos) << out;
  EXPECT_NE(out.find("  input (0, 0, 0)        weight (0, 0, 1, 1)     3 · 2 = 6\n"), std::string::npos) << out;
  EXPECT_NE(out.find("  sum of the products + bias 0 = 6\n"), std::string::npos) << out;
}

TEST(TraceCommand, RefusesStepsThatAreNotThere) {
  EXPECT_EQ(error_of(run_line("trace --preset padding_strides --step 9"), 1),
            "--step: there is no step 9; the steps go from 0 to 8");
  EXPECT_EQ(error_of(run_line("trace --preset padding_strides --step -1"), 1),
            "--step: there is no step -1; the steps go from 0 to 8");
}

TEST(TraceCommand, RefusesAbsurdSizesAndInvalidLayers) {
  EXPECT_EQ(
      error_of(run_line("trace --kernel-size 3 --input-size 10000"), 1),
      "the trace would have 899640036 taps, the limit is 10000000; choose one step with --step, or a smaller layer");
  EXPECT_EQ(error_of(run_line("trace --kernel-size 4000 --input-size 4000 --step 0"), 1),
            "the trace would have 16000000 taps, the limit is 10000000; choose a smaller kernel or fewer channels");
  EXPECT_EQ(run_line("trace --kernel-size 3 --input-size 10000 --step 99960003 --json").json()["steps"][0]["output"],
            json::parse("[0, 9997, 9997]"));
  EXPECT_NE(error_of(run_line("trace --kernel-size 9 --input-size 5"), 1).find("the dilated kernel spans 9 rows"),
            std::string::npos);
}

}  // namespace
}  // namespace convscope
