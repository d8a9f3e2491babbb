#include "app/io/presets.h"

#include <gtest/gtest.h>

#include "engine/arithmetic.h"
#include "engine/forward.h"
#include "engine/problem.h"
#include "engine/taps.h"

namespace convscope {
namespace {

struct Row {
  const char* name;
  std::int64_t input, output, padding, kernel, stride, dilation, frames;
};

/// DESIGN.md, "conv_arithmetic's animations".
constexpr Row rows[] = {
    {"no_padding_no_strides", 4, 2, 0, 3, 1, 1, 4},
    {"arbitrary_padding_no_strides", 5, 6, 2, 4, 1, 1, 36},
    {"same_padding_no_strides", 5, 5, 1, 3, 1, 1, 25},
    {"full_padding_no_strides", 5, 7, 2, 3, 1, 1, 49},
    {"no_padding_strides", 5, 2, 0, 3, 2, 1, 4},
    {"padding_strides", 5, 3, 1, 3, 2, 1, 9},
    {"padding_strides_odd", 6, 3, 1, 3, 2, 1, 9},
    {"dilation", 7, 3, 0, 3, 1, 2, 9},
    {"numerical_no_padding_no_strides", 5, 3, 0, 3, 1, 1, 9},
    {"numerical_padding_strides", 5, 3, 1, 3, 2, 1, 9},
};

/// Frames of the transposed ones, in the order of the rows above.
constexpr std::int64_t transposed_rows[] = {16, 25, 25, 25, 25, 25, 36};

TEST(Presets, AreConvArithmeticsTableAndTheMultiChannelOne) {
  ASSERT_EQ(presets().size(), std::size(rows) + std::size(transposed_rows) + 3) << "two pools, and conv2d_7x7x3";
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    const Row& row = rows[i];
    const Preset& preset = presets()[i];
    const Layer& layer = preset.sized.layer;
    EXPECT_EQ(preset.name, row.name);
    EXPECT_EQ(preset.sized.input_size, (Size{row.input, row.input})) << row.name;
    EXPECT_EQ(output_size(preset.sized), (Size{row.output, row.output})) << row.name;
    EXPECT_EQ(resolved_padding(layer), (Sides{row.padding, row.padding, row.padding, row.padding})) << row.name;
    EXPECT_EQ(layer.kernel_size, (Size{row.kernel, row.kernel})) << row.name;
    EXPECT_EQ(layer.stride, (Size{row.stride, row.stride})) << row.name;
    EXPECT_EQ(layer.dilation, (Size{row.dilation, row.dilation})) << row.name;
    EXPECT_EQ(step_count(preset.sized), row.frames) << row.name;
    EXPECT_FALSE(layer.bias) << row.name;
  }
}

TEST(Presets, TheTransposedOnesGiveBackTheInputOfTheirConvolution) {
  for (std::size_t i = 0; i < std::size(transposed_rows); ++i) {
    const Row& row = rows[i];
    const Preset* const preset = find_preset(std::string(row.name) + "_transposed");
    ASSERT_NE(preset, nullptr) << row.name;
    const Layer& layer = preset->sized.layer;
    EXPECT_EQ(layer.op, Op::conv_transpose2d) << row.name;
    EXPECT_EQ(preset->sized.input_size, (Size{row.output, row.output})) << row.name;
    EXPECT_EQ(output_size(preset->sized), (Size{row.input, row.input})) << row.name;
    EXPECT_EQ(layer.padding, (Sides{row.padding, row.padding, row.padding, row.padding})) << row.name;
    EXPECT_EQ(layer.kernel_size, (Size{row.kernel, row.kernel})) << row.name;
    EXPECT_EQ(layer.stride, (Size{row.stride, row.stride})) << row.name;
    EXPECT_EQ(step_count(preset->sized), transposed_rows[i]) << row.name;
  }
}

Tensor output_of(const char* name) {
  const Preset& preset = *find_preset(name);
  return forward(preset.sized.layer, preset.input.value(), preset.weight.value(), preset.bias);
}

TEST(Presets, ThePoolsComputeTheFiguresNumbers) {
  const auto pooled = [](const char* name) {
    const Preset& preset = *find_preset(name);
    return forward(preset.sized.layer, preset.input.value(), {}, {});
  };
  EXPECT_EQ(pooled("numerical_max_pooling"), Tensor({1, 1, 3, 3}, {3, 3, 3, 3, 3, 3, 3, 2, 3}));
  // 1.7 1.7 1.7, 1.0 1.2 1.8, 1.1 0.8 1.3 in the figure.
  const Tensor mean = pooled("numerical_average_pooling");
  EXPECT_FLOAT_EQ(mean.at({0, 0, 0, 0}), 15.0F / 9);
  EXPECT_FLOAT_EQ(mean.at({0, 0, 1, 1}), 11.0F / 9);
  EXPECT_FLOAT_EQ(mean.at({0, 0, 2, 2}), 12.0F / 9);
}

TEST(Presets, TheNumericalOnesComputeTheFiguresNumbers) {
  EXPECT_EQ(output_of("numerical_no_padding_no_strides"), Tensor({1, 1, 3, 3}, {12, 12, 17, 10, 17, 19, 9, 6, 14}));
  EXPECT_EQ(output_of("numerical_padding_strides"), Tensor({1, 1, 3, 3}, {6, 17, 3, 8, 17, 13, 6, 4, 4}));
}

TEST(Presets, TheMultiChannelOneHasThreeInputsAndTwoOutputs) {
  const Preset& preset = *find_preset("conv2d_7x7x3");
  EXPECT_EQ(preset.input->shape(), (Shape{1, 3, 7, 7}));
  EXPECT_EQ(preset.weight->shape(), (Shape{2, 3, 3, 3}));
  EXPECT_EQ(preset.bias, (std::vector<float>{1, 0}));
  // PyTorch 1.13: torch.nn.functional.conv2d(input, weight, bias, stride=2, padding=1, dilation=2)
  EXPECT_EQ(output_of("conv2d_7x7x3"), Tensor({1, 2, 3, 3}, {3, 6, 4, 6, 8, 3, 3, -1, 5, 2, 1, -4, 2, 6, 1, 3, 1, 1}));
}

TEST(Presets, ValuesFitTheirLayers) {
  for (const Preset& preset : presets()) {
    EXPECT_TRUE(is_valid(preset.sized)) << preset.name;
    EXPECT_TRUE(is_pool(preset.sized.layer.op) || preset.input.has_value() == preset.weight.has_value()) << preset.name;
    if (!preset.bias.empty()) {
      EXPECT_EQ(static_cast<std::int64_t>(preset.bias.size()), preset.sized.layer.out_channels) << preset.name;
    }
  }
}

TEST(Presets, AreFoundByTheirWholeName) {
  EXPECT_EQ(find_preset("padding_strides")->name, "padding_strides");
  EXPECT_EQ(find_preset("padding"), nullptr);
  EXPECT_EQ(find_preset(""), nullptr);
}

}  // namespace
}  // namespace convscope
