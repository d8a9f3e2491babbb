#include "engine/taps.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/arithmetic.h"
#include "engine/forward.h"
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
  EXPECT_EQ(list[0], (Tap{{}, -1, 3, {0, 0, 0, 0}}));
  EXPECT_EQ(list[3], (Tap{Index{0, 0, 0, 3}, 0, 3, {0, 0, 1, 0}}));
  EXPECT_EQ(list[5], (Tap{{}, 0, 5, {0, 0, 1, 2}}));
  EXPECT_EQ(list[7], (Tap{Index{0, 0, 1, 4}, 1, 4, {0, 0, 2, 1}}));
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
  EXPECT_EQ(list[0], (Tap{Index{0, 3, 4, 1}, 4, 1, {3, 0, 0, 0}}));
  EXPECT_EQ(list[5], (Tap{Index{0, 5, 4, 4}, 4, 4, {3, 2, 0, 1}}));
}

TEST(Taps, WindowOriginCountsFromTheFirstInputCell) {
  EXPECT_EQ(window_origin(padding_strides().layer, 0, 2), (WindowOrigin{-1, 3}));
}

TEST(Taps, ValuesAreReadFromTheTensors) {
  const Tensor input({1, 1, 1, 2}, {3, 5});
  const Tensor weight({1, 1, 1, 2}, {7, 11});
  const TapValue inside = tap_value({Index{0, 0, 0, 1}, 0, 1, {0, 0, 0, 1}}, input, weight);
  EXPECT_EQ(inside.value, 5.0F);
  EXPECT_EQ(inside.weight, 11.0F);
  EXPECT_EQ(inside.product, 55.0F);
  const TapValue padding = tap_value({{}, 0, -1, {0, 0, 0, 0}}, input, weight);
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

RC_GTEST_PROP(Taps, SummedAreTheForwardPass, ()) {
  const SizedLayer sized = *testing::valid_layer();
  const Tensor input = *testing::integer_tensor(input_shape(sized));
  const Tensor weight = *testing::integer_tensor(weight_shape(sized.layer));
  const Tensor output = forward(sized.layer, input, weight, {});
  for (std::int64_t step = 0; step < step_count(sized); ++step) {
    const Index cell = output_of_step(sized, step);
    float sum = 0;
    for (const Tap& tap : taps(sized, cell)) {
      sum += tap_value(tap, input, weight).product;
    }
    RC_ASSERT(sum == output.at(cell));
    RC_ASSERT(output.values()[static_cast<std::size_t>(step)] == sum);
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
    RC_ASSERT(tap.input.has_value() == inside);
  }
}

}  // namespace
}  // namespace convscope
