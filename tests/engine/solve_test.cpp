#include "engine/solve.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <tuple>

#include "engine/arithmetic.h"

namespace convscope {
namespace {

const std::vector<Parameter> all_free{Parameter::kernel_size, Parameter::stride, Parameter::padding,
                                      Parameter::dilation};
constexpr std::int64_t no_limit = 1'000'000;

SolveQuestion question(Size input, Size output, std::vector<Parameter> free = all_free) {
  return {SizedLayer{Layer{}, input}, output, std::move(free)};
}

/// kernel_size, stride, padding, dilation along the height.
using Along = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>;

Along along_height(const Layer& layer) {
  return {layer.kernel_size.height, layer.stride.height, layer.padding.top, layer.dilation.height};
}

/// By the textbook formula and within the documented bounds, without the engine.
std::set<Along> all_by_formula(std::int64_t input, std::int64_t output) {
  std::set<Along> found;
  for (std::int64_t k = 1; k <= 11; ++k) {
    for (std::int64_t s = 1; s <= 8; ++s) {
      for (std::int64_t d = 1; d <= 8; ++d) {
        for (std::int64_t p = 0; p <= d * (k - 1); ++p) {
          const std::int64_t room = input + 2 * p - d * (k - 1) - 1;
          if (room >= 0 && room / s + 1 == output) {
            found.emplace(k, s, p, d);
          }
        }
      }
    }
  }
  return found;
}

TEST(Solve, TheLayerOfTheMultiChannelAnimation) {
  SolveQuestion q = question({7, 7}, {3, 3}, {Parameter::stride});
  q.given.layer.padding = {1, 1, 1, 1};
  q.given.layer.dilation = {2, 2};
  const Solutions solutions = solve(q, no_limit);
  ASSERT_EQ(solutions.layers.size(), 1U);
  Layer expected = q.given.layer;
  expected.stride = {2, 2};
  EXPECT_EQ(solutions.layers.front(), expected);
}

RC_GTEST_PROP(Solve, FindsAllSquareLayersAndNoOthers, ()) {
  const auto input = *rc::gen::inRange<std::int64_t>(1, 40);
  const auto output = *rc::gen::inRange<std::int64_t>(1, 40);
  const Solutions solutions = solve(question({input, input}, {output, output}), no_limit);
  std::set<Along> found;
  for (const Layer& layer : solutions.layers) {
    RC_ASSERT(output_size({layer, {input, input}}) == (Size{output, output}));
    RC_ASSERT(layer.kernel_size.height == layer.kernel_size.width && layer.stride.height == layer.stride.width);
    found.insert(along_height(layer));
  }
  RC_ASSERT(found == all_by_formula(input, output));
  RC_ASSERT(found.size() == solutions.layers.size());
  RC_ASSERT(solutions.total == static_cast<std::int64_t>(solutions.layers.size()));
}

RC_GTEST_PROP(Solve, CombinesHeightsAndWidths, ()) {
  const Size input{*rc::gen::inRange<std::int64_t>(1, 9), *rc::gen::inRange<std::int64_t>(9, 12)};
  const Size output{*rc::gen::inRange<std::int64_t>(1, 9), *rc::gen::inRange<std::int64_t>(1, 9)};
  const std::vector<Parameter> free{Parameter::kernel_size, Parameter::stride};
  const Solutions solutions = solve(question(input, output, free), no_limit);
  const auto count = [](std::int64_t in, std::int64_t out) {
    return std::ranges::count_if(all_by_formula(in, out),
                                 [](const Along& along) { return std::get<2>(along) == 0 && std::get<3>(along) == 1; });
  };
  RC_ASSERT(solutions.total == count(input.height, output.height) * count(input.width, output.width));
  for (const Layer& layer : solutions.layers) {
    RC_ASSERT(output_size({layer, input}) == output);
  }
}

TEST(Solve, CombinesThemAlsoWhereOnlyAHeldParameterDiffers) {
  SolveQuestion q = question({10, 10}, {3, 3}, {Parameter::kernel_size});
  q.given.layer.stride = {2, 3};
  std::set<std::pair<std::int64_t, std::int64_t>> kernels;
  for (const Layer& layer : solve(q, no_limit).layers) {
    kernels.emplace(layer.kernel_size.height, layer.kernel_size.width);
  }
  // 10 - k is 4 or 5 along the height, 6, 7 or 8 along the width.
  EXPECT_EQ(kernels, (std::set<std::pair<std::int64_t, std::int64_t>>{{5, 2}, {5, 3}, {5, 4}, {6, 2}, {6, 3}, {6, 4}}));
}

TEST(Solve, SimplestFirst) {
  const Solutions solutions = solve(question({7, 7}, {3, 3}), 4);
  ASSERT_EQ(solutions.layers.size(), 4U);
  EXPECT_EQ(along_height(solutions.layers[0]), (Along{5, 1, 0, 1}));  // All at their defaults.
  EXPECT_EQ(along_height(solutions.layers[1]), (Along{7, 1, 1, 1}));  // One is not, nothing is unread.
  EXPECT_EQ(along_height(solutions.layers[2]), (Along{9, 1, 2, 1}));
  EXPECT_EQ(along_height(solutions.layers[3]), (Along{11, 1, 3, 1}));
  EXPECT_GT(solutions.total, 4);
}

const std::vector<Parameter> dense{Parameter::kernel_size, Parameter::stride, Parameter::padding};

TEST(Solve, PrefersWhatHeightAndWidthShare) {
  const Solutions solutions = solve(question({7, 9}, {3, 4}, dense), no_limit);
  const auto differing = [](const Layer& l) {
    return (l.kernel_size.height != l.kernel_size.width) + (l.stride.height != l.stride.width) +
           (l.padding.top != l.padding.left) + (l.dilation.height != l.dilation.width);
  };
  EXPECT_EQ(differing(solutions.layers.front()), 0);
  EXPECT_TRUE(std::ranges::is_sorted(solutions.layers, {}, differing));
}

TEST(Solve, TheLimitKeepsTheSimplest) {
  const Solutions all = solve(question({7, 9}, {3, 4}, dense), no_limit);
  const Solutions few = solve(question({7, 9}, {3, 4}, dense), 100);
  ASSERT_EQ(few.layers.size(), 100U);
  EXPECT_EQ(few.total, all.total);
  EXPECT_TRUE(std::equal(few.layers.begin(), few.layers.end(), all.layers.begin()));
}

TEST(Solve, HoldsWhatIsNotFree) {
  SolveQuestion q = question({7, 7}, {7, 7}, {Parameter::kernel_size, Parameter::dilation});
  q.given.layer.padding_rule = PaddingRule::same;
  q.given.layer.in_channels = 3;
  for (const Layer& layer : solve(q, no_limit).layers) {
    EXPECT_EQ(layer.padding_rule, PaddingRule::same);
    EXPECT_EQ(layer.stride, (Size{1, 1}));
    EXPECT_EQ(layer.in_channels, 3);
  }
  EXPECT_EQ(solve(q, no_limit).total, 11 * 8);  // "same" keeps the size whatever the kernel is.
}

TEST(Solve, TransposedLayersWithTheirOutputPadding) {
  SolveQuestion q = question({3, 3}, {6, 6}, {Parameter::stride, Parameter::padding, Parameter::output_padding});
  q.given.layer.op = Op::conv_transpose2d;
  const Solutions solutions = solve(q, no_limit);
  for (const Layer& layer : solutions.layers) {
    EXPECT_EQ(output_size({layer, {3, 3}}), (Size{6, 6}));
  }
  // (3 − 1)·s − 2·p + 2 + output_padding + 1 = 6 with p ≤ 2 and output_padding < s
  std::int64_t expected = 0;
  for (std::int64_t s = 1; s <= 8; ++s) {
    for (std::int64_t p = 0; p <= 2; ++p) {
      const std::int64_t more = 6 - (2 * s - 2 * p + 3);
      expected += more >= 0 && more < s ? 1 : 0;
    }
  }
  EXPECT_EQ(solutions.total, expected);
  EXPECT_EQ(solutions.layers.front().output_padding, (Size{1, 1}));
  EXPECT_EQ(solutions.layers.front().stride, (Size{2, 2}));
}

TEST(Solve, LeavesOutWhatWouldBeTooLarge) {
  SolveQuestion q = question({7, 7}, {1, 1}, {Parameter::kernel_size, Parameter::padding});
  q.given.layer.in_channels = 1 << 14;
  q.given.layer.out_channels = 1 << 13;
  for (const Layer& layer : solve(q, no_limit).layers) {
    EXPECT_EQ(layer.kernel_size, (Size{1, 1}));
  }
  q.given.layer.stride = {0, 1};
  EXPECT_EQ(solve(q, no_limit).total, 0);
}

TEST(Solve, TakesMilliseconds) {
  const auto start = std::chrono::steady_clock::now();
  EXPECT_GT(solve(question({32, 64}, {2, 3}), 1000).total, 1000);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  EXPECT_LT(taken.count(), 5);  // Generous: sanitizers and busy machines.
}

}  // namespace
}  // namespace convscope
