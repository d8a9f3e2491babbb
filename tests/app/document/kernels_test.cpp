#include "app/document/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "app/document/fills.h"
#include "engine/forward.h"

namespace convscope {
namespace {

Tensor plane(std::vector<float> values) { return {{1, 1, 3, 3}, std::move(values)}; }

Layer same_layer(std::int64_t in_channels, std::int64_t out_channels, const Size& kernel_size = {3, 3}) {
  return {.in_channels = in_channels,
          .out_channels = out_channels,
          .kernel_size = kernel_size,
          .padding_rule = PaddingRule::same};
}

double sum_of(const Tensor& tensor) { return std::accumulate(tensor.values().begin(), tensor.values().end(), 0.0); }

TEST(Kernels, AreTheTextbooks) {
  const Size three{3, 3};
  EXPECT_EQ(kernel_plane(Kernel::identity, three), plane({0, 0, 0, 0, 1, 0, 0, 0, 0}));
  EXPECT_EQ(kernel_plane(Kernel::box, {2, 2}), Tensor({1, 1, 2, 2}, {0.25F, 0.25F, 0.25F, 0.25F}));
  EXPECT_EQ(kernel_plane(Kernel::sharpen, three), plane({0, -1, 0, -1, 5, -1, 0, -1, 0}));
  EXPECT_EQ(kernel_plane(Kernel::sobel_x, three), plane({-1, 0, 1, -2, 0, 2, -1, 0, 1}));
  EXPECT_EQ(kernel_plane(Kernel::sobel_y, three), plane({-1, -2, -1, 0, 0, 0, 1, 2, 1}));
  EXPECT_EQ(kernel_plane(Kernel::laplacian, three), plane({0, 1, 0, 1, -4, 1, 0, 1, 0}));
  EXPECT_EQ(kernel_plane(Kernel::emboss, three), plane({-2, -1, 0, -1, 1, 1, 0, 1, 2}));
  EXPECT_EQ(kernel_plane(Kernel::numerical, three), plane({0, 1, 2, 2, 2, 0, 0, 1, 2}));
  std::vector<float> binomial{1, 2, 1, 2, 4, 2, 1, 2, 1};
  std::ranges::transform(binomial, binomial.begin(), [](float v) { return v / 16; });
  const Tensor gaussian = kernel_plane(Kernel::gaussian, three);
  for (std::size_t i = 0; i < binomial.size(); ++i) {
    EXPECT_FLOAT_EQ(gaussian.values()[i], binomial[i]);
  }
}

TEST(Kernels, BlursOfEverySizeSumToOne) {
  for (const Kernel kernel : {Kernel::box, Kernel::gaussian}) {
    for (const std::int64_t side : {1, 2, 5, 32, 301}) {
      EXPECT_NEAR(sum_of(kernel_plane(kernel, {side, 3})), 1, 1e-5) << name(kernel) << ' ' << side;
    }
  }
}

TEST(Kernels, SmallOnesLieInTheMiddleOfLargeOnes) {
  const Tensor large = kernel_plane(Kernel::sobel_x, {5, 6});
  EXPECT_EQ(large.at({0, 0, 2, 1}), -2);
  EXPECT_EQ(large.at({0, 0, 2, 3}), 2);
  EXPECT_EQ(large.at({0, 0, 0, 0}), 0);
  EXPECT_NEAR(sum_of(large), 0, 1e-6);
}

TEST(Kernels, IdentityGivesBackEveryImage) {
  const Tensor image = filled({1, 3, 6, 7}, {FillKind::random, 5});
  for (const Size& size : {Size{1, 1}, Size{3, 3}, Size{4, 2}}) {
    const Layer layer = same_layer(3, 3, size);
    EXPECT_EQ(forward(layer, image, kernel_weight(Kernel::identity, layer), {}), image) << size.height;
  }
}

TEST(Kernels, GoFromChannelToChannel) {
  const Tensor weight = kernel_weight(Kernel::identity, same_layer(2, 5, {1, 1}));
  EXPECT_EQ(weight, Tensor({5, 2, 1, 1}, {1, 0, 0, 1, 1, 0, 0, 1, 1, 0}));
  const Tensor fewer = kernel_weight(Kernel::identity, same_layer(3, 2, {1, 1}));
  EXPECT_EQ(fewer, Tensor({2, 3, 1, 1}, {0.5F, 0, 0.5F, 0, 1, 0})) << "the mean of the inputs that an output has";
  Layer grouped = same_layer(4, 4, {1, 1});
  grouped.groups = 2;
  EXPECT_EQ(kernel_weight(Kernel::identity, grouped), Tensor({4, 2, 1, 1}, {1, 0, 0, 1, 1, 0, 0, 1}));
}

TEST(Kernels, ATransposedLayerHasThemTheOtherWayRound) {
  Layer layer{.op = Op::conv_transpose2d, .in_channels = 2, .out_channels = 4, .kernel_size = {1, 1}};
  layer.groups = 2;
  const Tensor image = filled({1, 2, 3, 3}, {FillKind::random, 1});
  const Tensor output = forward(layer, image, kernel_weight(Kernel::identity, layer), {});
  for (std::int64_t channel = 0; channel < 4; ++channel) {
    EXPECT_TRUE(std::ranges::equal(output.channel(0, channel), image.channel(0, channel / 2))) << channel;
  }
}

TEST(Kernels, SayHowSmallTheyCanBe) {
  EXPECT_EQ(smallest_size(Kernel::gaussian), (Size{1, 1}));
  EXPECT_EQ(smallest_size(Kernel::emboss), (Size{3, 3}));
}

}  // namespace
}  // namespace convscope
