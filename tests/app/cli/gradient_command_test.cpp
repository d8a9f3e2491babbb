#include <gtest/gtest.h>

#include "app/io/npy.h"
#include "tests/app/cli/cli_run.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

using nlohmann::json;
using testing::error_of;
using testing::run_line;

class GradientCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(write_npy(folder_.path() / "x.npy", Tensor({1, 1, 1, 3}, {1, 2, 3}), 3).ok());
    ASSERT_TRUE(write_npy(folder_.path() / "w.npy", Tensor({1, 1, 1, 2}, {10, 20}), 4).ok());
  }
  [[nodiscard]] std::string path(const char* name) const { return (folder_.path() / name).string(); }
  [[nodiscard]] std::string line(const std::string& more) const {
    return "gradient --input " + path("x.npy") + " --weight " + path("w.npy") + " " + more;
  }
  testing::TemporaryFolder folder_;
};

// torch: y = conv2d(x, w, b); y.sum().backward(); x.grad, w.grad, b.grad
TEST_F(GradientCommand, JsonIsWhatAutogradGives) {
  EXPECT_EQ(run_line(line("--json")).json(), json::parse(R"({"input_gradient": [[[10, 30, 20]]],
      "weight_gradient": [[[[3, 5]]]], "bias_gradient": [2]})"));
  EXPECT_TRUE(run_line(line("--json --bias false")).json()["bias_gradient"].is_null());
}

TEST_F(GradientCommand, OfPoolsHasNoWeight) {
  const std::string pool = "gradient --op max_pool2d --kernel-size 1x2 --stride 1 --input " + path("x.npy");
  EXPECT_EQ(run_line(pool + " --json").json(),
            json::parse(R"({"input_gradient": [[[0, 1, 1]]], "weight_gradient": null, "bias_gradient": null})"));
  EXPECT_EQ(error_of(run_line(pool + " --weight-gradient " + path("gw.npy")), 1),
            "--weight-gradient asks about weights, and max_pool2d has none; choose another layer");
}

TEST_F(GradientCommand, FilesHaveTheShapesOfWhatTheyBelongTo) {
  const testing::CliRun result = run_line(line("--input-gradient " + path("gx.npy") + " --weight-gradient " +
                                               path("gw.npy") + " --bias-gradient " + path("gb.npy")));
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, "");
  const auto input = read_input_npy(path("gx.npy"));
  ASSERT_TRUE(input.ok());
  EXPECT_EQ(input.value().rank, 3);
  EXPECT_EQ(input.value().tensor, Tensor({1, 1, 1, 3}, {10, 30, 20}));
  EXPECT_EQ(read_weight_npy(path("gw.npy")).value(), Tensor({1, 1, 1, 2}, {3, 5}));
  EXPECT_EQ(read_bias_npy(path("gb.npy")).value(), std::vector<float>{2});
}

TEST_F(GradientCommand, RefusesWithoutWritingAnything) {
  EXPECT_EQ(
      error_of(run_line(line("--bias false --input-gradient " + path("gx.npy") + " --bias-gradient " + path("gb.npy"))),
               1),
      "--bias-gradient: the layer has no bias; leave the flag out, or use --bias true");
  EXPECT_FALSE(std::filesystem::exists(path("gx.npy")));
  EXPECT_NE(error_of(run_line(line("--kernel-size 3 --json")), 1), "");
  EXPECT_NE(error_of(run_line(line("--input-gradient " + path("no/folder.npy"))), 1), "");
}

TEST_F(GradientCommand, RefusesWrongUsage) {
  EXPECT_EQ(error_of(run_line(line("")), 2),
            "no gradient is asked for; give --input-gradient, --weight-gradient or --bias-gradient a file to write, or "
            "use --json");
  EXPECT_NE(error_of(run_line("gradient --kernel-size 3 --json"), 2).find("--input"), std::string::npos);
}

}  // namespace
}  // namespace convscope
