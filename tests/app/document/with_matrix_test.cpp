#include "app/document/with_matrix.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

Document start() {
  Preset preset;
  preset.sized = {.layer = {.in_channels = 2, .out_channels = 2, .kernel_size = {2, 2}}, .input_size = {3, 3}};
  return make_document(preset);
}

Result<Document> with(const Document& document, const ValuePart& part, const char* text) {
  return with_matrix(document, part, parse_matrix(text).value());
}

TEST(WithMatrix, APlaneGoesToTheChannelsOfThePart) {
  const Document document = with(start(), {ValueTarget::weight, 1, 0}, "1 2\n3 4").value();
  EXPECT_EQ(document.weight->at({1, 0, 1, 0}), 3);
  EXPECT_EQ(document.weight->at({1, 1, 1, 0}), start().weight->at({1, 1, 1, 0}));
  const Document all = with(start(), {ValueTarget::weight}, "1 2\n3 4").value();
  EXPECT_EQ(*all.weight, Tensor({2, 2, 2, 2}, {1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4}));
}

TEST(WithMatrix, AnotherSizeBecomesTheLayers) {
  const Document input = with(start(), {ValueTarget::input, {}, 1}, "1 2 3 4\n5 6 7 8").value();
  EXPECT_EQ(input.sized.input_size, (Size{2, 4}));
  EXPECT_EQ(input.input->at({0, 1, 1, 3}), 8);
  EXPECT_EQ(input.input->at({0, 0, 1, 2}), start().input->at({0, 0, 1, 2})) << "the other channel keeps its values";
  const Document weight = with(start(), {ValueTarget::weight}, "[1 2 3]").value();
  EXPECT_EQ(weight.sized.layer.kernel_size, (Size{1, 3}));
}

TEST(WithMatrix, WholeTensorsFitTheirChannels) {
  const Document input = with(start(), {ValueTarget::input}, "[[[1 2] [3 4]] [[5 6] [7 8]]]").value();
  EXPECT_EQ(*input.input, Tensor({1, 2, 2, 2}, {1, 2, 3, 4, 5, 6, 7, 8}));
  const Document filter = with(start(), {ValueTarget::weight, 0}, "[[[1]] [[2]]]").value();
  EXPECT_EQ(filter.weight->at({0, 1, 0, 0}), 2);
  const Document weight = with(start(), {ValueTarget::weight}, "[[[[1]] [[2]]] [[[3]] [[4]]]]").value();
  EXPECT_EQ(*weight.weight, Tensor({2, 2, 1, 1}, {1, 2, 3, 4}));
}

TEST(WithMatrix, ABiasTakesOneValueAChannel) {
  EXPECT_EQ(with(start(), {ValueTarget::bias}, "5 6").value().bias, (std::vector<float>{5, 6}));
  EXPECT_EQ(with(start(), {ValueTarget::bias}, "5\n6").value().bias, (std::vector<float>{5, 6}));
  EXPECT_EQ(with(start(), {ValueTarget::bias, {}, 1}, "7").value().bias[1], 7);
}

TEST(WithMatrix, RefusesWhatDoesNotFit) {
  const Result<Document> channels = with(start(), {ValueTarget::input}, "[[[1 2] [3 4]]]");
  ASSERT_FALSE(channels.ok());
  EXPECT_EQ(channels.error().what.english(), "the matrix is 1 × 2 × 2");
  EXPECT_EQ(channels.error().remedy.english(), "write 2 × 2 numbers for one channel, or 2 × 2 × 2");
  EXPECT_FALSE(with(start(), {ValueTarget::weight}, "[[[[1]] [[2]]]]").ok());
  const Result<Document> bias = with(start(), {ValueTarget::bias}, "1 2 3");
  ASSERT_FALSE(bias.ok());
  EXPECT_EQ(bias.error().remedy.english(), "write one number for each output channel: 2");
  const Result<Document> layer = with(start(), {ValueTarget::input}, "1");
  ASSERT_FALSE(layer.ok());
  EXPECT_NE(layer.error().what.english().find("kernel"), std::string::npos);
}

}  // namespace
}  // namespace convscope
