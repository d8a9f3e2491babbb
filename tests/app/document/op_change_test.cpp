#include "app/document/op_change.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

SizedLayer two_filters() {
  return {.layer = {.in_channels = 3, .out_channels = 2, .padding = {1, 1, 1, 1}}, .input_size = {7, 7}};
}

TEST(OpChange, APoolKeepsItsChannelsAndStepsByItsKernel) {
  const SizedLayer pool = with_op(two_filters(), Op::max_pool2d);
  EXPECT_EQ(pool.layer.op, Op::max_pool2d);
  EXPECT_EQ(pool.layer.out_channels, 3);
  EXPECT_EQ(pool.layer.kernel_size, (Size{3, 3}));
  EXPECT_EQ(pool.layer.stride, (Size{3, 3}));
  EXPECT_EQ(pool.layer.padding, (Sides{1, 1, 1, 1})) << "one is not more than half of three";
}

TEST(OpChange, AStrideThatWasChosenStays) {
  SizedLayer sized = two_filters();
  sized.layer.stride = {2, 2};
  EXPECT_EQ(with_op(sized, Op::max_pool2d).layer.stride, (Size{2, 2}));
}

TEST(OpChange, WhatAnOpLacksGoes) {
  SizedLayer sized = two_filters();
  sized.layer.padding_rule = PaddingRule::same;
  sized.layer.padding_mode = PaddingMode::circular;
  sized.layer.dilation = {2, 2};
  const Layer average = with_op(sized, Op::avg_pool2d).layer;
  EXPECT_EQ(average.padding_rule, PaddingRule::amounts);
  EXPECT_EQ(average.padding_mode, PaddingMode::zeros);
  EXPECT_EQ(average.dilation, (Size{1, 1}));
  EXPECT_EQ(average.padding, (Sides{1, 1, 1, 1})) << "same was 2, half of a kernel of 3 is 1";
  sized.layer.padding_rule = PaddingRule::amounts;
  sized.layer.padding = {0, 2, 1, 3};
  EXPECT_EQ(with_op(sized, Op::conv_transpose2d).layer.padding, (Sides{0, 0, 1, 1}));
}

TEST(OpChange, GoingBackBringsBackWhatThePoolDoesNotHave) {
  SizedLayer sized = two_filters();
  sized.layer.padding = {0, 2, 1, 3};
  sized.layer.padding_mode = PaddingMode::replicate;
  sized.layer.dilation = {2, 1};
  OpMemory memory;
  const SizedLayer pool = memory.change(sized, Op::max_pool2d);
  EXPECT_EQ(memory.change(pool, Op::conv2d), sized);
}

TEST(OpChange, GoingBackKeepsWhatHasBeenChangedSince) {
  OpMemory memory;
  SizedLayer pool = memory.change(two_filters(), Op::max_pool2d);
  edit_parameter(pool, Parameter::kernel_size, {}, 2);
  edit_parameter(pool, Parameter::in_channels, {}, 5);
  const SizedLayer average = memory.change(pool, Op::avg_pool2d);
  const SizedLayer back = memory.change(average, Op::conv2d);
  EXPECT_EQ(back.layer.kernel_size, (Size{2, 2}));
  EXPECT_EQ(back.layer.in_channels, 5);
  EXPECT_EQ(back.layer.out_channels, 2) << "the filters are still two";
  EXPECT_EQ(back.layer.stride, (Size{1, 1}));
}

TEST(OpChange, GoingBackMendsWhatNoLongerFits) {
  SizedLayer sized = two_filters();
  sized.layer.in_channels = 4;
  sized.layer.groups = 2;
  OpMemory memory;
  SizedLayer pool = memory.change(sized, Op::max_pool2d);
  edit_parameter(pool, Parameter::in_channels, {}, 3);
  const SizedLayer back = memory.change(pool, Op::conv2d);
  EXPECT_TRUE(is_valid(back));
  EXPECT_EQ(back.layer.op, Op::conv2d);
}

TEST(OpChange, APoolsChannelsGoTogether) {
  SizedLayer pool = with_op(two_filters(), Op::max_pool2d);
  edit_parameter(pool, Parameter::out_channels, {}, 4);
  EXPECT_EQ(pool.layer.in_channels, 4);
  EXPECT_EQ(pool.layer.out_channels, 4);
  EXPECT_EQ(valid_edits(pool, Parameter::in_channels, {}, 1, 4), (std::vector<std::int64_t>{1, 2, 3, 4}));
  EXPECT_EQ(valid_edits(two_filters(), Parameter::in_channels, {}, 0, 2), (std::vector<std::int64_t>{1, 2}));
}

RC_GTEST_PROP(OpChange, FindsAValidLayerFromAnyOtherOp, ()) {
  const SizedLayer sized = *testing::valid_layer();
  const Op op = *rc::gen::elementOf(ops);
  const SizedLayer changed = with_op(sized, op);
  RC_ASSERT(changed.layer.op == op);
  RC_ASSERT(is_valid(changed));
}

RC_GTEST_PROP(OpChange, ThereAndBackIsWhereItWas, ()) {
  const SizedLayer sized = *testing::valid_layer();
  const Op op = *rc::gen::elementOf(ops);
  RC_PRE(op != sized.layer.op);
  OpMemory memory;
  RC_ASSERT(memory.change(memory.change(sized, op), sized.layer.op) == sized);
}

}  // namespace
}  // namespace convscope
