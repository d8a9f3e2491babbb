#include <gtest/gtest.h>

#include <filesystem>

#include "app/io/npy.h"
#include "tests/app/cli/cli_run.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

using testing::CliRun;
using testing::error_of;
using testing::run_line;

/// A folder with tensors in it; "@" in a command line stands for its path.
class ComputeCommand : public ::testing::Test {
 protected:
  ComputeCommand() {
    write("x.npy", Tensor({1, 2, 2, 3}, {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60}), 3);
    write("batch.npy", Tensor({2, 2, 1, 2}, {1, 2, 10, 20, 3, 4, 30, 40}), 4);
    write("w.npy", Tensor({1, 2, 1, 2}, {1, 1, 0, -1}), 4);
    write("depthwise.npy", Tensor({2, 1, 1, 2}, {1, 1, 0, -1}), 4);
    bias("b.npy", {0.5F});
    bias("b2.npy", {1, 2});
  }

  void write(const char* name, const Tensor& tensor, int rank) {
    ASSERT_TRUE(write_npy(folder_.path() / name, tensor, rank).ok());
  }

  void bias(const char* name, const std::vector<float>& values) {
    const std::string dict =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + std::to_string(values.size()) + ",), }\n";
    folder_.write(name, std::string("\x93NUMPY\x01\x00", 8) + static_cast<char>(dict.size()) + '\0' + dict +
                            std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)));
  }

  [[nodiscard]] CliRun compute(std::string line) const {
    line = "compute --output @/y.npy " + line;
    for (std::size_t at = line.find('@'); at != std::string::npos; at = line.find('@')) {
      line.replace(at, 1, folder_.path().string());
    }
    return run_line(line);
  }

  /// The output of a run that must not fail.
  [[nodiscard]] NpyInput output_of(const std::string& line) const {
    const CliRun result = compute(line);
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.out + result.err, "");
    return read_input_npy(folder_.path() / "y.npy").value();
  }

  [[nodiscard]] std::string failure_of(const std::string& line) const {
    const std::string error = error_of(compute(line), 1);
    EXPECT_FALSE(std::filesystem::exists(folder_.path() / "y.npy"));
    return error;
  }

  testing::TemporaryFolder folder_;
};

TEST_F(ComputeCommand, TakesWhatIsNotSaidFromTheTensors) {
  const NpyInput output = output_of("--input @/x.npy --weight @/w.npy --bias @/b.npy");
  EXPECT_EQ(output.rank, 3);
  EXPECT_EQ(output.tensor, Tensor({1, 1, 2, 2}, {-16.5F, -24.5F, -40.5F, -48.5F}));
}

TEST_F(ComputeCommand, KeepsTheRankOfABatch) {
  const NpyInput output = output_of("--input @/batch.npy --weight @/w.npy --padding 0,0,1,0 --bias false");
  EXPECT_EQ(output.rank, 4);
  EXPECT_EQ(output.tensor, Tensor({2, 1, 1, 2}, {-9, -17, -27, -33}));
}

TEST_F(ComputeCommand, ComputesGroups) {
  EXPECT_EQ(output_of("--input @/batch.npy --weight @/depthwise.npy --groups 2 --bias @/b2.npy").tensor,
            Tensor({2, 2, 1, 1}, {4, -18, 8, -38}));
}

TEST_F(ComputeCommand, ABiasWithoutValuesIsZero) {
  EXPECT_EQ(output_of("--input @/batch.npy --weight @/w.npy").tensor, Tensor({2, 1, 1, 1}, {-17, -33}));
  EXPECT_EQ(output_of("--input @/batch.npy --weight @/w.npy --bias true").tensor, Tensor({2, 1, 1, 1}, {-17, -33}));
}

TEST_F(ComputeCommand, UsesAPresetsValues) {
  const NpyInput output = output_of("--preset numerical_padding_strides");
  EXPECT_EQ(output.rank, 3);
  EXPECT_EQ(output.tensor, Tensor({1, 1, 3, 3}, {6, 17, 3, 8, 17, 13, 6, 4, 4}));
  EXPECT_EQ(output_of("--preset conv2d_7x7x3").tensor.at({0, 0, 0, 0}), 3);
  EXPECT_EQ(output_of("--preset conv2d_7x7x3 --bias false").tensor.at({0, 0, 0, 0}), 2);
  EXPECT_EQ(output_of("--preset conv2d_7x7x3 --bias @/b2.npy").tensor.at({0, 0, 0, 0}), 3);
  EXPECT_EQ(output_of("--preset numerical_padding_strides --stride 1 --padding 0").tensor.at({0, 0, 2, 2}), 14);
}

TEST_F(ComputeCommand, ReadsTheLayerFromAFile) {
  folder_.write("layer.json", R"({"op": "conv2d", "in_channels": 2, "out_channels": 2, "kernel_size": [1, 2],
                                  "groups": 2, "bias": false})");
  EXPECT_EQ(output_of("--layer @/layer.json --input @/batch.npy --weight @/depthwise.npy").tensor,
            Tensor({2, 2, 1, 1}, {3, -20, 7, -40}));
}

TEST_F(ComputeCommand, RefusesWhatDoesNotFit) {
  const std::string folder = folder_.path().string();
  EXPECT_EQ(failure_of("--input @/x.npy --weight @/w.npy --in-channels 3"),
            folder + "/x.npy has 2 channels, but in_channels is 3; set in_channels to 2 or give another input");
  EXPECT_EQ(failure_of("--input @/x.npy --weight @/w.npy --input-size 3x3"),
            folder + "/x.npy is 2x3, but --input-size is 3x3; leave --input-size out or give another input");
  EXPECT_EQ(failure_of("--input @/x.npy --weight @/w.npy --out-channels 2"),
            folder +
                "/w.npy has the shape (1, 2, 1, 2), but the layer's weight (out_channels, in_channels / groups, kH, "
                "kW) is (2, 2, 1, 2); change the layer or give another weight");
  EXPECT_EQ(failure_of("--input @/x.npy --weight @/w.npy --bias @/b2.npy"),
            folder + "/b2.npy has 2 values, but out_channels is 1; give one value for each output channel");
  EXPECT_EQ(
      failure_of("--preset numerical_padding_strides --input-size 6"),
      "the input of preset numerical_padding_strides is 5x5, but --input-size is 6x6; leave --input-size out or give "
      "another input");
  EXPECT_NE(failure_of("--preset numerical_padding_strides --kernel-size 2").find("the weight of preset numerical_"),
            std::string::npos);
  EXPECT_NE(failure_of("--preset padding_strides --input @/x.npy --weight @/w.npy").find("in_channels is 1"),
            std::string::npos);
}

TEST_F(ComputeCommand, RefusesAnInvalidLayer) {
  EXPECT_EQ(
      failure_of("--input @/x.npy --weight @/w.npy --dilation 3"),
      "kernel_size (width): the dilated kernel spans 4 columns, the padded input has only 3; set padding (width) to 1");
  EXPECT_EQ(failure_of("--input @/x.npy --weight @/w.npy --stride 0x1"),
            "stride (height) is 0, at least 1 is needed; set stride (height) to 1");
}

TEST_F(ComputeCommand, RefusesABatchWhoseOutputIsTooLarge) {
  EXPECT_EQ(failure_of("--input @/batch.npy --weight @/w.npy --padding 6000x7000"),
            "the output (2, 1, 12001, 14001) would have more than 268435456 elements; compute fewer samples at once");
}

TEST_F(ComputeCommand, RefusesBadFiles) {
  folder_.write("bad.npy", "not an array");
  EXPECT_NE(failure_of("--input @/bad.npy --weight @/w.npy").find("bad.npy is not a .npy file"), std::string::npos);
  EXPECT_NE(failure_of("--input @/x.npy --weight @/b.npy").find("b.npy has the shape (1,), but a weight has"),
            std::string::npos);
  EXPECT_NE(failure_of("--input @/x.npy --weight @/w.npy --bias @/w.npy").find("but a bias has (out_channels,)"),
            std::string::npos);
  EXPECT_NE(failure_of("--input @/none.npy --weight @/w.npy").find("No such file"), std::string::npos);
}

TEST_F(ComputeCommand, AFailureLeavesTheOldOutput) {
  folder_.write("y.npy", "old");
  EXPECT_EQ(compute("--input @/x.npy --weight @/w.npy --stride 0").status, 1);
  EXPECT_EQ(testing::content_of(folder_.path() / "y.npy"), "old");
  const std::string error = error_of(run_line("compute --preset numerical_padding_strides --output " +
                                              (folder_.path() / "missing" / "y.npy").string()),
                                     1);
  EXPECT_NE(error.find("missing/y.npy: No such file or directory"), std::string::npos);
}

}  // namespace
}  // namespace convscope
