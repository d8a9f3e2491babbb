#include "app/io/area_average.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

#include "app/document/fills.h"

namespace convscope {
namespace {

TEST(AreaAverage, IsTheMeanOfWhatAPixelCovers) {
  const Tensor picture({1, 1, 2, 4}, {1, 3, 5, 7, 9, 11, 13, 15});
  EXPECT_EQ(area_average(picture, {1, 2}), Tensor({1, 1, 1, 2}, {6, 10}));
  EXPECT_EQ(area_average(picture, {2, 4}), picture);
  const Tensor thirds = area_average(Tensor({1, 1, 1, 3}, {0, 6, 12}), {1, 2});
  EXPECT_FLOAT_EQ(thirds.values()[0], 2);  // (0 + 6/2) / 1.5
  EXPECT_FLOAT_EQ(thirds.values()[1], 10);
}

TEST(AreaAverage, EnlargesWithEdges) {
  EXPECT_EQ(area_average(Tensor({1, 1, 1, 2}, {1, 2}), {2, 4}), Tensor({1, 1, 2, 4}, {1, 1, 2, 2, 1, 1, 2, 2}));
}

TEST(AreaAverage, ShowsNoFalsePatterns) {
  const Tensor checker = filled({1, 1, 64, 64}, {FillKind::checker});
  const Tensor small = area_average(checker, {16, 16});
  for (const float value : small.values()) {
    EXPECT_FLOAT_EQ(value, 0.5F);
  }
}

TEST(AreaAverage, CropsWhatIsAskedFor) {
  const Tensor ramp = filled({1, 2, 4, 5}, {FillKind::ramp});
  const Tensor part = cropped(ramp, 1, 2, {2, 3});
  EXPECT_EQ(part, Tensor({1, 2, 2, 3}, {7, 8, 9, 12, 13, 14, 7, 8, 9, 12, 13, 14}));
}

RC_GTEST_PROP(AreaAverage, KeepsTheMeanOfEveryChannel, ()) {
  const auto side = [] { return *rc::gen::inRange<std::int64_t>(1, 40); };
  const Tensor picture = filled({1, 2, side(), side()}, {FillKind::random, *rc::gen::arbitrary<std::uint64_t>()});
  const Tensor other = area_average(picture, {side(), side()});
  const auto mean = [](const Tensor& tensor, std::int64_t channel) {
    const auto values = tensor.channel(0, channel);
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  };
  for (const std::int64_t channel : {0, 1}) {
    RC_ASSERT(std::abs(mean(picture, channel) - mean(other, channel)) < 1e-5);
  }
}

}  // namespace
}  // namespace convscope
