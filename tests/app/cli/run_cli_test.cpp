#include "app/cli/run_cli.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/app/cli/cli_run.h"

namespace convscope {
namespace {

using testing::error_of;
using testing::run;
using testing::run_line;

TEST(RunCli, HelpAndVersionAreNoErrors) {
  for (const char* line : {"--help", "-h", "shape --help", "compute --help", "trace -h", "presets --help"}) {
    const testing::CliRun result = run_line(line);
    EXPECT_EQ(result.status, 0) << line;
    EXPECT_NE(result.out.find("Usage: convscope"), std::string::npos) << line;
    EXPECT_EQ(result.err, "") << line;
  }
  EXPECT_EQ(run_line("--version").out, "convscope " CONVSCOPE_VERSION "\n");
  EXPECT_NE(run_line("shape --help").out.find("--kernel-size"), std::string::npos);
}

TEST(RunCli, KnowsItsArguments) {
  for (const char* argument : {"shape", "solve", "compute", "trace", "reach", "coverage", "matrix", "gradient",
                               "receptive-field", "presets", "--help", "-h", "--version"}) {
    EXPECT_TRUE(is_cli_argument(argument)) << argument;
  }
  for (const char* argument : {"", "picture.png", "shapes", "--dump-state", "-"}) {
    EXPECT_FALSE(is_cli_argument(argument)) << argument;
  }
}

struct BadUsage {
  const char* line;
  const char* error;
};

class WrongUsage : public ::testing::TestWithParam<BadUsage> {};

TEST_P(WrongUsage, IsStatusTwoAndOneLine) {
  EXPECT_NE(error_of(run_line(GetParam().line), 2).find(GetParam().error), std::string::npos)
      << run_line(GetParam().line).err;
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongUsage,
    ::testing::Values(
        BadUsage{"",
                 "no command is given; the commands are shape, solve, compute, trace, reach, coverage, matrix, "
                 "gradient, receptive-field, presets"},
        BadUsage{"shapes", "\"shapes\" is not a command; the commands are shape,"},
        BadUsage{"--json", "--json is not an option of convscope"},
        BadUsage{"shape --frobnicate", "--frobnicate; see convscope shape --help"},
        BadUsage{"shape padding_strides", "padding_strides; see convscope shape --help"},
        BadUsage{"presets shape", "shape; see convscope presets --help"},
        BadUsage{"shape", "no layer is given; add --layer FILE.json, --preset NAME"},
        BadUsage{"shape --stride 2 --input-size 5", "--kernel-size is missing"},
        BadUsage{"shape --kernel-size 3", "--input-size is missing; add it, as --input-size 7x7"},
        BadUsage{"shape --layer some.json", "--input-size is missing"},
        BadUsage{"shape --kernel-size", "--kernel-size: 1 required HxW missing"},
        BadUsage{"shape --kernel-size three", "--kernel-size: \"three\" is not a whole number or HEIGHTxWIDTH"},
        BadUsage{"shape --kernel-size 3x3x3", "\"3x3x3\" is not"},
        BadUsage{"shape --in-channels 1.5", "--in-channels: \"1.5\" is not a whole number"},
        BadUsage{"shape --groups 99999999999999999999", "is not a whole number"},
        BadUsage{"shape --padding 1,2,3", "--padding: \"1,2,3\" is not"},
        BadUsage{"shape --bias maybe", "--bias: \"maybe\" is not true or false"},
        BadUsage{"shape --op max_pool3d",
                 "--op: \"max_pool3d\" is not conv2d, conv_transpose2d, max_pool2d or avg_pool2d"},
        BadUsage{"shape --padding-mode mirror",
                 "--padding-mode: \"mirror\" is not zeros, reflect, replicate or circular"},
        BadUsage{"shape --preset nothing", "there is no preset \"nothing\"; choose one of no_padding_no_strides, "},
        BadUsage{"compute --preset padding_strides", "--output is required"},
        BadUsage{"compute --preset padding_strides --output y.npy", "--input is missing; add --input FILE.npy"},
        BadUsage{"compute --input x.npy --output y.npy", "--weight is missing; add --weight FILE.npy"},
        BadUsage{"compute --input x.npy --input x.npy --output y.npy", "--input"},
        BadUsage{"trace --preset padding_strides --step one", "--step"},
        BadUsage{"trace --preset padding_strides --input x.npy", "--weight is missing"},
        BadUsage{"trace --preset padding_strides --bias b.npy", "--input is missing"},
        BadUsage{"trace --kernel-size 3 --weight w.npy --input-size 5", "--input is missing"},
        BadUsage{"trace --input-size 5", "--kernel-size is missing"},
        BadUsage{"export --preset dilation", "--out is missing; add it, as --out a.gif"},
        BadUsage{"export --all-presets", "--out-dir is missing; add it, as --out-dir gif"}));

TEST(RunCli, AnErrorIsOneLineWhateverIsTyped) {
  EXPECT_NE(error_of(run({"shape", "--preset", "a\nb"}), 2).find("a?b"), std::string::npos);
  EXPECT_NE(error_of(run({"sh\x1b[2Jape"}), 2).find("sh?[2Jape"), std::string::npos);
  (void)error_of(run({""}), 2);
  (void)error_of(run({"shape", ""}), 2);
}

TEST(RunCli, SaysWhenStandardOutputTakesNothing) {
  std::ostream closed(nullptr);
  std::ostringstream err;
  const std::vector<std::string> arguments{"presets"};
  EXPECT_EQ(run_cli(arguments, closed, err), 1);
  EXPECT_EQ(err.str(),
            "convscope: error: cannot write to standard output; check that it is open and that its disk is not full\n");
}

}  // namespace
}  // namespace convscope
