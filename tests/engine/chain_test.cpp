#include "engine/chain.h"

#include <gtest/gtest.h>

#include "engine/arithmetic.h"

namespace convscope {
namespace {

Layer square(std::int64_t kernel_size, std::int64_t stride, std::int64_t padding) {
  Layer layer;
  layer.kernel_size = {kernel_size, kernel_size};
  layer.stride = {stride, stride};
  layer.padding = {padding, padding, padding, padding};
  return layer;
}

TEST(ChainSizes, AreThoseOfAlexNet) {
  // Krizhevsky 2014 as torchvision.models.alexnet has it: 224 → 55 → 27 → 27 → 13 → 13 → 13 → 13 → 6.
  const std::vector<Layer> chain{square(11, 4, 2), square(3, 2, 0), square(5, 1, 2), square(3, 2, 0),
                                 square(3, 1, 1),  square(3, 1, 1), square(3, 1, 1), square(3, 2, 0)};
  const ChainSizes sizes = chain_sizes(chain, {224, 224});
  EXPECT_TRUE(sizes.problems.empty());
  EXPECT_EQ(sizes.outputs,
            (std::vector<Size>{{55, 55}, {27, 27}, {27, 27}, {13, 13}, {13, 13}, {13, 13}, {13, 13}, {6, 6}}));
}

TEST(ChainSizes, EndBeforeALayerThatCannotBeComputed) {
  const std::vector<Layer> chain{square(3, 2, 0), square(5, 1, 0), square(1, 1, 0)};
  const ChainSizes sizes = chain_sizes(chain, {8, 9});
  EXPECT_EQ(sizes.outputs, (std::vector<Size>{{3, 4}}));
  EXPECT_EQ(sizes.problems, validate({chain[1], {3, 4}}));
  EXPECT_FALSE(sizes.problems.empty());
}

TEST(ChainSizes, OfNoLayerAreNone) {
  EXPECT_TRUE(chain_sizes({}, {5, 5}).outputs.empty());
  EXPECT_TRUE(chain_sizes({}, {5, 5}).problems.empty());
}

}  // namespace
}  // namespace convscope
