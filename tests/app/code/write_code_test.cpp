#include "app/code/write_code.h"

#include <gtest/gtest.h>

#include <limits>
#include <sstream>

namespace convscope {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

SizedLayer multi_channel() {
  Layer layer{.in_channels = 3, .out_channels = 2, .stride = {2, 2}, .dilation = {2, 2}};
  layer.padding = {1, 1, 1, 1};
  return {layer, {7, 7}};
}

TEST(WriteCode, KnowsEveryFrameworkByItsName) {
  for (const Framework framework : frameworks) {
    EXPECT_EQ(framework_named(name(framework)), framework);
  }
  EXPECT_EQ(framework_named("tensorflow"), std::nullopt);
}

TEST(WriteCode, WritesPyTorchAsItIsRead) {
  const SizedLayer sized{{.bias = false}, {2, 3}};
  Layer layer = sized.layer;
  layer.kernel_size = {2, 2};
  const Tensor input({1, 1, 2, 3}, {1, 2, 3, -4, 0.5F, 1e20F});
  const Tensor weight({1, 1, 2, 2}, {1, 0, 0, 1});
  EXPECT_EQ(write_code(text::Language::english, Framework::pytorch, {layer, {2, 3}}, {&input, &weight, {}}),
            R"(import torch
from torch import nn

x = torch.tensor([[[[1, 2, 3],
                    [-4, 0.5, 1e+20]]]], dtype=torch.float32)
# x (N, C, H, W) = (1, 1, 2, 3)
weight = torch.tensor([[[[1, 0],
                         [0, 1]]]], dtype=torch.float32)
# weight (out_channels, in_channels / groups, kH, kW) = (1, 1, 2, 2)

layer = nn.Conv2d(in_channels=1, out_channels=1, kernel_size=(2, 2), stride=(1, 1), padding=(0, 0),
                  dilation=(1, 1), groups=1, bias=False, padding_mode="zeros")
with torch.no_grad():
    layer.weight.copy_(weight)
y = layer(x)  # (1, 1, 1, 2)
)");
}

TEST(WriteCode, WritesNumPyAsALoop) {
  EXPECT_EQ(write_code(text::Language::english, Framework::numpy, multi_channel()),
            R"(import numpy as np

# random values; put your own in their place
rng = np.random.default_rng(0)
x = rng.standard_normal((1, 3, 7, 7), dtype=np.float32)
# x (N, C, H, W) = (1, 3, 7, 7)
weight = rng.standard_normal((2, 3, 3, 3), dtype=np.float32)
# weight (out_channels, in_channels / groups, kH, kW) = (2, 3, 3, 3)
bias = rng.standard_normal(2, dtype=np.float32)

padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)), mode="constant", constant_values=0)
y = np.zeros((1, 2, 3, 3), dtype=np.float32)
for n in range(1):
    for o in range(2):
        for oy in range(3):
            for ox in range(3):
                total = bias[o]
                for i in range(3):
                    for ky in range(3):
                        for kx in range(3):
                            total += padded[n, i, oy * 2 + ky * 2, ox * 2 + kx * 2] * weight[o, i, ky, kx]
                y[n, o, oy, ox] = total
# y (N, C, H, W) = (1, 2, 3, 3)
)");
}

TEST(WriteCode, SaysEveryParameterInEachFrameworksWords) {
  const SizedLayer sized = multi_channel();
  const std::string keras = write_code(text::Language::english, Framework::keras, sized);
  EXPECT_TRUE(has(keras, "x = tf.pad(x, [[0, 0], [1, 1], [1, 1], [0, 0]])")) << keras;
  EXPECT_TRUE(has(keras, "layers.Conv2D(filters=2, kernel_size=(3, 3), strides=(1, 1), padding=\"valid\""));
  EXPECT_TRUE(has(keras, "y = layer(x)[:, ::2, ::2, :]"));
  const std::string jax = write_code(text::Language::english, Framework::jax, sized);
  EXPECT_TRUE(has(jax, "window_strides=(2, 2), padding=((1, 1), (1, 1))")) << jax;
  EXPECT_TRUE(has(jax, "rhs_dilation=(2, 2)"));
  const std::string onnx = write_code(text::Language::english, Framework::onnx, sized);
  for (const char* attribute :
       {"kernel_shape=[3, 3]", "strides=[2, 2]", "pads=[1, 1, 1, 1]", "dilations=[2, 2]", "group=1"}) {
    EXPECT_TRUE(has(onnx, attribute)) << onnx;
  }
}

TEST(WriteCode, SaysInACommentWhatAFrameworkCannotExpress) {
  SizedLayer sized = multi_channel();
  sized.layer.flip_kernel = true;
  for (const Framework framework : frameworks) {
    EXPECT_TRUE(has(write_code(text::Language::english, framework, sized), "has no flip_kernel")) << name(framework);
  }
  sized.layer.padding = {0, 1, 1, 1};
  sized.layer.padding_mode = PaddingMode::circular;
  EXPECT_TRUE(
      has(write_code(text::Language::english, Framework::pytorch, sized), "# nn.Conv2d pads opposite sides alike"));
  EXPECT_TRUE(
      has(write_code(text::Language::english, Framework::keras, sized), "# tf.pad has no mode for circular padding"));
  EXPECT_TRUE(has(write_code(text::Language::english, Framework::jax, sized), "# lax has no padding_mode"));
  EXPECT_TRUE(has(write_code(text::Language::english, Framework::onnx, sized), "# Conv has no padding_mode"));
  Layer pool{.op = Op::max_pool2d, .stride = {1, 1}, .dilation = {2, 2}};
  pool.padding = {2, 2, 2, 2};
  EXPECT_TRUE(has(write_code(text::Language::english, Framework::pytorch, {pool, {7, 7}}),
                  "# PyTorch 2 takes half of the dilated kernel"));
}

TEST(WriteCode, CommentsInALanguageAndComputesTheSame) {
  SizedLayer sized = multi_channel();
  sized.layer.flip_kernel = true;
  const auto without_comments = [](const std::string& program) {
    std::string code;
    for (std::size_t at = 0; at < program.size();) {
      const std::size_t end = program.find('\n', at) + 1;
      code += program[at] == '#' ? "" : program.substr(at, end - at);
      at = end;
    }
    return code;
  };
  for (const Framework framework : frameworks) {
    const std::string korean = write_code(text::Language::korean, framework, sized);
    EXPECT_TRUE(has(korean, "에는 flip_kernel이 없어 가중치 자체를 180도 돌립니다")) << korean;
    EXPECT_FALSE(has(korean, "has no"));
    EXPECT_EQ(without_comments(korean), without_comments(write_code(text::Language::english, framework, sized)));
  }
}

TEST(WriteCode, WritesNoMoreValuesThanAreRead) {
  const SizedLayer sized = multi_channel();
  const Tensor input({1, 3, 7, 7});
  const std::vector<float> bias{1, 2};
  const std::string all = write_code(text::Language::english, Framework::numpy, sized, {&input, nullptr, bias}, 147);
  EXPECT_TRUE(has(all, "x = np.array([[[[0, 0, 0, 0, 0, 0, 0],"));
  EXPECT_TRUE(has(all, "weight = rng.standard_normal"));
  EXPECT_TRUE(has(all, "bias = np.array([1, 2], dtype=np.float32)"));
  const std::string fewer = write_code(text::Language::english, Framework::numpy, sized, {&input, nullptr, bias}, 146);
  EXPECT_TRUE(has(fewer, "x = rng.standard_normal((1, 3, 7, 7), dtype=np.float32)"));
  EXPECT_TRUE(has(write_code(text::Language::english, Framework::pytorch, sized), "x = torch.randn(1, 3, 7, 7)"));
}

TEST(WriteCode, WritesEveryFloatAndFoldsLongRows) {
  Layer layer{.kernel_size = {1, 1}, .bias = false};
  std::vector<float> values(60, 0.1F);
  values[0] = std::numeric_limits<float>::quiet_NaN();
  values[1] = -std::numeric_limits<float>::infinity();
  values[2] = -0.0F;
  const Tensor input({1, 1, 1, 60}, values);
  const std::string text =
      write_code(text::Language::english, Framework::numpy, {layer, {1, 60}}, {&input, nullptr, {}});
  EXPECT_TRUE(has(text, "[float(\"nan\"), float(\"-inf\"), -0.0, 0.1,")) << text;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(line.size(), 120U) << line;
  }
}

}  // namespace
}  // namespace convscope
