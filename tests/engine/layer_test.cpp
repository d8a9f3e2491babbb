#include "engine/layer.h"

#include <gtest/gtest.h>

#include <limits>

namespace convscope {
namespace {

TEST(Layer, HasTheDefaultsOfPyTorch) {
  const Layer layer;
  EXPECT_EQ(layer.stride, (Size{1, 1}));
  EXPECT_EQ(resolved_padding(layer), Sides{});
  EXPECT_EQ(layer.dilation, (Size{1, 1}));
  EXPECT_EQ(layer.groups, 1);
  EXPECT_TRUE(layer.bias);
}

TEST(Layer, PaddingOfTheRules) {
  Layer layer;
  layer.padding = {1, 2, 3, 4};
  EXPECT_EQ(resolved_padding(layer), (Sides{1, 2, 3, 4}));
  layer.padding_rule = PaddingRule::valid;
  EXPECT_EQ(resolved_padding(layer), (Sides{0, 0, 0, 0}));
  layer.padding_rule = PaddingRule::same;
  layer.kernel_size = {4, 3};
  layer.dilation = {3, 2};
  EXPECT_EQ(resolved_padding(layer), (Sides{4, 5, 2, 2}));
}

TEST(Layer, EffectiveKernelSizeSpansTheGaps) {
  Layer layer;
  layer.kernel_size = {3, 1};
  layer.dilation = {4, 9};
  EXPECT_EQ(effective_kernel_size(layer), (Size{9, 1}));
}

TEST(Layer, AnyValuesAreTaken) {
  Layer layer;
  layer.padding_rule = PaddingRule::same;
  for (const std::int64_t value : {std::numeric_limits<std::int64_t>::min(), std::int64_t{0}, std::int64_t{-1}}) {
    layer.kernel_size = {value, value};
    layer.dilation = {value, value};
    EXPECT_EQ(effective_kernel_size(layer), (Size{1, 1})) << value;
    EXPECT_EQ(resolved_padding(layer), Sides{}) << value;
  }
  layer.kernel_size.height = std::numeric_limits<std::int64_t>::max();
  layer.dilation.height = std::numeric_limits<std::int64_t>::max();
  EXPECT_GT(effective_kernel_size(layer).height, std::int64_t{1} << 50);
}

}  // namespace
}  // namespace convscope
