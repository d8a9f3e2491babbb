#include "engine/taps.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

#include "engine/arithmetic.h"
#include "engine/forward.h"
#include "engine/problem.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

SizedLayer padding_strides() {
  SizedLayer sized;
  sized.layer.stride = {2, 2};
  sized.layer.padding = {1, 1, 1, 1};
  return sized;
}

TEST(Taps, OfACornerCellLieInThePadding) {
  const std::vector<Tap> list = taps(padding_strides(), {0, 0, 0, 2});
  ASSERT_EQ(list.size(), 9U);
  EXPECT_EQ(list[0], (Tap{{}, -1, 3, Index{0, 0, 0, 0}}));
  EXPECT_EQ(list[3], (Tap{Index{0, 0, 0, 3}, 0, 3, Index{0, 0, 1, 0}}));
  EXPECT_EQ(list[5], (Tap{{}, 0, 5, Index{0, 0, 1, 2}}));
  EXPECT_EQ(list[7], (Tap{Index{0, 0, 1, 4}, 1, 4, Index{0, 0, 2, 1}}));
}

TEST(Taps, StayInTheirGroup) {
  SizedLayer sized;
  sized.layer.in_channels = 6;
  sized.layer.out_channels = 4;
  sized.layer.groups = 2;
  sized.layer.kernel_size = {1, 2};
  sized.layer.dilation = {1, 3};
  EXPECT_EQ(first_input_channel(sized.layer, 1), 0);
  EXPECT_EQ(first_input_channel(sized.layer, 2), 3);
  const std::vector<Tap> list = taps(sized, {0, 3, 4, 1});
  ASSERT_EQ(list.size(), 6U);
  EXPECT_EQ(list[0], (Tap{Index{0, 3, 4, 1}, 4, 1, Index{3, 0, 0, 0}}));
  EXPECT_EQ(list[5], (Tap{Index{0, 5, 4, 4}, 4, 4, Index{3, 2, 0, 1}}));
}

TEST(Taps, WindowOriginCountsFromTheFirstInputCell) {
  EXPECT_EQ(window_origin(padding_strides().layer, 0, 2), (WindowOrigin{-1, 3}));
}

TEST(Taps, ValuesAreReadFromTheTensors) {
  const Tensor input({1, 1, 1, 2}, {3, 5});
  const Tensor weight({1, 1, 1, 2}, {7, 11});
  const TapValue inside = tap_value({}, {Index{0, 0, 0, 1}, 0, 1, Index{0, 0, 0, 1}}, input, weight);
  EXPECT_EQ(inside.value, 5.0F);
  EXPECT_EQ(inside.weight, 11.0F);
  EXPECT_EQ(inside.product, 55.0F);
  const TapValue padding = tap_value({}, {{}, 0, -1, Index{0, 0, 0, 0}}, input, weight);
  EXPECT_EQ(padding.value, 0.0F);
  EXPECT_EQ(padding.weight, 7.0F);
  EXPECT_EQ(padding.product, 0.0F);
}

TEST(Taps, StepsGoRowByRowAndChannelByChannel) {
  SizedLayer sized = padding_strides();
  sized.layer.out_channels = 2;
  sized.input_size = {3, 5};  // output 2×3
  EXPECT_EQ(step_count(sized), 12);
  EXPECT_EQ(output_of_step(sized, 0), (Index{0, 0, 0, 0}));
  EXPECT_EQ(output_of_step(sized, 5), (Index{0, 0, 1, 2}));
  EXPECT_EQ(output_of_step(sized, 10), (Index{0, 1, 1, 1}));
}

TEST(TapsDeathTest, StepsOutsideAreBugs) {
  EXPECT_DEATH((void)output_of_step(padding_strides(), 9), "check failed");
  EXPECT_DEATH((void)output_of_step(padding_strides(), -1), "check failed");
}

TEST(Taps, OfATransposedLayerAreTheCellsThatReachTheOutput) {
  SizedLayer sized;
  sized.layer.op = Op::conv_transpose2d;
  sized.layer.in_channels = 4;
  sized.layer.out_channels = 2;
  sized.layer.groups = 2;
  sized.layer.kernel_size = {1, 3};
  sized.layer.stride = {1, 2};
  sized.layer.padding = {0, 0, 1, 1};
  sized.input_size = {1, 3};  // output 1×5
  const std::vector<Tap> odd = taps(sized, {0, 1, 0, 1});
  ASSERT_EQ(odd.size(), 4U);
  EXPECT_EQ(odd[0], (Tap{Index{0, 2, 0, 1}, 0, 1, Index{2, 0, 0, 0}}));
  EXPECT_EQ(odd[1], (Tap{Index{0, 2, 0, 0}, 0, 0, Index{2, 0, 0, 2}}));
  EXPECT_EQ(odd[3], (Tap{Index{0, 3, 0, 0}, 0, 0, Index{3, 0, 0, 2}}));
  EXPECT_EQ(taps(sized, {0, 1, 0, 2}).size(), 2U);
  sized.layer.flip_kernel = true;
  EXPECT_EQ(taps(sized, {0, 1, 0, 1})[1], (Tap{Index{0, 2, 0, 0}, 0, 0, Index{2, 0, 0, 0}}));
}

TEST(Taps, OfAGapBetweenTransposedKernelsAreNone) {
  SizedLayer sized;
  sized.layer.op = Op::conv_transpose2d;
  sized.layer.kernel_size = {1, 1};
  sized.layer.stride = {2, 1};
  EXPECT_EQ(tap_count(sized, {0, 0, 1, 0}), 0);
  EXPECT_EQ(tap_count(sized, {0, 0, 2, 0}), 1);
}

TEST(Taps, OfAStrideFarBeyondTheKernelAreFoundAtOnce) {
  SizedLayer sized;
  sized.layer.op = Op::conv_transpose2d;
  sized.layer.kernel_size = {1, 1 << 27};
  sized.layer.stride = {1, max_parameter - 1};
  sized.input_size = {1, 1};
  for (std::int64_t x = 0; x < 100'000; ++x) {
    ASSERT_EQ(tap_at(sized, {0, 0, 0, x}, 0).weight, (Index{0, 0, 0, x}));
  }
}

TEST(Taps, OfCopiedPaddingReadItsSource) {
  SizedLayer sized;
  sized.layer.kernel_size = {1, 2};
  sized.layer.padding = {0, 0, 2, 0};
  sized.layer.padding_mode = PaddingMode::reflect;
  EXPECT_EQ(taps(sized, {0, 0, 0, 0})[0], (Tap{Index{0, 0, 0, 2}, 0, -2, Index{0, 0, 0, 0}}));
}

TEST(Taps, OfAFlippedKernelMeetItFromBehind) {
  SizedLayer sized;
  sized.layer.kernel_size = {2, 3};
  sized.layer.flip_kernel = true;
  EXPECT_EQ(taps(sized, {0, 0, 0, 0})[1], (Tap{Index{0, 0, 0, 1}, 0, 1, Index{0, 0, 1, 1}}));
}

SizedLayer maximum_of_three() {
  SizedLayer sized;
  sized.layer.op = Op::max_pool2d;
  sized.layer.kernel_size = {1, 3};
  sized.layer.padding = {0, 0, 1, 1};
  sized.layer.in_channels = sized.layer.out_channels = 2;
  sized.input_size = {1, 4};
  return sized;
}

TEST(Taps, OfAPoolHaveNoWeightAndStayInTheirChannel) {
  const SizedLayer sized = maximum_of_three();
  const std::vector<Tap> list = taps(sized, {0, 1, 0, 0});
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0], (Tap{{}, 0, -1, {}}));
  EXPECT_EQ(list[2], (Tap{Index{0, 1, 0, 1}, 0, 1, {}}));
  const Tensor input({1, 2, 1, 4}, {0, 0, 0, 0, 1, 8, 0, 0});
  EXPECT_EQ(tap_value(sized.layer, list[0], input, {}).value, -std::numeric_limits<float>::infinity());
  EXPECT_EQ(tap_value(sized.layer, list[2], input, {}).product, 8.0F);
  SizedLayer average = sized;
  average.layer.op = Op::avg_pool2d;
  EXPECT_EQ(tap_value(average.layer, list[0], input, {}).product, 0.0F);
  EXPECT_EQ(tap_value(average.layer, list[2], input, {}).product, 8.0F * (1.0F / 3));
}

TEST(MaxPoolWinner, IsTheFirstOfTheLargestOrTheLastNotANumber) {
  const auto winner = [](const Tensor& input, std::int64_t x) {
    return max_pool_winner(taps(maximum_of_three(), {0, 0, 0, x}), input);
  };
  constexpr float infinity = std::numeric_limits<float>::infinity();
  EXPECT_EQ(winner(Tensor({1, 2, 1, 4}, {5, 7, 7, 7, 0, 0, 0, 0}), 1), 1);
  EXPECT_EQ(winner(Tensor({1, 2, 1, 4}, {NAN, 7, NAN, 7, 0, 0, 0, 0}), 1), 2);
  EXPECT_EQ(winner(Tensor({1, 2, 1, 4}, {-infinity, -infinity, 0, 0, 0, 0, 0, 0}), 0), 1);  // Not the padding.
  SizedLayer sized = maximum_of_three();
  sized.layer.kernel_size = {1, 2};
  sized.layer.dilation = {1, 2};
  sized.input_size = {1, 1};
  EXPECT_EQ(max_pool_winner(taps(sized, {0, 0, 0, 0}), Tensor({1, 2, 1, 1})), std::nullopt);
}

double from_taps(const SizedLayer& sized, const Index& cell, const Tensor& input, const Tensor& weight) {
  const std::vector<Tap> list = taps(sized, cell);
  if (sized.layer.op == Op::max_pool2d) {
    const auto winner = max_pool_winner(list, input);
    return winner ? tap_value(sized.layer, list[static_cast<std::size_t>(*winner)], input, weight).value
                  : -std::numeric_limits<double>::infinity();
  }
  double sum = 0;
  for (const Tap& tap : list) {
    const TapValue value = tap_value(sized.layer, tap, input, weight);
    sum += static_cast<double>(value.value) * value.weight;
  }
  return sum;
}

RC_GTEST_PROP(Taps, SummedAreTheForwardPass, ()) {
  const SizedLayer sized = *testing::valid_layer();
  const Tensor input = *testing::integer_tensor(input_shape(sized));
  const Tensor weight = *testing::integer_weight(sized.layer);
  const Tensor output = forward(sized.layer, input, weight, {});
  const double tolerance = sized.layer.op == Op::avg_pool2d ? 1e-5 : 0;  // 1 / (kH · kW) is rounded.
  for (std::int64_t step = 0; step < step_count(sized); ++step) {
    const Index cell = output_of_step(sized, step);
    const double sum = from_taps(sized, cell, input, weight);
    RC_ASSERT(sum == output.at(cell) || std::abs(sum - output.at(cell)) <= tolerance);
    RC_ASSERT(output.values()[static_cast<std::size_t>(step)] == output.at(cell));
  }
}

RC_GTEST_PROP(Taps, AreInsideTheInputOrBesideIt, ()) {
  const SizedLayer sized = *testing::valid_layer();
  const Size size = sized.input_size;
  const Sides padding = resolved_padding(sized.layer);
  const std::int64_t step = *rc::gen::inRange<std::int64_t>(0, step_count(sized));
  for (const Tap& tap : taps(sized, output_of_step(sized, step))) {
    RC_ASSERT(tap.padded_y >= -padding.top && tap.padded_y < size.height + padding.bottom);
    RC_ASSERT(tap.padded_x >= -padding.left && tap.padded_x < size.width + padding.right);
    const bool inside =
        tap.padded_y >= 0 && tap.padded_y < size.height && tap.padded_x >= 0 && tap.padded_x < size.width;
    RC_ASSERT(tap.input.has_value() == (inside || sized.layer.padding_mode != PaddingMode::zeros));
    if (tap.input) {
      RC_ASSERT(tap.input->y >= 0 && tap.input->y < size.height && tap.input->x >= 0 && tap.input->x < size.width);
      RC_ASSERT(!inside || (tap.input->y == tap.padded_y && tap.input->x == tap.padded_x));
    }
    RC_ASSERT(tap.weight.has_value() == !is_pool(sized.layer.op));
  }
}

RC_GTEST_PROP(Taps, OfAllOutputsAreTheCellsRead, ()) {
  SizedLayer sized = *testing::valid_layer();
  if (sized.layer.op == Op::conv_transpose2d) {
    sized.layer.padding = {};  // A crop cuts taps off, which count all the same.
  }
  std::int64_t count = 0;
  for (std::int64_t step = 0; step < step_count(sized); ++step) {
    count += tap_count(sized, output_of_step(sized, step));
  }
  RC_ASSERT(count == cells_read(sized));
  RC_ASSERT(multiply_accumulates(sized) == (is_pool(sized.layer.op) ? 0 : count));
}

}  // namespace
}  // namespace convscope
