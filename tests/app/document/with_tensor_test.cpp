#include "app/document/with_tensor.h"

#include <gtest/gtest.h>

#include "app/document/fills.h"
#include "engine/forward.h"
#include "engine/problem.h"

namespace convscope {
namespace {

Document start(const Layer& layer = {.in_channels = 4, .out_channels = 4, .groups = 4}) {
  Preset preset;
  preset.name = "small";
  preset.sized = {layer, {6, 6}};
  return make_document(preset);
}

TEST(WithInput, TheLayerTakesItsSizes) {
  const Tensor photo = filled({1, 3, 8, 9}, {FillKind::random, 1});
  const Document document = with_input(start(), photo, "photo.png").value();
  EXPECT_EQ(document.sized.input_size, (Size{8, 9}));
  EXPECT_EQ(document.sized.layer.in_channels, 3);
  EXPECT_EQ(document.sized.layer.groups, 1) << "4 groups do not divide 3 channels";
  EXPECT_EQ(*document.input, photo);
  EXPECT_EQ(document.weight->shape(), weight_shape(document.sized.layer));
  EXPECT_EQ(document.weight->at({3, 0, 2, 2}), start().weight->at({3, 0, 2, 2})) << "weights stay";
  EXPECT_EQ(document.preset, "");
  const Document two = with_input(start(), Tensor({1, 6, 5, 5}), "x").value();
  EXPECT_EQ(two.sized.layer.groups, 2) << "the largest that divides both";
}

TEST(WithInput, APoolKeepsItsChannelsTogether) {
  const Document document =
      with_input(start({.op = Op::max_pool2d, .kernel_size = {2, 2}}), Tensor({1, 3, 4, 4}), "x").value();
  EXPECT_EQ(document.sized.layer.out_channels, 3);
  EXPECT_TRUE(is_valid(document.sized));
}

TEST(WithInput, RefusesWhatCannotBeComputed) {
  const Result<Document> small = with_input(start(), Tensor({1, 4, 2, 2}), "x.npy");
  ASSERT_FALSE(small.ok());
  EXPECT_EQ(small.error().what.english().rfind("x.npy: kernel_size", 0), 0U) << small.error().what.english();
  const Result<Document> batch = with_input(start(), Tensor({2, 4, 8, 8}), "x.npy");
  ASSERT_FALSE(batch.ok());
  EXPECT_NE(batch.error().what.english().find("x.npy"), std::string::npos);
}

TEST(WithWeight, TheLayerTakesItsSizes) {
  const Tensor weight = filled({6, 1, 2, 3}, {FillKind::random, 1});
  Layer layer{.in_channels = 2, .out_channels = 2, .groups = 2};
  const Document document = with_weight(start(layer), weight, "w").value();
  EXPECT_EQ(*document.weight, weight);
  EXPECT_EQ(document.sized.layer.out_channels, 6);
  EXPECT_EQ(document.sized.layer.in_channels, 2);
  EXPECT_EQ(document.sized.layer.kernel_size, (Size{2, 3}));
  EXPECT_EQ(document.bias.size(), 6U);
  layer.op = Op::conv_transpose2d;
  const Document transposed = with_weight(start(layer), weight, "w").value();
  EXPECT_EQ(transposed.sized.layer.in_channels, 6);
  EXPECT_EQ(transposed.input->shape(), (Shape{1, 6, 6, 6}));
  EXPECT_FALSE(with_weight(start(layer), Tensor({3, 1, 2, 2}), "w").ok()) << "2 groups do not divide 3";
}

TEST(WithWeight, APoolHasNone) {
  const Document pool = start({.op = Op::max_pool2d});
  EXPECT_FALSE(with_weight(pool, Tensor({1, 1, 3, 3}), "w").ok());
  EXPECT_FALSE(with_bias(pool, {1}, "b").ok());
}

TEST(WithBias, TurnsItOn) {
  Document before = start({.out_channels = 2, .bias = false});
  const Document document = with_bias(before, {1, 2}, "b").value();
  EXPECT_TRUE(document.sized.layer.bias);
  EXPECT_EQ(document.bias, (std::vector<float>{1, 2}));
  EXPECT_EQ(with_bias(before, {1}, "b.npy").error().what.english(), "b.npy has 1 values, but out_channels is 2");
}

}  // namespace
}  // namespace convscope
