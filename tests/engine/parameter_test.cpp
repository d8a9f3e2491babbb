#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>

#include "engine/problem.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

constexpr Parameter all_parameters[] = {Parameter::input_size,    Parameter::in_channels, Parameter::out_channels,
                                        Parameter::kernel_size,   Parameter::stride,      Parameter::padding,
                                        Parameter::dilation,      Parameter::groups,      Parameter::padding_mode,
                                        Parameter::output_padding};

TEST(Parameter, SetIsWhatIsRead) {
  std::int64_t value = 10;
  for (const Parameter parameter : all_parameters) {
    SizedLayer sized;
    value = std::min(value + 1, maximum_of(parameter));
    set_parameter(sized, parameter, {}, value);
    EXPECT_EQ(parameter_value(sized, parameter, Axis::height), value);
    EXPECT_EQ(parameter_value(sized, parameter, Axis::width), value);
    for (const Parameter other : all_parameters) {
      if (other != parameter) {
        EXPECT_EQ(parameter_value(sized, other, Axis::width), parameter_value({}, other, Axis::width));
      }
    }
  }
}

TEST(Parameter, SetOnOneAxisLeavesTheOther) {
  for (const Parameter parameter : {Parameter::input_size, Parameter::kernel_size, Parameter::stride,
                                    Parameter::padding, Parameter::dilation, Parameter::output_padding}) {
    SizedLayer sized;
    set_parameter(sized, parameter, Axis::width, 7);
    EXPECT_EQ(parameter_value(sized, parameter, Axis::width), 7);
    EXPECT_EQ(parameter_value(sized, parameter, Axis::height), parameter_value({}, parameter, Axis::height));
    set_parameter(sized, parameter, Axis::height, 9);
    EXPECT_EQ(parameter_value(sized, parameter, Axis::width), 7);
    EXPECT_EQ(parameter_value(sized, parameter, Axis::height), 9);
  }
}

TEST(ParameterDeathTest, APaddingModeThatIsNoneIsABug) {
  SizedLayer sized;
  EXPECT_DEATH(set_parameter(sized, Parameter::padding_mode, {}, 4), "check failed");
  EXPECT_DEATH(set_parameter(sized, Parameter::padding_mode, {}, -1), "check failed");
}

TEST(Parameter, PaddingSetBecomesAmountsAndKeepsTheOtherAxis) {
  SizedLayer sized;
  sized.layer.kernel_size = {4, 3};
  sized.layer.padding_rule = PaddingRule::same;
  set_parameter(sized, Parameter::padding, Axis::width, 5);
  EXPECT_EQ(sized.layer.padding_rule, PaddingRule::amounts);
  EXPECT_EQ(sized.layer.padding, (Sides{1, 2, 5, 5}));
}

TEST(ValidValues, AreWhatASliderMayStopAt) {
  SizedLayer sized;
  sized.input_size = {7, 5};
  using Values = std::vector<std::int64_t>;
  EXPECT_EQ(valid_values(sized, Parameter::kernel_size, {}, 0, 9), (Values{1, 2, 3, 4, 5}));
  EXPECT_EQ(valid_values(sized, Parameter::kernel_size, Axis::height, 6, 9), (Values{6, 7}));
  EXPECT_EQ(valid_values(sized, Parameter::dilation, {}, 1, 9), (Values{1, 2}));
  sized.layer.in_channels = 12;
  sized.layer.out_channels = 18;
  EXPECT_EQ(valid_values(sized, Parameter::groups, {}, 1, 18), (Values{1, 2, 3, 6}));
  EXPECT_EQ(valid_values(sized, Parameter::padding, {}, -5, 2), (Values{0, 1, 2}));
  EXPECT_TRUE(valid_values(sized, Parameter::padding, {}, 5, 2).empty());
}

TEST(ValidValues, StayWithinTheLimitsOfAnyRange) {
  constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
  SizedLayer sized;
  EXPECT_EQ(valid_values(sized, Parameter::stride, {}, max_parameter, largest),
            (std::vector<std::int64_t>{max_parameter}));
  EXPECT_TRUE(valid_values(sized, Parameter::stride, {}, std::numeric_limits<std::int64_t>::min(), 0).empty());
}

RC_GTEST_PROP(ValidValues, AreThoseThatValidateAccepts, ()) {
  const SizedLayer sized = *testing::edge_layer();
  const Parameter parameter =
      *rc::gen::elementOf(std::vector<Parameter>(std::begin(all_parameters), std::end(all_parameters)));
  const auto axis = *rc::gen::element<std::optional<Axis>>(std::nullopt, Axis::height, Axis::width);
  std::vector<std::int64_t> expected;
  const std::int64_t highest = std::min<std::int64_t>(maximum_of(parameter), 12);
  for (std::int64_t value = minimum_of(parameter); value <= highest; ++value) {
    SizedLayer candidate = sized;
    set_parameter(candidate, parameter, axis, value);
    if (validate(candidate).empty()) {
      expected.push_back(value);
    }
  }
  RC_ASSERT(valid_values(sized, parameter, axis, -1, 12) == expected);
}

}  // namespace
}  // namespace convscope
