#include "engine/forward.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

#include "tests/engine/random_layer.h"
#include "tests/engine/reference_convolution.h"

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

TEST(ForwardDeathTest, TensorsThatDoNotFitAreBugs) {
  EXPECT_DEATH((void)forward(Layer{}, numerical_input, Tensor({1, 1, 2, 3}), {}), "check failed");
  EXPECT_DEATH((void)forward(Layer{}, Tensor({1, 2, 5, 5}), numerical_kernel, {}), "check failed");
  EXPECT_DEATH((void)forward(Layer{}, Tensor({1, 1, 2, 2}), numerical_kernel, {}), "check failed");
  EXPECT_DEATH((void)forward(Layer{}, numerical_input, numerical_kernel, std::vector<float>{1, 2}), "check failed");
}

RC_GTEST_PROP(Forward, AgreesWithTheOracle, ()) {
  const SizedLayer sized = *testing::valid_layer();
  Shape shape = input_shape(sized);
  shape.batch = *rc::gen::inRange<std::int64_t>(1, 3);
  const Tensor input = *testing::integer_tensor(shape);
  const Tensor weight = *testing::integer_tensor(weight_shape(sized.layer));
  const std::vector<float> bias = *testing::integer_bias(sized.layer);
  const Tensor output = forward(sized.layer, input, weight, bias);
  const testing::ReferenceResult expected = testing::reference_convolution(sized.layer, input, weight, bias);
  RC_ASSERT(output.shape() == expected.shape);
  RC_ASSERT(std::equal(expected.values.begin(), expected.values.end(), output.values().begin(), output.values().end()));
}

RC_GTEST_PROP(Forward, AnIdentityKernelChangesNothing, ()) {
  Layer layer;
  layer.in_channels = layer.out_channels = layer.groups = *rc::gen::inRange<std::int64_t>(1, 4);
  const std::int64_t radius_y = *rc::gen::inRange<std::int64_t>(0, 3);
  const std::int64_t radius_x = *rc::gen::inRange<std::int64_t>(0, 3);
  layer.kernel_size = {2 * radius_y + 1, 2 * radius_x + 1};
  layer.dilation = {*rc::gen::inRange<std::int64_t>(1, 4), *rc::gen::inRange<std::int64_t>(1, 4)};
  layer.padding_rule = PaddingRule::same;
  const Size size{*rc::gen::inRange<std::int64_t>(1, 9), *rc::gen::inRange<std::int64_t>(1, 9)};
  Tensor weight(weight_shape(layer));
  for (std::int64_t channel = 0; channel < layer.out_channels; ++channel) {
    weight.at({channel, 0, radius_y, radius_x}) = 1;
  }
  const Tensor input = *testing::integer_tensor(input_shape({layer, size}));
  RC_ASSERT(forward(layer, input, weight, {}) == input);
}

RC_GTEST_PROP(Forward, IsLinearInInputAndWeight, ()) {
  const SizedLayer sized = *testing::valid_layer();
  const auto combine = [](const Tensor& a, const Tensor& b) {
    Tensor sum = a;
    for (std::size_t i = 0; i < sum.values().size(); ++i) {
      sum.values()[i] = 2 * a.values()[i] - 3 * b.values()[i];
    }
    return sum;
  };
  const Tensor input_a = *testing::integer_tensor(input_shape(sized));
  const Tensor input_b = *testing::integer_tensor(input_shape(sized));
  const Tensor weight_a = *testing::integer_tensor(weight_shape(sized.layer));
  const Tensor weight_b = *testing::integer_tensor(weight_shape(sized.layer));
  const auto run = [&](const Tensor& input, const Tensor& weight) { return forward(sized.layer, input, weight, {}); };
  RC_ASSERT(run(combine(input_a, input_b), weight_a) == combine(run(input_a, weight_a), run(input_b, weight_a)));
  RC_ASSERT(run(input_a, combine(weight_a, weight_b)) == combine(run(input_a, weight_a), run(input_a, weight_b)));
}

RC_GTEST_PROP(Forward, AShiftOfTheInputShiftsTheOutput, ()) {
  SizedLayer sized = *testing::valid_layer();
  sized.layer.padding_rule = PaddingRule::valid;
  const Size kernel = effective_kernel_size(sized.layer);
  sized.input_size = {kernel.height + 4, kernel.width + 3};
  const Tensor small = *testing::integer_tensor(input_shape(sized));
  const Tensor weight = *testing::integer_tensor(weight_shape(sized.layer));

  // The same values, one stride further down and to the right in a larger input of other values.
  const Size stride = sized.layer.stride;
  Shape shape = small.shape();
  shape.height += stride.height;
  shape.width += stride.width;
  Tensor large = *testing::integer_tensor(shape);
  for (std::int64_t c = 0; c < shape.channels; ++c) {
    for (std::int64_t y = 0; y < small.shape().height; ++y) {
      for (std::int64_t x = 0; x < small.shape().width; ++x) {
        large.at({0, c, y + stride.height, x + stride.width}) = small.at({0, c, y, x});
      }
    }
  }
  const Tensor expected = forward(sized.layer, small, weight, {});
  const Tensor shifted = forward(sized.layer, large, weight, {});
  for (std::int64_t c = 0; c < expected.shape().channels; ++c) {
    for (std::int64_t y = 0; y < expected.shape().height; ++y) {
      for (std::int64_t x = 0; x < expected.shape().width; ++x) {
        RC_ASSERT(shifted.at({0, c, y + 1, x + 1}) == expected.at({0, c, y, x}));
      }
    }
  }
}

}  // namespace
}  // namespace convscope
