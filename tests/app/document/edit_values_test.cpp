#include "app/document/edit_values.h"

#include <gtest/gtest.h>

#include <array>

namespace convscope {
namespace {

Document start() {
  Preset preset;
  preset.name = "small";
  preset.sized = {.layer = {.in_channels = 2, .out_channels = 3}, .input_size = {4, 5}};
  return make_document(preset);
}

TEST(EditValues, WritesCellsOfEachTarget) {
  const Document before = start();
  const std::array edits{CellEdit{{0, 1, 3, 4}, 42}, CellEdit{{0, 0, 0, 0}, -7}};
  const Document input = with_cells(before, ValueTarget::input, edits);
  EXPECT_EQ(value_at(input, ValueTarget::input, {0, 1, 3, 4}), 42);
  EXPECT_EQ(value_at(input, ValueTarget::input, {0, 0, 0, 0}), -7);
  EXPECT_EQ(input.input->at({0, 0, 1, 1}), before.input->at({0, 0, 1, 1}));
  EXPECT_EQ(input.weight, before.weight) << "what is not edited is shared";
  EXPECT_EQ(input.preset, "") << "it is no longer its preset";
  EXPECT_EQ(before.preset, "small");
  EXPECT_NE(before.input->at({0, 1, 3, 4}), 42) << "the old document stays";

  const CellEdit weight{{2, 1, 0, 2}, 5};
  EXPECT_EQ(with_cells(before, ValueTarget::weight, {&weight, 1}).weight->at(weight.place), 5);
  const CellEdit bias{{0, 2, 0, 0}, 6};
  EXPECT_EQ(with_cells(before, ValueTarget::bias, {&bias, 1}).bias[2], 6);
}

TEST(EditValues, FillsAChannelAFilterOrAll) {
  const Document before = start();
  const Fill ones{FillKind::ones};
  const Document all = with_fill(before, {ValueTarget::weight}, ones);
  EXPECT_EQ(*all.weight, filled({3, 2, 3, 3}, ones));
  const Document filter = with_fill(before, {ValueTarget::weight, 1}, ones);
  const Document channel = with_fill(before, {ValueTarget::weight, 1, 0}, ones);
  const Document input = with_fill(before, {ValueTarget::input, {}, 1}, ones);
  for (std::int64_t y = 0; y < 3; ++y) {
    EXPECT_EQ(filter.weight->at({1, 0, y, 0}), 1);
    EXPECT_EQ(filter.weight->at({1, 1, y, 0}), 1);
    EXPECT_EQ(filter.weight->at({2, 1, y, 0}), before.weight->at({2, 1, y, 0}));
    EXPECT_EQ(channel.weight->at({1, 0, y, 0}), 1);
    EXPECT_EQ(channel.weight->at({1, 1, y, 0}), before.weight->at({1, 1, y, 0}));
    EXPECT_EQ(input.input->at({0, 1, y, 2}), 1);
    EXPECT_EQ(input.input->at({0, 0, y, 2}), before.input->at({0, 0, y, 2}));
  }
  EXPECT_EQ(with_fill(before, {ValueTarget::bias}, {FillKind::zeros}).bias, std::vector<float>(3));
}

TEST(EditValues, KnowsWhichPlacesThereAre) {
  const Document document = start();  // Its input: 2 × 4 × 5.
  EXPECT_TRUE(has_place(document, ValueTarget::input, {0, 1, 3, 4}));
  for (const Index& place : {Index{1, 1, 3, 4}, Index{0, 2, 3, 4}, Index{0, 1, 4, 4}, Index{0, 1, 3, 5},
                             Index{0, 1, 3, -1}, Index{0, 1, -1, 4}, Index{0, -1, 3, 4}, Index{-1, 1, 3, 4}}) {
    EXPECT_FALSE(has_place(document, ValueTarget::input, place));
  }
  EXPECT_TRUE(has_place(document, ValueTarget::weight, {2, 1, 2, 2}));
  EXPECT_FALSE(has_place(document, ValueTarget::bias, {0, 3, 0, 0}));
}

TEST(EditValues, EqualValuesStayTheSameTensor) {
  const Fill ones{FillKind::ones};
  for (const ValueTarget target : {ValueTarget::input, ValueTarget::weight}) {
    const Document once = with_fill(start(), {target}, ones);
    const Document twice = with_fill(once, {target}, ones);
    EXPECT_EQ(twice.input, once.input);
    EXPECT_EQ(twice.weight, once.weight);
  }
}

TEST(EditValues, EqualContentIsEqualWhateverIsShared) {
  const Document before = start();
  Document copy = before;
  copy.input = std::make_shared<const Tensor>(*before.input);
  copy.preset.clear();
  EXPECT_FALSE(copy == before) << "it has no preset";
  copy.preset = before.preset;
  EXPECT_TRUE(copy == before);
  EXPECT_NE(copy.input, before.input);
}

}  // namespace
}  // namespace convscope
