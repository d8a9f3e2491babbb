#include "engine/tensor.h"

#include <gtest/gtest.h>

#include <limits>

#include "engine/problem.h"

namespace convscope {
namespace {

TEST(Tensor, CountsElementsWithoutOverflow) {
  constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(element_count({2, 3, 4, 5}), 120);
  EXPECT_EQ(element_count({1, 0, 4, 5}), 0);
  EXPECT_EQ(element_count({1, -3, -4, 5}), 0);
  EXPECT_EQ(element_count({largest, largest, largest, largest}), largest);
  EXPECT_EQ(element_count({largest, largest, 0, largest}), 0);
  EXPECT_EQ(element_count({1, 1, largest, 1}), largest);
  EXPECT_EQ(element_count({1 << 20, 1 << 20, 1 << 20, 7}), std::int64_t{7} << 60);
  EXPECT_EQ(element_count({1 << 20, 1 << 20, 1 << 20, 8}), largest);
}

TEST(Tensor, LiesInRowMajorOrder) {
  Tensor tensor({2, 2, 2, 3});
  for (std::size_t i = 0; i < tensor.values().size(); ++i) {
    tensor.values()[i] = static_cast<float>(i);
  }
  EXPECT_EQ(tensor.at({0, 0, 1, 2}), 5.0F);
  EXPECT_EQ(tensor.at({1, 0, 1, 0}), 15.0F);
  EXPECT_EQ(tensor.at({1, 1, 1, 2}), 23.0F);
  tensor.at({0, 1, 0, 1}) = -1.0F;
  EXPECT_EQ(tensor.values()[7], -1.0F);
  const auto channel = tensor.channel(0, 1);
  EXPECT_EQ(std::vector<float>(channel.begin(), channel.end()), (std::vector<float>{6, -1, 8, 9, 10, 11}));
}

TEST(Tensor, StartsWithZeros) { EXPECT_EQ(Tensor({1, 1, 1, 2}), Tensor({1, 1, 1, 2}, {0.0F, 0.0F})); }

TEST(TensorDeathTest, RefusesImpossibleShapes) {
  EXPECT_DEATH(Tensor({1, 1, 0, 2}), "check failed");
  EXPECT_DEATH(Tensor({2, 1, max_elements, 1}), "check failed");
  EXPECT_DEATH(Tensor({1, 1, 2, 2}, {1, 2, 3}), "check failed");
}

}  // namespace
}  // namespace convscope
