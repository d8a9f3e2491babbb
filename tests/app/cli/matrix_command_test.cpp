#include <gtest/gtest.h>

#include "app/io/npy.h"
#include "tests/app/cli/cli_run.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

using nlohmann::json;
using testing::error_of;
using testing::run_line;

class MatrixCommand : public ::testing::Test {
 protected:
  [[nodiscard]] std::string path(const char* name) const { return (folder_.path() / name).string(); }
  void write(const char* name, const Tensor& tensor, int rank) const {
    ASSERT_TRUE(write_npy(folder_.path() / name, tensor, rank).ok());
  }
  testing::TemporaryFolder folder_;
};

TEST_F(MatrixCommand, Im2colOfAnInput) {
  write("x.npy", Tensor({1, 1, 2, 3}, {1, 2, 3, 4, 5, 6}), 3);
  const std::string line = "matrix --form im2col --kernel-size 1x2 --padding 0,0,1,0 --input " + path("x.npy");
  EXPECT_EQ(run_line(line + " --json").json(), json::parse(R"({"form": "im2col", "rows": 2, "columns": 6,
                            "values": [[0, 1, 2, 0, 4, 5], [1, 2, 3, 4, 5, 6]]})"));
  EXPECT_EQ(run_line(line).out,
            "2 rows (channel, ky, kx), 6 columns (y, x)\n"
            "       0        1        2        0        4        5\n"
            "       1        2        3        4        5        6\n");
}

TEST_F(MatrixCommand, SparseHasPlacesAndTheValuesOfAWeight) {
  write("w.npy", Tensor({1, 1, 1, 2}, {0.5F, -3}), 4);
  const std::string line = "matrix --form sparse --kernel-size 1x2 --padding 0,0,1,0 --input-size 1x2 --json";
  EXPECT_EQ(run_line(line).json(), json::parse(R"({"form": "sparse", "rows": 2, "columns": 2, "entries": [
      {"row": 0, "column": 0, "weight": [0, 0, 0, 1]},
      {"row": 1, "column": 0, "weight": [0, 0, 0, 0]},
      {"row": 1, "column": 1, "weight": [0, 0, 0, 1]}]})"));
  const json entries = run_line(line + " --weight " + path("w.npy")).json()["entries"];
  EXPECT_EQ(entries[0]["value"], -3);
  EXPECT_EQ(entries[1]["value"], 0.5);
  EXPECT_EQ(run_line("matrix --form sparse --kernel-size 1 --input-size 1 --weight " + path("w.npy")).status, 1);
}

/// C times the preset's input, as trace sums it.
TEST_F(MatrixCommand, SparseTimesTheInputIsTheOutput) {
  const json matrix = run_line("matrix --form sparse --preset numerical_padding_strides --json").json();
  const json columns = run_line(
                           "matrix --form im2col --preset numerical_padding_strides --kernel-size 1 --stride 1 "
                           "--padding 0 --json")
                           .json();  // The input itself: one row.
  const json steps = run_line("trace --preset numerical_padding_strides --json").json()["steps"];
  std::vector<double> output(matrix["rows"].get<std::size_t>());
  for (const json& entry : matrix["entries"]) {
    output[entry["row"].get<std::size_t>()] +=
        entry["value"].get<double>() * columns["values"][0][entry["column"].get<std::size_t>()].get<double>();
  }
  for (std::size_t i = 0; i < output.size(); ++i) {
    EXPECT_EQ(output[i] + steps[i]["bias"].get<double>(), steps[i]["output_value"].get<double>());
  }
}

TEST_F(MatrixCommand, OfPools) {
  EXPECT_EQ(
      run_line("matrix --form sparse --op avg_pool2d --kernel-size 1x2 --input-size 1x2 --json").json()["entries"],
      json::parse(R"([{"row": 0, "column": 0, "weight": null, "value": 0.5},
                            {"row": 0, "column": 1, "weight": null, "value": 0.5}])"));
  EXPECT_EQ(error_of(run_line("matrix --form sparse --op max_pool2d --kernel-size 2 --input-size 4"), 1),
            "--form sparse writes the layer as a matrix, and max_pool2d is not linear; choose another layer, or --form "
            "im2col");
  write("x.npy", Tensor({1, 2, 1, 2}, {1, 2, 3, 4}), 3);
  EXPECT_EQ(run_line("matrix --form im2col --op avg_pool2d --kernel-size 1x2 --json --input " + path("x.npy"))
                .json()["values"],
            json::parse("[[1], [2], [3], [4]]"));
}

TEST_F(MatrixCommand, RefusesWhatIsTooLarge) {
  EXPECT_EQ(error_of(run_line("matrix --form sparse --kernel-size 3 --input-size 2000"), 1),
            "the answer would have 35928036 entries, the limit is 10000000; choose a smaller layer or input");
  write("x.npy", Tensor({1, 1, 1000, 1000}), 3);
  EXPECT_EQ(error_of(run_line("matrix --form im2col --kernel-size 11 --input " + path("x.npy")), 1),
            "the answer would have 118592100 elements, the limit is 10000000; choose a smaller layer or input");
}

TEST_F(MatrixCommand, RefusesTensorsThatDoNotFit) {
  write("x.npy", Tensor({2, 1, 3, 3}), 4);
  EXPECT_EQ(error_of(run_line("matrix --form im2col --kernel-size 3 --input " + path("x.npy")), 1),
            "--input is a batch of 2; give one sample: (C, H, W) or (1, C, H, W)");
  write("x.npy", Tensor({1, 2, 3, 3}), 3);
  EXPECT_NE(error_of(run_line("matrix --form im2col --kernel-size 3 --in-channels 3 --input " + path("x.npy")), 1), "");
  EXPECT_NE(error_of(run_line("matrix --form im2col --kernel-size 3 --input-size 4 --input " + path("x.npy")), 1), "");
  EXPECT_NE(error_of(run_line("matrix --form im2col --kernel-size 5 --input " + path("x.npy")), 1), "");
  EXPECT_NE(error_of(run_line("matrix --form im2col --kernel-size 3 --input " + path("none.npy")), 1), "");
}

TEST_F(MatrixCommand, RefusesWrongUsage) {
  EXPECT_NE(error_of(run_line("matrix --kernel-size 3 --input-size 5"), 2).find("--form"), std::string::npos);
  EXPECT_NE(error_of(run_line("matrix --form dense --kernel-size 3 --input-size 5"), 2).find("dense"),
            std::string::npos);
  EXPECT_NE(error_of(run_line("matrix --form im2col --kernel-size 3 --input-size 5"), 2).find("--input"),
            std::string::npos);
  EXPECT_NE(error_of(run_line("matrix --form sparse --kernel-size 3"), 2).find("--input-size"), std::string::npos);
}

}  // namespace
}  // namespace convscope
