#include "app/document/fills.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace convscope {
namespace {

TEST(Fills, AreWhatTheirNamesSay) {
  const Shape shape{1, 1, 2, 3};
  EXPECT_EQ(filled(shape, {FillKind::zeros}), Tensor(shape));
  EXPECT_EQ(filled(shape, {FillKind::ones}), Tensor(shape, {1, 1, 1, 1, 1, 1}));
  EXPECT_EQ(filled(shape, {FillKind::ramp}), Tensor(shape, {0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(filled(shape, {FillKind::checker}), Tensor(shape, {0, 1, 0, 1, 0, 1}));
  EXPECT_EQ(filled(shape, {FillKind::impulse}), Tensor(shape, {0, 1, 0, 0, 0, 0}));
  EXPECT_EQ(filled({1, 2, 1, 3}, {FillKind::ramp}), Tensor({1, 2, 1, 3}, {0, 1, 2, 0, 1, 2})) << "channel by channel";
  EXPECT_EQ(filled({2, 1, 3, 3}, {FillKind::impulse}).at({1, 0, 1, 1}), 1);
}

TEST(Fills, ARampsLastValueIsExactInTheLargestPhotograph) {
  const Tensor ramp = filled({1, 1, 4096, 4096}, {FillKind::ramp});
  EXPECT_EQ(ramp.values().back(), 4096.0F * 4096 - 1);
}

// A seed that somebody wrote down gives the same picture in every version.
TEST(Fills, RandomStaysAsItWas) {
  const Tensor random = filled({2, 2, 3, 4}, {FillKind::random, 7});
  EXPECT_FLOAT_EQ(random.at({0, 0, 0, 0}), -0.92F);
  EXPECT_FLOAT_EQ(random.at({0, 0, 0, 3}), 0.42F);
  EXPECT_FLOAT_EQ(random.at({0, 0, 1, 0}), -0.63F);
  EXPECT_FLOAT_EQ(random.at({0, 1, 0, 0}), 0.25F);
  EXPECT_FLOAT_EQ(random.at({1, 1, 2, 3}), -0.69F);
}

TEST(Fills, RandomIsItsSeeds) {
  const Shape shape{2, 3, 20, 20};
  const Tensor one = filled(shape, {FillKind::random, 1});
  EXPECT_EQ(one, filled(shape, {FillKind::random, 1}));
  EXPECT_NE(one, filled(shape, {FillKind::random, 2}));
  const Tensor smaller = filled({1, 1, 5, 4}, {FillKind::random, 1});
  EXPECT_EQ(smaller.at({0, 0, 4, 3}), one.at({0, 0, 4, 3})) << "a place keeps its number";
  double sum = 0;
  for (const float value : one.values()) {
    EXPECT_LE(std::abs(value), 1);
    EXPECT_EQ(value, std::round(value * 100) / 100);
    sum += value;
  }
  EXPECT_LT(std::abs(sum / static_cast<double>(one.values().size())), 0.05);
  EXPECT_NE(one.channel(0, 0)[0], one.channel(0, 1)[0]);
}

}  // namespace
}  // namespace convscope
