#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "engine/problem.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

/// Whether a problem stands after a change: too_many_elements is known by its tensor, since its parameter is its
/// mend's.
bool persists(const Problem& problem, const SizedLayer& sized) {
  const std::vector<Problem> left = validate(sized);
  return std::ranges::any_of(left, [&](const Problem& other) {
    const bool same_place = other.parameter == problem.parameter && other.axis == problem.axis;
    return other.reason == problem.reason && other.tensor == problem.tensor &&
           (same_place || problem.tensor.has_value());
  });
}

SizedLayer mended(SizedLayer sized, const Mend& mend) {
  set_parameter(sized, mend.parameter, mend.axis, mend.value);
  return sized;
}

void assert_mends_work(const SizedLayer& sized) {
  for (const Problem& problem : validate(sized)) {
    if (problem.mend) {
      RC_ASSERT(!persists(problem, mended(sized, *problem.mend)));
    } else {
      RC_ASSERT(problem.tensor.has_value());
    }
  }
}

RC_GTEST_PROP(Mend, RemovesItsProblemAtTheEdges, ()) { assert_mends_work(*testing::edge_layer()); }

RC_GTEST_PROP(Mend, RemovesItsProblemForAnyValues, ()) { assert_mends_work(*testing::any_layer()); }

RC_GTEST_PROP(Mend, MendedOneAfterTheOtherALayerBecomesValid, ()) {
  SizedLayer sized = *testing::edge_layer();
  for (int round = 0; round < 64; ++round) {
    const std::vector<Problem> problems = validate(sized);
    if (problems.empty()) {
      return;
    }
    RC_PRE(problems.front().mend.has_value());
    sized = mended(sized, *problems.front().mend);
  }
  RC_FAIL("still invalid after 64 mends");
}

TEST(Mend, OfAKernelIsTheSmallestChange) {
  SizedLayer sized;
  sized.layer.kernel_size = {2, 1};
  sized.layer.dilation = {9, 1};
  sized.input_size = {9, 1};
  EXPECT_EQ(validate(sized).at(0).mend,
            (Mend{Parameter::padding, Axis::height, 1}));  // Of equals, the one that reads most.
  sized.layer.dilation = {12, 1};
  EXPECT_EQ(validate(sized).at(0).mend, (Mend{Parameter::kernel_size, Axis::height, 1}));
  sized.layer.kernel_size = {9, 1};
  sized.layer.dilation = {2, 1};
  EXPECT_EQ(validate(sized).at(0).mend, (Mend{Parameter::dilation, Axis::height, 1}));
}

TEST(Mend, OfATensorKeepsASquareSquare) {
  SizedLayer sized;
  sized.layer.kernel_size = {1, 1};
  sized.input_size = {20'000, 20'000};
  EXPECT_EQ(validate(sized).at(0).mend, (Mend{Parameter::input_size, {}, 1 << 14}));
}

}  // namespace
}  // namespace convscope
