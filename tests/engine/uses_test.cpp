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

RC_GTEST_PROP(Uses, OfAnOutputCellAreItsTaps, ()) {
  const SizedLayer sized = *testing::valid_layer();
  const Index cell = cell_in(output_shape(sized));
  RC_ASSERT(list_uses(uses_of_output(sized, cell)) ==
            uses_where(sized, [&](const Use& use) { return use.output == cell; }));
}

std::vector<Use> uses_at_place(const SizedLayer& sized, std::int64_t channel, std::int64_t y, std::int64_t x) {
  std::vector<Use> list;
  for (std::int64_t step = 0; step < step_count(sized); ++step) {
    const Index output = output_of_step(sized, step);
    const std::int64_t first = first_input_channel(sized.layer, output.channel);
    const std::int64_t per_channel = tap_count(sized, output) / channels_read(sized.layer);
    std::int64_t number = 0;
    for (const Tap& tap : taps(sized, output)) {
      if (first + number / per_channel == channel && tap.padded_y == y && tap.padded_x == x) {
        list.push_back({output, tap.input, tap.weight});
      }
      ++number;
    }
  }
  return list;
}

RC_GTEST_PROP(Uses, OfAPaddedCellAreTheTapsAtItsPlace, ()) {
  const SizedLayer sized = *testing::valid_layer(*rc::gen::element(Op::conv2d, Op::max_pool2d, Op::avg_pool2d));
  const Sides padding = resolved_padding(sized.layer);
  const std::int64_t channel = *rc::gen::inRange<std::int64_t>(0, sized.layer.in_channels);
  const std::int64_t y = *rc::gen::inRange<std::int64_t>(-padding.top, sized.input_size.height + padding.bottom);
  const std::int64_t x = *rc::gen::inRange<std::int64_t>(-padding.left, sized.input_size.width + padding.right);
  RC_ASSERT(list_uses(uses_of_padded_cell(sized, channel, y, x)) == uses_at_place(sized, channel, y, x));
}

TEST(Uses, OfACopyInThePaddingAreItsOwn) {
  SizedLayer sized{Layer{}, {1, 3}};
  sized.layer.kernel_size = {1, 2};
  sized.layer.padding = {0, 0, 1, 0};
  sized.layer.padding_mode = PaddingMode::replicate;
  const Index source{0, 0, 0, 0};
  const std::vector<Use> in_padding{{{0, 0, 0, 0}, source, Index{0, 0, 0, 0}}};
  const std::vector<Use> inside{{{0, 0, 0, 0}, source, Index{0, 0, 0, 1}}, {{0, 0, 0, 1}, source, Index{0, 0, 0, 0}}};
  EXPECT_EQ(list_uses(uses_of_padded_cell(sized, 0, 0, -1)), in_padding);
  EXPECT_EQ(list_uses(uses_of_padded_cell(sized, 0, 0, 0)), inside);
}

/// A 2×3 kernel at stride 2: the cell in row 1 stamps its second output row down to what padding crops.
TEST(Uses, OfATransposedInputCellAreTheOutputsThatItStamps) {
  SizedLayer sized{Layer{}, {2, 2}};
  sized.layer.op = Op::conv_transpose2d;
  sized.layer.kernel_size = {2, 3};
  sized.layer.stride = {2, 2};
  sized.layer.padding = {1, 1, 0, 0};
  const Index cell{0, 0, 1, 1};
  const std::vector<Use> stamped{{{0, 0, 1, 2}, cell, Index{0, 0, 0, 0}},
                                 {{0, 0, 1, 3}, cell, Index{0, 0, 0, 1}},
                                 {{0, 0, 1, 4}, cell, Index{0, 0, 0, 2}}};
  EXPECT_EQ(list_uses(uses_of_input(sized, cell)), stamped);
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
            (std::vector<AxisTap>{{0, std::nullopt, -1, 0}, {0, 0, 0, 1}, {1, 1, 1, 0}, {1, 2, 2, 1}}));
  EXPECT_EQ(axis_tap_count(sized), 9 + 4);
}

}  // namespace
}  // namespace convscope
