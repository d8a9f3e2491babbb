#include <gtest/gtest.h>

#include "tests/app/cli/cli_run.h"

namespace convscope {
namespace {

TEST(PresetsCommand, JsonListsEachLayer) {
  const nlohmann::json list = testing::run_line("presets --json").json();
  ASSERT_EQ(list.size(), 20U);
  EXPECT_EQ(
      list[5].dump(),
      R"({"frames":9,"input_size":[5,5],"layer":{"bias":false,"dilation":[1,1],"flip_kernel":false,"groups":1,)"
      R"("in_channels":1,"kernel_size":[3,3],"op":"conv2d","out_channels":1,"output_padding":[0,0],"padding":[1,1],)"
      R"("padding_mode":"zeros","stride":[2,2]},"name":"padding_strides"})");
  EXPECT_EQ(list[19]["name"], "conv2d_7x7x3");
  EXPECT_EQ(list[19]["frames"], 18);
}

TEST(PresetsCommand, TextHasOneLineEach) {
  const std::string out = testing::run_line("presets").out;
  EXPECT_EQ(std::ranges::count(out, '\n'), 20);
  EXPECT_NE(
      out.find(
          "full_padding_no_strides                  input 5×5, 49 frames: conv2d, 1 → 1 channels, kernel_size 3×3"),
      std::string::npos)
      << out;
}

}  // namespace
}  // namespace convscope
