#include <gtest/gtest.h>

#include "tests/app/cli/cli_run.h"

namespace convscope {
namespace {

using nlohmann::json;
using testing::error_of;
using testing::run_line;

TEST(ShapeCommand, JsonIsStable) {
  const testing::CliRun result = run_line(
      "shape --kernel-size 3x2 --stride 2 --padding 1,2,0,0 --dilation 2x1 --input-size 6x7 --in-channels 4 "
      "--out-channels 2 --groups 2 --json");
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.out,
            R"({"output_size":[3,3],"effective_kernel_size":[5,2],"unread":[0,1],"parameters":26,"macs":216,)"
            R"("cells_read":216,"bytes":{"input":672,"weight":96,"output":72},)"
            R"("derivation":{"height":{"input":6,"padding_before":1,"padding_after":2,"kernel_size":3,"dilation":2,)"
            R"("stride":2,"padded_input":9,"effective_kernel":5,"numerator":4,"quotient":2,"unread":0,"output":3},)"
            R"("width":{"input":7,"padding_before":0,"padding_after":0,"kernel_size":2,"dilation":1,"stride":2,)"
            R"("padded_input":7,"effective_kernel":2,"numerator":5,"quotient":2,"unread":1,"output":3}},"problems":[],)"
            R"("mends":[]})"
            "\n");
}

TEST(ShapeCommand, TextShowsEachStepOfTheFormula) {
  const testing::CliRun result = run_line("shape --preset conv2d_7x7x3");
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out,
            "conv2d, 3 → 2 channels, kernel_size 3×3, stride 2×2, padding 1×1, dilation 2×2, groups 1, bias\n"
            "input 7×7, output 3×3\n"
            "\n"
            "height  out = ⌊(in + 2·p − d·(k − 1) − 1) / s⌋ + 1\n"
            "            = ⌊(7 + 2·1 − 2·(3 − 1) − 1) / 2⌋ + 1\n"
            "            = ⌊(7 + 2 − 4 − 1) / 2⌋ + 1\n"
            "            = ⌊ 4 / 2 ⌋ + 1 = 2 + 1 = 3\n"
            "width   out = ⌊(in + 2·p − d·(k − 1) − 1) / s⌋ + 1\n"
            "            = ⌊(7 + 2·1 − 2·(3 − 1) − 1) / 2⌋ + 1\n"
            "            = ⌊(7 + 2 − 4 − 1) / 2⌋ + 1\n"
            "            = ⌊ 4 / 2 ⌋ + 1 = 2 + 1 = 3\n"
            "\n"
            "effective kernel size 5×5\n"
            "no row is left over at the bottom, no column is left over at the right\n"
            "56 parameters · 486 multiply-adds\n");
}

TEST(ShapeCommand, TextNamesUnreadColumns) {
  const std::string out =
      run_line("shape --kernel-size 2 --stride 3 --input-size 5x7 --padding 0,0,1,0 --bias false").out;
  EXPECT_NE(out.find("padding 0,0,1,0"), std::string::npos) << out;
  EXPECT_NE(out.find("no bias"), std::string::npos) << out;
  EXPECT_NE(out.find("no row is left over at the bottom, no column is left over at the right"), std::string::npos)
      << out;
  EXPECT_NE(run_line("shape --kernel-size 2 --stride 3 --input-size 6x7")
                .out.find("1 row at the bottom is never read, 2 columns"),
            std::string::npos);
}

TEST(ShapeCommand, AnInvalidLayersJsonHasItsProblems) {
  const testing::CliRun result = run_line("shape --kernel-size 3x9 --input-size 7 --json");
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(
      result.out,
      R"({"output_size":null,"effective_kernel_size":null,"unread":null,"parameters":null,"macs":null,)"
      R"("cells_read":null,"bytes":null,)"
      R"("derivation":null,"problems":[{"parameter":"kernel_size","axis":"width","reason":"kernel_exceeds_input",)"
      R"("value":9,"limit":7,"tensor":null,"message":"kernel_size (width): the dilated kernel spans 9 columns, )"
      R"(the padded input has only 7","mend":{"parameter":"padding","axis":"width","value":1}}],)"
      R"("mends":[{"parameter":"padding","axis":"width","value":1},{"parameter":"input_size","axis":"width","value":9},)"
      R"({"parameter":"kernel_size","axis":"width","value":7}]})"
      "\n");
  EXPECT_EQ(result.err,
            "convscope: error: kernel_size (width): the dilated kernel spans 9 columns, the padded input has "
            "only 7; set padding (width) to 1\n");
}

TEST(ShapeCommand, NullsStandWhereAProblemHasNoAxisOrMend) {
  const json problems =
      run_line(
          "shape --kernel-size 16384 --padding same --input-size 4 --in-channels 32768 --out-channels 32768 --json")
          .json()["problems"];
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0]["tensor"], "weight");
  EXPECT_EQ(problems[0]["reason"], "too_many_elements");
  EXPECT_TRUE(problems[0]["axis"].is_null());
  EXPECT_TRUE(problems[0]["mend"].is_null());
}

TEST(ShapeCommand, AnInvalidLayerIsAFailure) {
  EXPECT_EQ(error_of(run_line("shape --preset padding_strides --stride 0"), 1),
            "stride (height) is 0, at least 1 is needed (and 1 more problem); set stride (height) to 1");
  EXPECT_EQ(error_of(run_line("shape --preset padding_strides --padding -1x0"), 1),
            "padding (height) is -1, at least 0 is needed; set padding (height) to 0");
  EXPECT_EQ(error_of(run_line("shape --preset padding_strides --padding same"), 1),
            "stride (height) is 2, but padding \"same\" needs stride 1 (and 1 more problem); set stride (height) to 1");
  EXPECT_EQ(error_of(run_line("shape --kernel-size 1 --input-size 16385x16384"), 1),
            "input_size: the input would have 268451840 elements, the limit is 268435456 (and 1 more problem); "
            "set input_size to 16384");
  EXPECT_EQ(error_of(run_line("shape --preset dilation --groups 9223372036854775807"), 1),
            "groups is 9223372036854775807, the limit is 268435456; set groups to 268435456");
}

}  // namespace
}  // namespace convscope
