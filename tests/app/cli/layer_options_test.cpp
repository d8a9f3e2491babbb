#include "app/cli/layer_options.h"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "tests/app/cli/cli_run.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

using testing::TemporaryFolder;

/// Options parsed from a command line; the parser and the options go together.
class Parsed {
 public:
  explicit Parsed(std::vector<std::string> arguments, LayerOptions::Bias bias = LayerOptions::Bias::flag_or_file) {
    options_.add_to(parser_, bias);
    std::ranges::reverse(arguments);
    parser_.parse(std::move(arguments));
  }
  [[nodiscard]] ChosenLayer chosen() const { return options_.choose().value(); }
  [[nodiscard]] const LayerOptions& options() const { return options_; }

 private:
  CLI::App parser_;
  LayerOptions options_;
};

TEST(LayerOptions, EveryFlagSetsItsParameter) {
  const ChosenLayer chosen =
      Parsed({"--input-size",  "8x9", "--op",     "conv2d", "--in-channels", "4",       "--out-channels", "6",
              "--kernel-size", "3x5", "--stride", "2x1",    "--padding",     "1,2,3,4", "--padding-mode", "zeros",
              "--dilation",    "2x3", "--groups", "2",      "--bias",        "false"})
          .chosen();
  SizedLayer expected;
  expected.input_size = {8, 9};
  expected.layer.in_channels = 4;
  expected.layer.out_channels = 6;
  expected.layer.kernel_size = {3, 5};
  expected.layer.stride = {2, 1};
  expected.layer.padding = {1, 2, 3, 4};
  expected.layer.dilation = {2, 3};
  expected.layer.groups = 2;
  expected.layer.bias = false;
  EXPECT_EQ(chosen.sized, expected);
  EXPECT_TRUE(chosen.says_input_size && chosen.says_in_channels && chosen.says_out_channels && chosen.says_kernel_size);
}

TEST(LayerOptions, LaterOnesOverride) {
  const TemporaryFolder folder;
  const std::string file = folder.write("layer.json", R"({"kernel_size": 5, "stride": 3, "in_channels": 2})").string();
  EXPECT_EQ(Parsed({"--stride", "2", "--stride", "4"}).chosen().sized.layer.stride, (Size{4, 4}));
  EXPECT_EQ(Parsed({"--layer", file, "--stride", "2"}).chosen().sized.layer.stride, (Size{2, 2}));
  EXPECT_EQ(Parsed({"--stride", "2", "--layer", file}).chosen().sized.layer.stride, (Size{3, 3}));
  EXPECT_EQ(Parsed({"--layer", file, "--preset", "padding_strides"}).chosen().sized.layer.kernel_size, (Size{3, 3}));
  EXPECT_EQ(Parsed({"--preset", "padding_strides", "--padding", "0"}).chosen().sized.layer.padding, Sides{});
  EXPECT_EQ(Parsed({"--padding", "2", "--padding", "same"}).chosen().sized.layer.padding_rule, PaddingRule::same);
  EXPECT_EQ(Parsed({"--padding", "same", "--padding", "2"}).chosen().sized.layer.padding_rule, PaddingRule::amounts);
}

TEST(LayerOptions, APresetBringsItsInputSizeUnlessOneIsGivenAnywhere) {
  EXPECT_EQ(Parsed({"--preset", "dilation"}).chosen().sized.input_size, (Size{7, 7}));
  EXPECT_EQ(Parsed({"--preset", "dilation", "--input-size", "9"}).chosen().sized.input_size, (Size{9, 9}));
  EXPECT_EQ(Parsed({"--input-size", "9", "--preset", "dilation"}).chosen().sized.input_size, (Size{9, 9}));
  EXPECT_FALSE(Parsed({"--preset", "dilation"}).chosen().says_input_size);
}

TEST(LayerOptions, AFileEndsAPreset) {
  const TemporaryFolder folder;
  const std::string file = folder.write("layer.json", R"({"kernel_size": 5, "out_channels": 2})").string();
  const Parsed before({"--preset", "dilation", "--layer", file});
  EXPECT_EQ(before.chosen().preset, nullptr);
  EXPECT_FALSE(before.options().brings_input());
  EXPECT_FALSE(before.chosen().says_in_channels);
  EXPECT_TRUE(before.chosen().says_out_channels);
  const Parsed after({"--layer", file, "--preset", "dilation", "--stride", "2"});
  EXPECT_EQ(after.chosen().preset->name, "dilation");
  EXPECT_FALSE(after.options().brings_input()) << "this preset has no values";
  EXPECT_TRUE(Parsed({"--layer", file, "--preset", "numerical_padding_strides"}).options().brings_weight());
}

TEST(LayerOptions, BiasIsAFlagOrAFile) {
  const Parsed file({"--bias", "b.npy"});
  EXPECT_EQ(file.chosen().bias_file, "b.npy");
  EXPECT_TRUE(file.options().has_bias_file());
  EXPECT_TRUE(Parsed({"--bias", "b.npy", "--preset", "dilation"}).chosen().sized.layer.bias);
  const Parsed last({"--bias", "b.npy", "--bias", "false"});
  EXPECT_FALSE(last.chosen().bias_file);
  EXPECT_FALSE(last.options().has_bias_file());
  EXPECT_FALSE(last.chosen().sized.layer.bias);
  EXPECT_THROW(Parsed({"--bias", "b.npy"}, LayerOptions::Bias::flag), CLI::ValidationError);
}

TEST(LayerOptions, ABadFileIsAFailure) {
  const TemporaryFolder folder;
  const std::string bad = folder.write("bad.json", "{\"kernel_size\": 3, \"strides\": 2}").string();
  EXPECT_EQ(Parsed({"--layer", bad}).options().choose().error().what.english(),
            bad + " has an unknown key \"strides\"");
  EXPECT_FALSE(Parsed({"--layer", (folder.path() / "none.json").string()}).options().choose().ok());
  const std::string line = "shape --input-size 5 --layer " + bad;
  EXPECT_NE(testing::error_of(testing::run_line(line), 1).find("the keys here are op, "), std::string::npos);
}

}  // namespace
}  // namespace convscope
