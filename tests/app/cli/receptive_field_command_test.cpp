#include <gtest/gtest.h>

#include <fstream>

#include "tests/app/cli/cli_run.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

using nlohmann::json;
using testing::error_of;
using testing::run_line;

class ReceptiveFieldCommand : public ::testing::Test {
 protected:
  /// Writes a file and gives its flag.
  std::string layer(const char* name, const std::string& content) const {
    const std::string path = (folder_.path() / name).string();
    std::ofstream(path) << content;
    return " --layer " + path;
  }
  testing::TemporaryFolder folder_;
};

TEST_F(ReceptiveFieldCommand, JsonOfAChain) {
  const std::string line = "receptive-field" + layer("a.json", R"({"kernel_size": 3, "stride": 2, "padding": 1})") +
                           layer("b.json", R"([{"kernel_size": [3, 1]}, {"kernel_size": 2, "dilation": 3}])");
  const json expected = json::parse(R"({"layers": [
      {"receptive_field": [3, 3], "jump": [2, 2], "start": [-1, -1], "center": [0, 0], "output_size": [16, 8]},
      {"receptive_field": [7, 3], "jump": [2, 2], "start": [-1, -1], "center": [2, 0], "output_size": [14, 8]},
      {"receptive_field": [13, 9], "jump": [2, 2], "start": [-1, -1], "center": [5, 3], "output_size": [11, 5]}]})");
  EXPECT_EQ(run_line(line + " --input-size 32x16 --json").json(), expected);
  EXPECT_TRUE(run_line(line + " --json").json()["layers"][2]["output_size"].is_null());
}

TEST_F(ReceptiveFieldCommand, TextIsATable) {
  EXPECT_EQ(run_line("receptive-field --input-size 5" + layer("a.json", R"({"kernel_size": 2, "padding": 1})")).out,
            "layer  receptive field           jump          start         center  output size\n"
            "    1              2×2            1×1          -1×-1      -0.5×-0.5  6×6\n");
}

TEST_F(ReceptiveFieldCommand, RefusesLayersByTheirNumber) {
  const std::string good = layer("a.json", R"({"kernel_size": 3})");
  EXPECT_NE(error_of(run_line("receptive-field --input-size 4" + good + good), 1).find("layer 2: kernel_size"),
            std::string::npos);
  EXPECT_EQ(error_of(run_line("receptive-field" + good + layer("b.json", R"({"kernel_size": [3, 0]})")), 1),
            "layer 2: kernel_size (width) is 0, at least 1 is needed; set kernel_size (width) to 1");
  EXPECT_NE(
      error_of(run_line("receptive-field" + good + layer("b.json", R"([{"kernel_size": 3}, 5])")), 1).find("layer 3: "),
      std::string::npos);
  EXPECT_NE(error_of(run_line("receptive-field" + layer("b.json", "[]")), 1).find("an empty list"), std::string::npos);
  EXPECT_NE(error_of(run_line("receptive-field --layer /none.json"), 1).find("/none.json"), std::string::npos);
  const std::string huge = layer("b.json", R"({"kernel_size": 1, "stride": 268435456})");
  EXPECT_EQ(error_of(run_line("receptive-field" + huge + huge), 1),
            "the receptive field after layer 2 is beyond 2^53 cells; use fewer layers, or smaller strides and kernels");
}

TEST_F(ReceptiveFieldCommand, RefusesWrongUsage) {
  EXPECT_EQ(error_of(run_line("receptive-field"), 2),
            "no layer is given; give --layer FILE.json once for each layer, or a file with a list of layers");
  EXPECT_NE(error_of(run_line("receptive-field --input-size x" + layer("a.json", "{}")), 2), "");
}

}  // namespace
}  // namespace convscope
