#include "engine/forward.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/arithmetic.h"
#include "tests/engine/random_layer.h"
#include "tests/engine/reference_layer.h"

namespace convscope {
namespace {

const Tensor numerical_input({1, 1, 5, 5}, {3, 3, 2, 1, 0, 0, 0, 1, 3, 1, 3, 1, 2, 2, 3, 2, 0, 0, 2, 2, 2, 0, 0, 0, 1});
const Tensor numerical_kernel({1, 1, 3, 3}, {0, 1, 2, 2, 2, 0, 0, 1, 2});

TEST(Forward, ConvArithmeticsNumbers) {
  Layer layer;
  EXPECT_EQ(forward(layer, numerical_input, numerical_kernel, {}),
            Tensor({1, 1, 3, 3}, {12, 12, 17, 10, 17, 19, 9, 6, 14}));
  layer.stride = {2, 2};
  layer.padding = {1, 1, 1, 1};
  EXPECT_EQ(forward(layer, numerical_input, numerical_kernel, {}),
            Tensor({1, 1, 3, 3}, {6, 17, 3, 8, 17, 13, 6, 4, 4}));
}

TEST(Forward, BatchesGroupsAndBiasByHand) {
  Layer layer;
  layer.in_channels = 2;
  layer.out_channels = 4;
  layer.groups = 2;
  layer.kernel_size = {1, 2};
  const Tensor input({2, 2, 1, 3}, {1, 2, 3, 10, 20, 30, 4, 5, 6, 40, 50, 60});
  const Tensor weight({4, 1, 1, 2}, {1, 0, 0, 1, 1, 1, 1, -1});
  const std::vector<float> bias{0, 100, 0, 0.5F};
  EXPECT_EQ(forward(layer, input, weight, bias),
            Tensor({2, 4, 1, 2}, {1, 2, 102, 103, 30, 50, -9.5F, -9.5F, 4, 5, 105, 106, 90, 110, -9.5F, -9.5F}));
}

TEST(Forward, SumsInFloat64) {
  Layer layer;
  layer.kernel_size = {1, 3};
  EXPECT_EQ(forward(layer, Tensor({1, 1, 1, 3}, {1e8F, 1, -1e8F}), Tensor({1, 1, 1, 3}, {1, 1, 1}), {}),
            Tensor({1, 1, 1, 1}, {1}));
}

TEST(Forward, NotANumberAndInfinityTravel) {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  Layer layer;
  layer.kernel_size = {1, 2};
  layer.padding = {0, 0, 1, 0};
  const Tensor output = forward(layer, Tensor({1, 1, 1, 3}, {1, NAN, 2}), Tensor({1, 1, 1, 2}, {infinity, 1}), {});
  EXPECT_TRUE(std::isnan(output.at({0, 0, 0, 0})));  // padding's 0 times infinity
  EXPECT_TRUE(std::isnan(output.at({0, 0, 0, 1})));
  EXPECT_TRUE(std::isnan(output.at({0, 0, 0, 2})));
  EXPECT_EQ(forward(layer, Tensor({1, 1, 1, 1}, {-infinity}), Tensor({1, 1, 1, 2}, {1, 2}), {}).at({0, 0, 0, 0}),
            -infinity);
}

TEST(Forward, TransposedByHand) {
  Layer layer;
  layer.op = Op::conv_transpose2d;
  layer.kernel_size = {1, 2};
  layer.stride = {1, 3};
  layer.output_padding = {0, 2};
  layer.padding = {0, 0, 1, 1};
  const Tensor input({1, 1, 1, 3}, {1, 2, 3});
  const Tensor weight({1, 1, 1, 2}, {10, 1});
  // Uncropped: 10 1 0 20 2 0 30 3, then two empty columns.
  EXPECT_EQ(forward(layer, input, weight, {}), Tensor({1, 1, 1, 8}, {1, 0, 20, 2, 0, 30, 3, 0}));
  layer.flip_kernel = true;
  EXPECT_EQ(forward(layer, input, weight, std::vector<float>{0.5F}),
            Tensor({1, 1, 1, 8}, {10.5F, 0.5F, 2.5F, 20.5F, 0.5F, 3.5F, 30.5F, 0.5F}));
}

TEST(Forward, PaddingModesByHand) {
  Layer layer;
  layer.kernel_size = {1, 1};
  layer.padding = {0, 0, 2, 3};
  const Tensor input({1, 1, 1, 4}, {1, 2, 3, 4});
  const auto padded = [&](PaddingMode mode) {
    layer.padding_mode = mode;
    const Tensor output = forward(layer, input, Tensor({1, 1, 1, 1}, {1}), {});
    return std::vector<float>(output.values().begin(), output.values().end());
  };
  EXPECT_EQ(padded(PaddingMode::reflect), (std::vector<float>{3, 2, 1, 2, 3, 4, 3, 2, 1}));
  EXPECT_EQ(padded(PaddingMode::replicate), (std::vector<float>{1, 1, 1, 2, 3, 4, 4, 4, 4}));
  EXPECT_EQ(padded(PaddingMode::circular), (std::vector<float>{3, 4, 1, 2, 3, 4, 1, 2, 3}));
}

Layer pool(Op op, const Size& kernel_size, const Sides& padding) {
  Layer layer;
  layer.op = op;
  layer.kernel_size = kernel_size;
  layer.padding = padding;
  return layer;
}

TEST(Forward, PoolsByHand) {
  const Tensor input({1, 1, 1, 4}, {-3, -1, -4, 8});
  EXPECT_EQ(forward(pool(Op::max_pool2d, {1, 2}, {0, 0, 1, 1}), input, {}, {}),
            Tensor({1, 1, 1, 5}, {-3, -1, -1, 8, 8}));
  EXPECT_EQ(forward(pool(Op::avg_pool2d, {1, 2}, {0, 0, 1, 1}), input, {}, {}),
            Tensor({1, 1, 1, 5}, {-1.5F, -2, -2.5F, 2, 4}));
}

TEST(Forward, PoolsCarryNotANumber) {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  const Tensor input({1, 1, 1, 6}, {1, NAN, 5, -infinity, -infinity, infinity});
  const Tensor largest = forward(pool(Op::max_pool2d, {1, 2}, {}), input, {}, {});
  EXPECT_TRUE(std::isnan(largest.at({0, 0, 0, 0})));
  EXPECT_TRUE(std::isnan(largest.at({0, 0, 0, 1})));
  EXPECT_EQ(largest.at({0, 0, 0, 2}), 5.0F);
  EXPECT_EQ(largest.at({0, 0, 0, 3}), -infinity);
  EXPECT_EQ(largest.at({0, 0, 0, 4}), infinity);
  const Tensor mean = forward(pool(Op::avg_pool2d, {1, 2}, {}), input, {}, {});
  EXPECT_TRUE(std::isnan(mean.at({0, 0, 0, 1})));
  EXPECT_EQ(mean.at({0, 0, 0, 2}), -infinity);
  EXPECT_TRUE(std::isnan(mean.at({0, 0, 0, 4})));
}

TEST(Forward, ATransposedLayerSpreadsNotANumberOnlyWhereItsKernelReaches) {
  Layer layer;
  layer.op = Op::conv_transpose2d;
  layer.kernel_size = {1, 2};
  layer.stride = {1, 2};
  const Tensor output = forward(layer, Tensor({1, 1, 1, 2}, {NAN, 1}), Tensor({1, 1, 1, 2}, {0, 2}), {});
  EXPECT_TRUE(std::isnan(output.at({0, 0, 0, 0})));
  EXPECT_TRUE(std::isnan(output.at({0, 0, 0, 1})));
  EXPECT_EQ(output.at({0, 0, 0, 2}), 0.0F);
  EXPECT_EQ(output.at({0, 0, 0, 3}), 2.0F);
}

TEST(ForwardDeathTest, TensorsThatDoNotFitAreBugs) {
  EXPECT_DEATH((void)forward(Layer{}, numerical_input, Tensor({1, 1, 2, 3}), {}), "check failed");
  EXPECT_DEATH((void)forward(Layer{}, Tensor({1, 2, 5, 5}), numerical_kernel, {}), "check failed");
  EXPECT_DEATH((void)forward(Layer{}, Tensor({1, 1, 2, 2}), numerical_kernel, {}), "check failed");
  EXPECT_DEATH((void)forward(Layer{}, numerical_input, numerical_kernel, std::vector<float>{1, 2}), "check failed");
  const Layer maximum = pool(Op::max_pool2d, {2, 2}, {});
  EXPECT_DEATH((void)forward(maximum, numerical_input, numerical_kernel, {}), "check failed");
  EXPECT_DEATH((void)forward(maximum, numerical_input, {}, std::vector<float>{1}), "check failed");
}

RC_GTEST_PROP(Forward, AgreesWithTheOracle, ()) {
  const SizedLayer sized = *testing::valid_layer();
  Shape shape = input_shape(sized);
  shape.batch = *rc::gen::inRange<std::int64_t>(1, 3);
  const Tensor input = *testing::integer_tensor(shape);
  const Tensor weight = *testing::integer_weight(sized.layer);
  const std::vector<float> bias = *testing::integer_bias(sized.layer);
  const Tensor output = forward(sized.layer, input, weight, bias);
  const testing::ReferenceResult expected = testing::reference_layer(sized.layer, input, weight, bias);
  RC_ASSERT(output.shape() == expected.shape);
  RC_ASSERT(std::equal(expected.values.begin(), expected.values.end(), output.values().begin(), output.values().end()));
}

RC_GTEST_PROP(Forward, AnIdentityKernelChangesNothing, ()) {
  Layer layer;
  layer.op = *rc::gen::element(Op::conv2d, Op::conv_transpose2d);
  layer.in_channels = layer.out_channels = layer.groups = *rc::gen::inRange<std::int64_t>(1, 4);
  const std::int64_t radius_y = *rc::gen::inRange<std::int64_t>(0, 3);
  const std::int64_t radius_x = *rc::gen::inRange<std::int64_t>(0, 3);
  layer.kernel_size = {2 * radius_y + 1, 2 * radius_x + 1};
  layer.dilation = {*rc::gen::inRange<std::int64_t>(1, 4), *rc::gen::inRange<std::int64_t>(1, 4)};
  const Size around{radius_y * layer.dilation.height, radius_x * layer.dilation.width};
  layer.padding = {around.height, around.height, around.width, around.width};
  layer.flip_kernel = *rc::gen::arbitrary<bool>();
  const Size size{*rc::gen::inRange<std::int64_t>(1, 9), *rc::gen::inRange<std::int64_t>(1, 9)};
  Tensor weight(weight_shape(layer));
  for (std::int64_t channel = 0; channel < layer.out_channels; ++channel) {
    weight.at({channel, 0, radius_y, radius_x}) = 1;
  }
  const Tensor input = *testing::integer_tensor(input_shape({layer, size}));
  RC_ASSERT(forward(layer, input, weight, {}) == input);
}

RC_GTEST_PROP(Forward, APoolOfOneCellChangesNothing, ()) {
  const Layer layer = pool(*rc::gen::element(Op::max_pool2d, Op::avg_pool2d), {1, 1}, {});
  const Tensor input = *testing::integer_tensor({2, 1, 3, 4});
  RC_ASSERT(forward(layer, input, {}, {}) == input);
}

Tensor combine(const Tensor& a, const Tensor& b) {
  Tensor sum = a;
  for (std::size_t i = 0; i < sum.values().size(); ++i) {
    sum.values()[i] = 2 * a.values()[i] - 3 * b.values()[i];
  }
  return sum;
}

RC_GTEST_PROP(Forward, IsLinearInInputAndWeight, ()) {
  const SizedLayer sized = *testing::valid_layer(*rc::gen::element(Op::conv2d, Op::conv_transpose2d));
  const Tensor input_a = *testing::integer_tensor(input_shape(sized));
  const Tensor input_b = *testing::integer_tensor(input_shape(sized));
  const Tensor weight_a = *testing::integer_weight(sized.layer);
  const Tensor weight_b = *testing::integer_weight(sized.layer);
  const auto run = [&](const Tensor& input, const Tensor& weight) { return forward(sized.layer, input, weight, {}); };
  RC_ASSERT(run(combine(input_a, input_b), weight_a) == combine(run(input_a, weight_a), run(input_b, weight_a)));
  RC_ASSERT(run(input_a, combine(weight_a, weight_b)) == combine(run(input_a, weight_a), run(input_a, weight_b)));
}

RC_GTEST_PROP(Forward, AveragesAreLinearInTheInput, ()) {
  const SizedLayer sized = *testing::valid_layer(Op::avg_pool2d);
  const Tensor a = *testing::integer_tensor(input_shape(sized));
  const Tensor b = *testing::integer_tensor(input_shape(sized));
  const auto run = [&](const Tensor& input) { return forward(sized.layer, input, {}, {}); };
  const Tensor of_sum = run(combine(a, b));
  const Tensor sum = combine(run(a), run(b));
  for (std::size_t i = 0; i < sum.values().size(); ++i) {
    RC_ASSERT(std::abs(of_sum.values()[i] - sum.values()[i]) < 1e-5F);
  }
}

/// The values of `small` in a larger tensor of other values, moved down and to the right.
Tensor moved(const Tensor& small, const Size& by) {
  Shape shape = small.shape();
  shape.height += by.height;
  shape.width += by.width;
  Tensor large = *testing::integer_tensor(shape);
  for (std::int64_t c = 0; c < shape.channels; ++c) {
    for (std::int64_t y = 0; y < small.shape().height; ++y) {
      for (std::int64_t x = 0; x < small.shape().width; ++x) {
        large.at({0, c, y + by.height, x + by.width}) = small.at({0, c, y, x});
      }
    }
  }
  return large;
}

RC_GTEST_PROP(Forward, AShiftOfTheInputShiftsTheOutput, ()) {
  SizedLayer sized = *testing::valid_layer(*rc::gen::element(Op::conv2d, Op::max_pool2d, Op::avg_pool2d));
  sized.layer.padding_rule = PaddingRule::amounts;
  sized.layer.padding = {};
  const Size kernel = effective_kernel_size(sized.layer);
  sized.input_size = {kernel.height + 4, kernel.width + 3};
  const Tensor small = *testing::integer_tensor(input_shape(sized));
  const Tensor weight = *testing::integer_weight(sized.layer);
  const Tensor expected = forward(sized.layer, small, weight, {});
  const Tensor shifted = forward(sized.layer, moved(small, sized.layer.stride), weight, {});
  for (std::int64_t c = 0; c < expected.shape().channels; ++c) {
    for (std::int64_t y = 0; y < expected.shape().height; ++y) {
      for (std::int64_t x = 0; x < expected.shape().width; ++x) {
        RC_ASSERT(shifted.at({0, c, y + 1, x + 1}) == expected.at({0, c, y, x}));
      }
    }
  }
}

RC_GTEST_PROP(Forward, AShiftOfATransposedLayersInputShiftsTheOutputByTheStride, ()) {
  SizedLayer sized = *testing::valid_layer(Op::conv_transpose2d);
  sized.layer.padding = {};
  sized.layer.output_padding = {0, 0};
  const Tensor small = *testing::integer_tensor(input_shape(sized));
  const Tensor weight = *testing::integer_weight(sized.layer);
  const Tensor expected = forward(sized.layer, small, weight, {});
  const Tensor shifted = forward(sized.layer, moved(small, {1, 1}), weight, {});
  const Size stride = sized.layer.stride;
  const Size kernel = effective_kernel_size(sized.layer);
  // The new row and column of the input reach the outputs before these.
  for (std::int64_t c = 0; c < expected.shape().channels; ++c) {
    for (std::int64_t y = kernel.height; y < expected.shape().height; ++y) {
      for (std::int64_t x = kernel.width; x < expected.shape().width; ++x) {
        RC_ASSERT(shifted.at({0, c, y + stride.height, x + stride.width}) == expected.at({0, c, y, x}));
      }
    }
  }
}

RC_GTEST_PROP(Forward, ATransposedLayerIsTheAdjointOfTheConvolution, ()) {
  SizedLayer sized = *testing::valid_layer(Op::conv2d);
  sized.layer.padding_rule = PaddingRule::amounts;
  sized.layer.padding_mode = PaddingMode::zeros;
  sized.layer.padding = {1, 1, 2, 2};
  const Size kernel = effective_kernel_size(sized.layer);
  sized.input_size = {std::max<std::int64_t>(1, kernel.height - 2) + 3,
                      std::max<std::int64_t>(1, kernel.width - 4) + 5};
  const Tensor x = *testing::integer_tensor(input_shape(sized));
  const Tensor y = *testing::integer_tensor(output_shape(sized));
  const Tensor weight = *testing::integer_weight(sized.layer);
  const Tensor convolved = forward(sized.layer, x, weight, {});

  SizedLayer back = sized;
  back.layer.op = Op::conv_transpose2d;
  std::swap(back.layer.in_channels, back.layer.out_channels);
  back.input_size = output_size(sized);
  const OutputArithmetic arithmetic = output_arithmetic(sized);
  back.layer.output_padding = {arithmetic.height.unread, arithmetic.width.unread};
  const Tensor returned = forward(back.layer, y, weight, {});

  // ⟨C x, y⟩ = ⟨x, Cᵀ y⟩; the weight has the same four places in both.
  RC_ASSERT(returned.shape() == x.shape());
  const auto dot = [](const Tensor& a, const Tensor& b) {
    return std::inner_product(a.values().begin(), a.values().end(), b.values().begin(), 0.0);
  };
  RC_ASSERT(dot(convolved, y) == dot(x, returned));
}

}  // namespace
}  // namespace convscope
