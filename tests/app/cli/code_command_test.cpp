#include <gtest/gtest.h>

#include "tests/app/cli/cli_run.h"

namespace convscope {
namespace {

using testing::CliRun;
using testing::error_of;
using testing::run_line;

TEST(CodeCommand, WritesThePresetsValuesWhereTheyFit) {
  const CliRun result = run_line("code --preset numerical_padding_strides");
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.out.rfind("import torch\n", 0), 0U);
  EXPECT_NE(result.out.find("x = torch.tensor([[[[3, 3, 2, 1, 0],"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("y = layer(x)  # (1, 1, 3, 3)"), std::string::npos);
  const CliRun changed = run_line("code --preset numerical_padding_strides --kernel-size 2 --framework numpy");
  EXPECT_NE(changed.out.find("x = np.array([[[[3, 3, 2, 1, 0],"), std::string::npos);
  EXPECT_NE(changed.out.find("weight = rng.standard_normal((1, 1, 2, 2)"), std::string::npos);
}

TEST(CodeCommand, ABiasThatAPresetTurnedOnIsZero) {
  const CliRun result = run_line("code --preset numerical_padding_strides --bias true");
  EXPECT_NE(result.out.find("bias = torch.tensor([0], dtype=torch.float32)"), std::string::npos) << result.out;
}

TEST(CodeCommand, WritesLayersThatAreTooLargeToDraw) {
  const CliRun result = run_line(
      "code --in-channels 512 --out-channels 512 --kernel-size 3 --input-size 224 --padding same --framework keras");
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_NE(result.out.find("layers.Conv2D(filters=512"), std::string::npos) << result.out;
}

TEST(CodeCommand, RefusesWhatItCannotWrite) {
  EXPECT_NE(error_of(run_line("code --kernel-size 3 --input-size 2"), 1).find("kernel_size"), std::string::npos);
  EXPECT_NE(error_of(run_line("code --preset dilation --framework caffe"), 2)
                .find("\"caffe\" is not pytorch, keras, jax, onnx or numpy"),
            std::string::npos);
  EXPECT_NE(error_of(run_line("code"), 2).find("no layer is given"), std::string::npos);
}

}  // namespace
}  // namespace convscope
