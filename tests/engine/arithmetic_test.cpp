#include "engine/arithmetic.h"

#include <gtest/gtest.h>

#include "engine/problem.h"

namespace convscope {
namespace {

TEST(Arithmetic, GivesEachIntermediateValue) {
  SizedLayer sized;
  sized.layer.kernel_size = {3, 4};
  sized.layer.stride = {2, 3};
  sized.layer.padding = {1, 2, 0, 3};
  sized.layer.dilation = {2, 1};
  sized.input_size = {7, 10};
  const AxisArithmetic height{7, 1, 2, 3, 2, 2, 10, 5, 5, 2, 1, 3};
  const AxisArithmetic width{10, 0, 3, 4, 1, 3, 13, 4, 9, 3, 0, 4};
  EXPECT_EQ(output_arithmetic(sized), (OutputArithmetic{height, width}));
  EXPECT_EQ(output_size(sized), (Size{3, 4}));
}

TEST(Arithmetic, FloorsTheNumeratorOfAKernelThatDoesNotFit) {
  SizedLayer sized;
  sized.layer.kernel_size = {4, 6};
  sized.layer.stride = {2, 2};
  sized.input_size = {1, 1};
  const OutputArithmetic arithmetic = output_arithmetic(sized);
  EXPECT_EQ(arithmetic.height.numerator, -3);
  EXPECT_EQ(arithmetic.height.quotient, -2);
  EXPECT_EQ(arithmetic.height.unread, 1);
  EXPECT_EQ(arithmetic.height.output, -1);
  EXPECT_EQ(arithmetic.width.numerator, -5);
  EXPECT_EQ(arithmetic.width.quotient, -3);
}

TEST(Arithmetic, SamePaddingKeepsTheSize) {
  SizedLayer sized;
  sized.layer.padding_rule = PaddingRule::same;
  sized.layer.kernel_size = {2, 5};
  sized.layer.dilation = {3, 1};
  sized.input_size = {4, 9};
  EXPECT_EQ(output_size(sized), (Size{4, 9}));
  EXPECT_EQ(output_arithmetic(sized).height.padding_before, 1);
  EXPECT_EQ(output_arithmetic(sized).height.padding_after, 2);
}

TEST(Arithmetic, OfATransposedLayer) {
  SizedLayer sized;
  sized.layer.op = Op::conv_transpose2d;
  sized.layer.kernel_size = {3, 4};
  sized.layer.stride = {2, 3};
  sized.layer.padding = {1, 1, 0, 0};
  sized.layer.dilation = {2, 1};
  sized.layer.output_padding = {1, 2};
  sized.input_size = {3, 2};
  const AxisArithmetic height{3, 1, 1, 3, 2, 2, 0, 5, 0, 0, 0, 8, true, 1, 5, 9};
  const AxisArithmetic width{2, 0, 0, 4, 1, 3, 0, 4, 0, 0, 0, 9, true, 2, 4, 7};
  EXPECT_EQ(output_arithmetic(sized), (OutputArithmetic{height, width}));
}

TEST(Arithmetic, CountsTheWorkOfEachOp) {
  SizedLayer sized;
  sized.layer.in_channels = 4;
  sized.layer.out_channels = 6;
  sized.layer.groups = 2;
  sized.layer.kernel_size = {2, 3};
  sized.layer.stride = {2, 2};
  sized.input_size = {4, 5};
  sized.layer.op = Op::conv_transpose2d;
  EXPECT_EQ(parameter_count(sized.layer), 4 * 3 * 6 + 6);
  EXPECT_EQ(multiply_accumulates(sized), 4 * 20 * 3 * 6);
  EXPECT_EQ(cells_read(sized), multiply_accumulates(sized));
  sized.layer.op = Op::avg_pool2d;
  sized.layer.out_channels = 4;
  EXPECT_EQ(parameter_count(sized.layer), 0);
  EXPECT_EQ(multiply_accumulates(sized), 0);
  EXPECT_EQ(cells_read(sized), 4 * 2 * 2 * 6);
}

TEST(Arithmetic, CountsParametersAndMultiplyAccumulates) {
  SizedLayer sized;
  sized.layer.in_channels = 4;
  sized.layer.out_channels = 6;
  sized.layer.groups = 2;
  sized.layer.kernel_size = {3, 5};
  sized.input_size = {7, 8};
  EXPECT_EQ(parameter_count(sized.layer), 6 * 2 * 15 + 6);
  EXPECT_EQ(multiply_accumulates(sized), 6 * 5 * 4 * 2 * 15);
  sized.layer.bias = false;
  EXPECT_EQ(parameter_count(sized.layer), 6 * 2 * 15);
}

TEST(Arithmetic, HoldsAtTheLargestParameters) {
  SizedLayer sized;
  sized.layer.kernel_size = {1, 1};
  sized.layer.dilation = {max_parameter, 1};
  sized.layer.stride = {max_parameter, 1};
  sized.layer.padding = {max_parameter, max_parameter, 0, 0};
  sized.input_size = {max_parameter, 1};
  EXPECT_EQ(output_size(sized), (Size{3, 1}));
  sized.layer.kernel_size.height = 3;
  sized.layer.dilation.height = max_parameter - 1;
  sized.layer.stride.height = 1;
  EXPECT_EQ(output_size(sized), (Size{max_parameter + 2, 1}));
}

TEST(ArithmeticDeathTest, StopsAtAnImpossibleStride) {
  SizedLayer sized;
  sized.layer.stride.width = 0;
  EXPECT_DEATH((void)output_arithmetic(sized), "check failed");
}

}  // namespace
}  // namespace convscope
