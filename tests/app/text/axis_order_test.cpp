#include "app/text/axis_order.h"

#include <gtest/gtest.h>

namespace convscope::text {
namespace {

TEST(AxisOrder, PutsChannelsFirstAsPyTorchOrLastAsTensorFlow) {
  EXPECT_EQ(shape(AxisOrder::channels_first, 3, 7, 8), "(3, 7, 8)");
  EXPECT_EQ(shape(AxisOrder::channels_last, 3, 7, 8), "(7, 8, 3)");
  const Index index{0, 2, -1, 4};
  EXPECT_EQ(cell(AxisOrder::channels_first, "padding", index), "padding[2, \u22121, 4]");
  EXPECT_EQ(cell(AxisOrder::channels_last, "padding", index), "padding[\u22121, 4, 2]");
}

TEST(AxisOrder, TurnsWeightsAsTensorFlowHasThem) {
  // tf.nn.conv2d: [filter_height, filter_width, in_channels, out_channels]; torch: (out_channels, in_channels, kH, kW).
  EXPECT_EQ(weight_shape(AxisOrder::channels_first, {2, 3, 5, 6}), "(2, 3, 5, 6)");
  EXPECT_EQ(weight_shape(AxisOrder::channels_last, {2, 3, 5, 6}), "(5, 6, 3, 2)");
  EXPECT_EQ(weight_cell(AxisOrder::channels_first, {1, 0, 3, 4}), "weight[1, 0, 3, 4]");
  EXPECT_EQ(weight_cell(AxisOrder::channels_last, {1, 0, 3, 4}), "weight[3, 4, 0, 1]");
}

}  // namespace
}  // namespace convscope::text
