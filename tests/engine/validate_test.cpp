#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

#include "engine/arithmetic.h"
#include "engine/forward.h"
#include "engine/problem.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

/// The only problem of a layer, or a failure that counts them.
Problem only_problem(const SizedLayer& sized) {
  const std::vector<Problem> problems = validate(sized);
  EXPECT_EQ(problems.size(), 1U);
  return problems.empty() ? Problem{} : problems.front();
}

TEST(Validate, FindsNothingInTheDefaults) {
  EXPECT_TRUE(validate({}).empty());
  EXPECT_TRUE(is_valid({}));
}

TEST(Validate, NamesAValueBelowItsMinimum) {
  SizedLayer sized;
  sized.layer.stride.width = 0;
  EXPECT_EQ(
      only_problem(sized),
      (Problem{
          Parameter::stride, Axis::width, Reason::below_minimum, 0, 1, {}, Mend{Parameter::stride, Axis::width, 1}}));
  EXPECT_FALSE(is_valid(sized));
}

TEST(Validate, NamesTheWorstSideOfPadding) {
  SizedLayer sized;
  sized.layer.padding = {2, -3, 0, 0};
  EXPECT_EQ(only_problem(sized), (Problem{Parameter::padding,
                                          Axis::height,
                                          Reason::below_minimum,
                                          -3,
                                          0,
                                          {},
                                          Mend{Parameter::padding, Axis::height, 0}}));
}

TEST(Validate, NamesAValueAboveItsMaximum) {
  SizedLayer sized;
  sized.layer.out_channels = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(only_problem(sized), (Problem{Parameter::out_channels,
                                          {},
                                          Reason::above_maximum,
                                          std::numeric_limits<std::int64_t>::max(),
                                          max_parameter,
                                          {},
                                          Mend{Parameter::out_channels, {}, max_parameter}}));
}

TEST(Validate, TheMaximumItselfIsFreeAndTheNextIsNot) {
  SizedLayer sized;
  sized.layer.stride.height = max_parameter;
  EXPECT_TRUE(is_valid(sized));
  ++sized.layer.stride.height;
  EXPECT_EQ(only_problem(sized).reason, Reason::above_maximum);
  EXPECT_EQ(only_problem(sized).limit, max_parameter);
}

TEST(Validate, NamesChannelsThatGroupsDoNotDivide) {
  SizedLayer sized;
  sized.layer.in_channels = 3;
  sized.layer.out_channels = 2;
  sized.layer.groups = 2;
  EXPECT_EQ(
      only_problem(sized),
      (Problem{Parameter::in_channels, {}, Reason::not_divisible, 3, 2, {}, Mend{Parameter::in_channels, {}, 4}}));
}

TEST(Validate, MendsBothChannelCountsByTheirGroups) {
  SizedLayer sized;
  sized.layer.in_channels = 64;
  sized.layer.out_channels = 32;
  sized.layer.groups = 5;
  const std::vector<Problem> problems = validate(sized);
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].parameter, Parameter::in_channels);
  EXPECT_EQ(problems[1].parameter, Parameter::out_channels);
  EXPECT_EQ(problems[0].mend, (Mend{Parameter::groups, {}, 4}));
  EXPECT_EQ(problems[1].mend, (Mend{Parameter::groups, {}, 4}));
}

TEST(Validate, NamesAKernelLargerThanThePaddedInput) {
  SizedLayer sized;
  sized.layer.kernel_size = {3, 4};
  sized.layer.dilation = {1, 3};
  sized.layer.padding = {0, 0, 1, 0};
  sized.input_size = {5, 8};
  EXPECT_EQ(only_problem(sized), (Problem{Parameter::kernel_size,
                                          Axis::width,
                                          Reason::kernel_exceeds_input,
                                          10,
                                          9,
                                          {},
                                          Mend{Parameter::padding, Axis::width, 1}}));
}

TEST(Validate, NamesAStrideThatSameForbids) {
  SizedLayer sized;
  sized.layer.padding_rule = PaddingRule::same;
  sized.layer.stride = {3, 1};
  EXPECT_EQ(only_problem(sized), (Problem{Parameter::stride,
                                          Axis::height,
                                          Reason::same_needs_stride_one,
                                          3,
                                          1,
                                          {},
                                          Mend{Parameter::stride, Axis::height, 1}}));
}

TEST(Validate, RefusesTensorsByTheirSize) {
  SizedLayer sized;
  sized.input_size = {max_parameter, 2};
  sized.layer.kernel_size = {1, 1};
  const std::vector<Problem> problems = validate(sized);
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].tensor, TensorRole::input);
  EXPECT_EQ(problems[0].reason, Reason::too_many_elements);
  EXPECT_EQ(problems[0].value, 2 * max_parameter);
  EXPECT_EQ(problems[0].limit, max_elements);
  EXPECT_EQ(problems[0].mend, (Mend{Parameter::input_size, Axis::width, 1}));
  EXPECT_EQ(problems[1].tensor, TensorRole::output);
  sized.input_size = {max_parameter, 1};
  EXPECT_TRUE(validate(sized).empty());
}

TEST(Validate, NamesTheParameterThatMendsALargeOutput) {
  SizedLayer sized;
  sized.layer.padding = {1 << 20, 1 << 20, 1 << 20, 1 << 20};
  const Problem problem = only_problem(sized);
  EXPECT_EQ(problem.tensor, TensorRole::output);
  EXPECT_EQ(problem.parameter, Parameter::stride);
  EXPECT_EQ(problem.mend, (Mend{Parameter::stride, {}, 129}));  // ⌊(5 + 2²¹ − 3) / 129⌋ + 1 is below 2¹⁴, by 128 above.
  sized.layer.kernel_size = {1 << 20, 1 << 20};
  sized.input_size = {1, 1};
  EXPECT_EQ(validate(sized).at(0).tensor, TensorRole::weight);
}

TEST(Validate, LeavesAWeightWithoutAMendWhenNoSingleChangeDoes) {
  SizedLayer sized;
  sized.input_size = {4, 4};
  sized.layer.kernel_size = {1 << 14, 1 << 14};
  sized.layer.padding_rule = PaddingRule::same;
  sized.layer.in_channels = 1 << 15;
  sized.layer.out_channels = 1 << 15;
  const Problem problem = only_problem(sized);
  EXPECT_EQ(problem.tensor, TensorRole::weight);
  EXPECT_EQ(problem.parameter, Parameter::kernel_size);
  EXPECT_FALSE(problem.mend);
}

RC_GTEST_PROP(Validate, AcceptsWhatTheOracleComputes, ()) { RC_ASSERT(validate(*testing::valid_layer()).empty()); }

RC_GTEST_PROP(Validate, AnyLayerIsValidAndBoundedOrRefused, ()) {
  const SizedLayer sized = *testing::any_layer();
  const bool valid = validate(sized).empty();
  RC_ASSERT(valid == is_valid(sized));
  RC_TAG(valid);
  if (valid) {
    for (const Shape& shape : {input_shape(sized), output_shape(sized)}) {
      RC_ASSERT(element_count(shape) >= 1);
      RC_ASSERT(element_count(shape) <= max_elements);
    }
    RC_ASSERT(element_count(weight_shape(sized.layer)) <= max_elements);
    RC_ASSERT(cells_read(sized) >= 1);
    RC_ASSERT(multiply_accumulates(sized) == (is_pool(sized.layer.op) ? 0 : cells_read(sized)));
    RC_ASSERT((parameter_count(sized.layer) == 0) == is_pool(sized.layer.op));
  }
}

RC_GTEST_PROP(Validate, ASmallLayerIsComputedOrRefused, ()) {
  const SizedLayer sized = *testing::edge_layer();
  const bool valid = is_valid(sized);
  RC_TAG(valid);
  if (valid && cells_read(sized) < 100'000 && element_count(output_shape(sized)) < 100'000) {
    const Tensor weight = is_pool(sized.layer.op) ? Tensor() : Tensor(weight_shape(sized.layer));
    const Tensor output = forward(sized.layer, Tensor(input_shape(sized)), weight, {});
    RC_ASSERT(output.shape() == output_shape(sized));
  }
}

}  // namespace
}  // namespace convscope
