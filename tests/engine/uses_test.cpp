#include "engine/uses.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/coverage.h"
#include "engine/forward.h"
#include "engine/taps.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

/// All taps of all outputs, one after the other: the slow answer to every question here.
std::vector<Use> all_uses(const SizedLayer& sized) {
  std::vector<Use> list;
  for (std::int64_t step = 0; step < step_count(sized); ++step) {
    const Index output = output_of_step(sized, step);
    for (const Tap& tap : taps(sized, output)) {
      list.push_back({output, tap.input, tap.weight});
    }
  }
  return list;
}

std::vector<Use> uses_where(const SizedLayer& sized, const auto& keep) {
  std::vector<Use> list = all_uses(sized);
  std::erase_if(list, [&](const Use& use) { return !keep(use); });
  return list;
}

Index cell_in(const Shape& shape) {
  const auto below = [](std::int64_t end) { return *rc::gen::inRange<std::int64_t>(0, end); };
  return {below(shape.batch), below(shape.channels), below(shape.height), below(shape.width)};
}

RC_GTEST_PROP(Uses, OfAnInputCellAreTheTapsThatReadIt, ()) {
  const SizedLayer sized = *testing::valid_layer();
  const Index cell = cell_in(input_shape(sized));
  const UseProduct product = uses_of_input(sized, cell);
  RC_ASSERT(list_uses(product) == uses_where(sized, [&](const Use& use) { return use.input == cell; }));
  RC_ASSERT(use_count(product) == static_cast<std::int64_t>(list_uses(product).size()));
}

RC_GTEST_PROP(Uses, OfAWeightAreItsTapsPaddingToo, ()) {
  const SizedLayer sized = *testing::valid_layer(*rc::gen::element(Op::conv2d, Op::conv_transpose2d));
  const Index place = cell_in(weight_shape(sized.layer));
  RC_ASSERT(list_uses(uses_of_weight(sized, place)) ==
            uses_where(sized, [&](const Use& use) { return use.weight == place; }));
}

RC_GTEST_PROP(Coverage, CountsTheTapsOfEveryCell, ()) {
  const SizedLayer sized = *testing::valid_layer();
  Tensor inputs(input_shape(sized));
  Tensor outputs(output_shape(sized));
  for (const Use& use : all_uses(sized)) {
    if (use.input) {
      ++inputs.at(*use.input);
      ++outputs.at(use.output);
    }
  }
  const auto equal = [](const Coverage& coverage, const Tensor& counted) {
    const std::vector<std::int64_t> counts(counted.values().begin(), counted.values().end());
    return coverage == Coverage{counted.shape(), counts};
  };
  RC_ASSERT(equal(input_coverage(sized), inputs));
  RC_ASSERT(equal(output_coverage(sized), outputs));
}

TEST(Coverage, IsLowAtTheEdges) {
  const SizedLayer sized{Layer{}, {3, 4}};
  EXPECT_EQ(input_coverage(sized).counts, (std::vector<std::int64_t>{1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2, 1}));
}

TEST(AxisTaps, AreThoseOfTheWindowsAlongOneAxis) {
  SizedLayer sized{Layer{}, {9, 3}};
  sized.layer.kernel_size = {9, 2};
  sized.layer.padding = {0, 0, 1, 0};
  sized.layer.stride = {1, 2};
  EXPECT_EQ(axis_taps(sized, Axis::width),
            (std::vector<AxisTap>{{0, std::nullopt, 0}, {0, 0, 1}, {1, 1, 0}, {1, 2, 1}}));
  EXPECT_EQ(axis_tap_count(sized), 9 + 4);
}

}  // namespace
}  // namespace convscope
