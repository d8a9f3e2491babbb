#include "engine/stamp.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/forward.h"
#include "engine/uses.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

struct Case {
  SizedLayer sized;
  Tensor input;
  Tensor weight;
  std::vector<float> bias;
};

Case random_case() {
  const SizedLayer sized = *testing::valid_layer(Op::conv_transpose2d);
  return {sized, *testing::integer_tensor(input_shape(sized)), *testing::integer_weight(sized.layer),
          *testing::integer_bias(sized.layer)};
}

Tensor stamped(const Case& c, std::int64_t stamps) {
  return stamped_output(c.sized.layer, c.input, c.weight, c.bias, stamps);
}

RC_GTEST_PROP(Stamp, AllOfThemAreTheForwardPass, ()) {
  const Case c = random_case();
  RC_ASSERT(stamped(c, stamp_count(c.sized)) == forward(c.sized.layer, c.input, c.weight, c.bias));
}

RC_GTEST_PROP(Stamp, TheFirstAreTheForwardPassOfAnInputThatEndsThere, ()) {
  const Case c = random_case();
  const auto stamps = *rc::gen::inRange<std::int64_t>(0, stamp_count(c.sized) + 1);
  Tensor begun(c.input.shape());
  for (std::int64_t stamp = 0; stamp < stamps; ++stamp) {
    const Index cell = input_of_stamp(c.sized, stamp);
    begun.at(cell) = c.input.at(cell);
  }
  RC_ASSERT(stamped(c, stamps) == forward(c.sized.layer, begun, c.weight, c.bias));
}

RC_GTEST_PROP(Stamp, OfOneCellAddsItsUses, ()) {
  const Case c = random_case();
  const Index cell = input_of_stamp(c.sized, *rc::gen::inRange<std::int64_t>(0, stamp_count(c.sized)));
  Tensor output = stamped(c, 0);
  Tensor expected = output;
  add_stamp(c.sized.layer, c.input, c.weight, cell, output);
  for (const Use& use : list_uses(uses_of_input(c.sized, cell))) {
    expected.at(use.output) += c.input.at(cell) * c.weight.at(*use.weight);
  }
  RC_ASSERT(output == expected);
}

TEST(Stamp, OverlapsByHand) {
  Layer layer;
  layer.op = Op::conv_transpose2d;
  layer.kernel_size = {1, 3};
  layer.stride = {1, 2};
  layer.padding = {0, 0, 1, 1};
  const Tensor input({1, 1, 1, 2}, {1, 10});
  const Tensor weight({1, 1, 1, 3}, {1, 2, 3});
  const std::vector<float> bias{0.5F};
  // Uncropped: 1 2 3 0 0, then 10 20 30 from the third cell on.
  EXPECT_EQ(stamped_output(layer, input, weight, bias, 0), Tensor({1, 1, 1, 3}, {0.5F, 0.5F, 0.5F}));
  EXPECT_EQ(stamped_output(layer, input, weight, bias, 1), Tensor({1, 1, 1, 3}, {2.5F, 3.5F, 0.5F}));
  EXPECT_EQ(stamped_output(layer, input, weight, bias, 2), Tensor({1, 1, 1, 3}, {2.5F, 13.5F, 20.5F}));
  EXPECT_EQ(stamp_origin(layer, 0, 0), (WindowOrigin{0, -1}));
  EXPECT_EQ(stamp_origin(layer, 0, 1), (WindowOrigin{0, 1}));
}

TEST(Stamp, GoesThroughChannelsThenRows) {
  SizedLayer sized{Layer{}, {2, 3}};
  sized.layer.op = Op::conv_transpose2d;
  sized.layer.in_channels = 2;
  EXPECT_EQ(stamp_count(sized), 12);
  EXPECT_EQ(input_of_stamp(sized, 10), (Index{0, 1, 1, 1}));
}

}  // namespace
}  // namespace convscope
