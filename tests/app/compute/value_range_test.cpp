#include "app/compute/value_range.h"

#include <gtest/gtest.h>

#include <limits>
#include <thread>
#include <vector>

namespace convscope {
namespace {

TEST(ValueRange, IsOfFiniteValues) {
  const float infinity = std::numeric_limits<float>::infinity();
  const float nan = std::numeric_limits<float>::quiet_NaN();
  std::vector<float> values(37, 1);
  values[3] = infinity;
  values[20] = -infinity;
  values[21] = nan;
  values[22] = -4;
  values[36] = 9;
  EXPECT_EQ(value_range(Tensor({1, 1, 1, 37}, values)), (ValueRange{-4, 9}));
  EXPECT_EQ(value_range(Tensor({1, 1, 1, 2}, {nan, infinity})), ValueRange{});
}

TEST(SharedRange, IsOfWhatAllThreadsAdd) {
  SharedRange range;
  EXPECT_EQ(range.get(), ValueRange{}) << "of nothing";
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([&range, thread] {
        for (int line = 0; line < 1000; ++line) {
          const float value = static_cast<float>(thread * 1000 + line);
          range.add(std::vector<float>{value, -value});
        }
      });
    }
  }
  EXPECT_EQ(range.get(), (ValueRange{-3999, 3999}));
}

}  // namespace
}  // namespace convscope
