#include "engine/single_mends.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

SizedLayer mended(SizedLayer sized, const Mend& mend) {
  set_parameter(sized, mend.parameter, mend.axis, mend.value);
  return sized;
}

RC_GTEST_PROP(SingleMends, EachMakesTheLayerValid, ()) {
  const SizedLayer sized = *testing::edge_layer();
  for (const Mend& mend : single_mends(sized)) {
    RC_ASSERT(is_valid(mended(sized, mend)));
  }
}

RC_GTEST_PROP(SingleMends, HoldForAnyValues, ()) {
  const SizedLayer sized = *testing::any_layer();
  for (const Mend& mend : single_mends(sized)) {
    RC_ASSERT(is_valid(mended(sized, mend)));
  }
}

RC_GTEST_PROP(SingleMends, NoNearerValueOfTheAxisDoes, ()) {
  const SizedLayer sized = *testing::edge_layer();
  RC_PRE(!is_valid(sized));
  const std::vector<Mend> mends = single_mends(sized);
  for (const Parameter parameter :
       {Parameter::kernel_size, Parameter::stride, Parameter::padding, Parameter::dilation, Parameter::input_size}) {
    for (const Axis axis : axes) {
      const std::int64_t stands = parameter_value(sized, parameter, axis);
      for (std::int64_t value = minimum_of(parameter); value <= 20; ++value) {
        if (!is_valid(mended(sized, {parameter, axis, value}))) {
          continue;
        }
        // One on the same side that is as near or nearer.
        RC_ASSERT(std::ranges::any_of(mends, [&](const Mend& mend) {
          const bool between = (mend.value <= std::max(stands, value)) && (mend.value >= std::min(stands, value));
          return mend.parameter == parameter && mend.axis == axis && between;
        }));
      }
    }
  }
}

TEST(SingleMends, OfAKernelThatIsTooLarge) {
  SizedLayer sized{Layer{}, {7, 7}};
  sized.layer.kernel_size = {3, 5};
  sized.layer.dilation = {1, 2};
  EXPECT_EQ(single_mends(sized), (std::vector<Mend>{{Parameter::kernel_size, Axis::width, 4},
                                                    {Parameter::padding, Axis::width, 1},
                                                    {Parameter::dilation, Axis::width, 1},
                                                    {Parameter::input_size, Axis::width, 9}}));
}

TEST(SingleMends, OfBothAxesWhereOneIsNotEnough) {
  SizedLayer sized{Layer{}, {7, 7}};
  sized.layer.kernel_size = {8, 8};
  EXPECT_EQ(single_mends(sized),
            (std::vector<Mend>{
                {Parameter::input_size, {}, 8}, {Parameter::kernel_size, {}, 7}, {Parameter::padding, {}, 1}}));
}

TEST(SingleMends, OfGroups) {
  SizedLayer sized{Layer{}, {7, 7}};
  sized.layer.in_channels = 6;
  sized.layer.out_channels = 4;
  sized.layer.groups = 4;
  EXPECT_EQ(single_mends(sized),
            (std::vector<Mend>{
                {Parameter::in_channels, {}, 4}, {Parameter::in_channels, {}, 8}, {Parameter::groups, {}, 2}}));
}

TEST(SingleMends, OfPaddingSameNumbersToo) {
  SizedLayer sized{Layer{}, {7, 7}};
  sized.layer.padding_rule = PaddingRule::same;
  sized.layer.stride = {1, 2};
  const std::vector<Mend> mends = single_mends(sized);
  EXPECT_TRUE(std::ranges::count(mends, Mend{Parameter::stride, Axis::width, 1}));
  EXPECT_TRUE(std::ranges::count(mends, Mend{Parameter::padding, Axis::width, 1}));
}

TEST(SingleMends, FarAway) {
  SizedLayer sized{Layer{}, {20'000, 20'000}};
  const std::vector<Mend> mends = single_mends(sized);
  EXPECT_TRUE(std::ranges::count(mends, Mend{Parameter::input_size, Axis::height, max_elements / 20'000}));
}

TEST(SingleMends, AreNoneForAValidLayerOrTwoMistakes) {
  SizedLayer sized{Layer{}, {7, 7}};
  EXPECT_TRUE(single_mends(sized).empty());
  sized.layer.stride = {0, 1};
  sized.layer.groups = 0;
  EXPECT_TRUE(single_mends(sized).empty());
}

}  // namespace
}  // namespace convscope
