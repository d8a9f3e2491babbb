#include "app/document/document.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/document/sample_values.h"
#include "engine/forward.h"

namespace convscope {
namespace {

Preset small_preset() {
  Preset preset;
  preset.name = "small";
  preset.sized = {.layer = {.in_channels = 2, .out_channels = 2}, .input_size = {5, 6}};
  return preset;
}

TEST(SampleValues, StayWhereTheyAreWhenATensorGrows) {
  const Tensor small = sample_input({1, 1, 4, 4});
  const Tensor large = sample_input({1, 3, 9, 7});
  for (std::int64_t y = 0; y < 4; ++y) {
    for (std::int64_t x = 0; x < 4; ++x) {
      EXPECT_EQ(small.at({0, 0, y, x}), large.at({0, 0, y, x}));
    }
  }
}

TEST(SampleValues, AreSmallWholeNumbersOfEveryKind) {
  const Tensor input = sample_input({1, 1, 16, 16});
  const Tensor weight = sample_weight({4, 4, 5, 5});
  for (const float value : {0.0F, 1.0F, 2.0F, 3.0F}) {
    EXPECT_GT(std::ranges::count(input.values(), value), 0) << value;
  }
  for (const float value : {-1.0F, 0.0F, 1.0F, 2.0F}) {
    EXPECT_GT(std::ranges::count(weight.values(), value), 0) << value;
  }
  EXPECT_EQ(std::ranges::min(input.values()), 0);
  EXPECT_EQ(std::ranges::max(input.values()), 3);
  EXPECT_EQ(std::ranges::min(weight.values()), -1);
  EXPECT_EQ(std::ranges::max(weight.values()), 2);
}

TEST(Document, HasValuesForEveryPlaceOfItsLayer) {
  const Document document = make_document(small_preset());
  EXPECT_EQ(document.input->shape(), input_shape(document.sized));
  EXPECT_EQ(document.weight->shape(), weight_shape(document.sized.layer));
  EXPECT_EQ(document.bias.size(), 2U);
  EXPECT_EQ(document.preset, "small");
}

TEST(Document, KeepsValuesWhenTheLayerChanges) {
  Preset preset = small_preset();
  preset.input = Tensor({1, 2, 5, 6});
  preset.input->at({0, 1, 4, 5}) = 42;
  const Document before = make_document(preset);
  SizedLayer larger = before.sized;
  larger.input_size = {8, 8};
  larger.layer.stride = {2, 2};
  const Document after = with_layer(before, larger);
  EXPECT_EQ(after.input->at({0, 1, 4, 5}), 42);
  EXPECT_EQ(after.weight, before.weight) << "an untouched tensor is the same one";
  EXPECT_EQ(after.preset, "");
}

TEST(Document, APoolPutsTheWeightAside) {
  Preset preset = small_preset();
  preset.weight = Tensor({2, 2, 3, 3});
  preset.weight->at({1, 1, 2, 0}) = 42;
  const Document before = make_document(preset);
  SizedLayer pooled = before.sized;
  pooled.layer.op = Op::max_pool2d;
  const Document pool = with_layer(before, pooled);
  EXPECT_TRUE(pool.weight->values().empty());
  pooled.input_size = {7, 7};
  const Document back = with_layer(with_layer(pool, pooled), before.sized);
  EXPECT_EQ(back.weight->at({1, 1, 2, 0}), 42);
}

TEST(Document, BiasOffIsNoBias) {
  Document document = make_document(small_preset());
  EXPECT_EQ(active_bias(document).size(), 2U);
  document.sized.layer.bias = false;
  EXPECT_TRUE(active_bias(document).empty());
}

}  // namespace
}  // namespace convscope
