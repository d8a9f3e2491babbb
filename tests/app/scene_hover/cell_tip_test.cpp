#include "app/scene/cell_tip.h"

#include <gtest/gtest.h>

#include "tests/app/scene_hover/example.h"

namespace convscope {
namespace {

/// A 2×2 kernel 1 2 / 3 4 over the input 1 2 3 / 4 5 6 / 7 8 9, with the layer's other parameters as given.
Document counted(Layer layer) {
  layer.kernel_size = {2, 2};
  Preset preset;
  preset.sized = {layer, {3, 3}};
  preset.input = Tensor({1, 1, 3, 3}, {1, 2, 3, 4, 5, 6, 7, 8, 9});
  if (!is_pool(layer.op)) {
    preset.weight = Tensor({1, 1, 2, 2}, {1, 2, 3, 4});
  }
  preset.bias = {0.5F};
  return make_document(preset);
}

std::vector<std::string> tip_of(const Document& document, const CellRef& cell, const Progress& progress = {},
                                text::Language language = text::Language::english) {
  const LayerResult result = compute(document);
  const StepValues values = step_values(document, result, progress);
  std::vector<std::string> lines;
  for (const TipLine& line : cell_tip(language, document, result, values, make_focus(document, cell)).lines) {
    lines.push_back(plain_text(line));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(CellTip, AnOutputIsItsProductsAndTheirSum) {
  const Document document = counted({.bias = true});
  EXPECT_EQ(tip_of(document, {PlaneRole::output, {0, 0, 0, 1}}),
            (Lines{"output[0, 0, 1] = 47.5", "the sum of 4 products", "2 · 1 = 2  input[0, 0, 1] · weight[0, 0, 0, 0]",
                   "3 · 2 = 6  input[0, 0, 2] · weight[0, 0, 0, 1]", "5 · 3 = 15  input[0, 1, 1] · weight[0, 0, 1, 0]",
                   "6 · 4 = 24  input[0, 1, 2] · weight[0, 0, 1, 1]", "+ 0.5  bias[0]", "sum = 47.5"}));
}

TEST(CellTip, IsSaidInKorean) {
  const Document document = counted({.bias = true});
  EXPECT_EQ(tip_of(document, {PlaneRole::output, {0, 0, 0, 1}}, {}, text::Language::korean).at(1), "곱 4개의 합");
  EXPECT_EQ(tip_of(document, {PlaneRole::output, {0, 0, 0, 1}}, {}, text::Language::korean).back(), "합 = 47.5");
  const Document padded = counted({.padding = {1, 1, 1, 1}, .padding_mode = PaddingMode::replicate});
  EXPECT_EQ(tip_of(padded, {PlaneRole::input, {0, 0, -1, 0}, CellKind::padding}, {}, text::Language::korean).front(),
            "padding[0, \u22121, 0]: 복사한 칸 input[0, 0, 0] = 1");
}

TEST(CellTip, AnInputCellNamesTheOutputsThatItReaches) {
  const Document document = counted({.bias = false});
  EXPECT_EQ(
      tip_of(document, {PlaneRole::input, {0, 0, 0, 1}}),
      (Lines{"input[0, 0, 1] = 2", "reaches 2 outputs through 2 weights",
             "2 · 2 = 4  output[0, 0, 0] · weight[0, 0, 0, 1]", "2 · 1 = 2  output[0, 0, 1] · weight[0, 0, 0, 0]"}));
}

TEST(CellTip, AWeightNamesWhatItLiesOn) {
  const Document document = counted({.stride = {2, 2}, .padding = {1, 0, 1, 0}, .bias = false});
  EXPECT_EQ(tip_of(document, {PlaneRole::weight, {0, 0, 1, 1}}),
            (Lines{"weight[0, 0, 1, 1] = 4", "is used once in each of 4 outputs",
                   "1 · 4 = 4  output[0, 0, 0] · input[0, 0, 0]", "3 · 4 = 12  output[0, 0, 1] · input[0, 0, 2]",
                   "7 · 4 = 28  output[0, 1, 0] · input[0, 2, 0]", "9 · 4 = 36  output[0, 1, 1] · input[0, 2, 2]"}));
}

TEST(CellTip, PaddingSaysWhatItCopiesOrHolds) {
  const CellRef corner{PlaneRole::input, {0, 0, -1, 0}, CellKind::padding};
  const Layer layer{.stride = {2, 2}, .padding = {1, 0, 0, 0}, .bias = false};
  EXPECT_EQ(tip_of(counted(layer), corner),
            (Lines{"padding[0, \u22121, 0] holds 0", "reaches 1 output through 1 weight",
                   "0 · 1 = 0  output[0, 0, 0] · weight[0, 0, 0, 0]"}));
  Layer copying = layer;
  copying.padding_mode = PaddingMode::reflect;
  EXPECT_EQ(tip_of(counted(copying), corner),
            (Lines{"padding[0, \u22121, 0] copies input[0, 1, 0] = 4", "reaches 1 output through 1 weight",
                   "4 · 1 = 4  output[0, 0, 0] · weight[0, 0, 0, 0]"}));
}

TEST(CellTip, AnOutputNamesTheCopyThatItReads) {
  const Document document =
      counted({.stride = {2, 2}, .padding = {1, 0, 0, 0}, .bias = false, .padding_mode = PaddingMode::reflect});
  EXPECT_EQ(tip_of(document, {PlaneRole::output, {0, 0, 0, 0}}).at(2),
            "4 · 1 = 4  padding[0, \u22121, 0] · weight[0, 0, 0, 0]");
}

TEST(CellTip, UnreadCellsAreSaidToBe) {
  const Document document = counted({.stride = {2, 2}, .bias = false});
  EXPECT_EQ(tip_of(document, {PlaneRole::input, {0, 0, 2, 0}}), (Lines{"input[0, 2, 0] = 7", "no output reads it"}));
}

TEST(CellTip, AMaximumNamesItsWinnerFromBothEnds) {
  const Document document = counted({.op = Op::max_pool2d});
  EXPECT_EQ(tip_of(document, {PlaneRole::output, {0, 0, 0, 0}}),
            (Lines{"output[0, 0, 0] = 5", "the largest of 4 values", "1  input[0, 0, 0]", "2  input[0, 0, 1]",
                   "4  input[0, 1, 0]", "5  \u2190 the largest  input[0, 1, 1]"}));
  EXPECT_EQ(tip_of(document, {PlaneRole::input, {0, 0, 1, 1}}),
            (Lines{"input[0, 1, 1] = 5", "is read by 4 outputs", "5  \u2190 takes this one  output[0, 0, 0]",
                   "6  output[0, 0, 1]", "8  output[0, 1, 0]", "9  output[0, 1, 1]"}));
}

TEST(CellTip, AMeanDivides) {
  const Document document = counted({.op = Op::avg_pool2d});
  const Lines lines = tip_of(document, {PlaneRole::output, {0, 0, 1, 1}});
  EXPECT_EQ(lines.at(1), "the mean of 4 values");
  EXPECT_EQ(lines.at(2), "5 / 4 = 1.25  input[0, 1, 1]");
  EXPECT_EQ(lines.back(), "mean = 7");
}

TEST(CellTip, GradientsAreTheSumOfWhatArrives) {
  Document document = counted({.bias = false});
  document.view.flow = Flow::gradient_of_sum;
  EXPECT_EQ(
      tip_of(document, {PlaneRole::input, {0, 0, 0, 1}}),
      (Lines{"input[0, 0, 1] = 2", "\u2202 sum / \u2202 input[0, 0, 1] = 3", "reaches 2 outputs through 2 weights",
             "1 · 2 = 2  output[0, 0, 0] · weight[0, 0, 0, 1]", "1 · 1 = 1  output[0, 0, 1] · weight[0, 0, 0, 0]"}));
  document.view.flow = Flow::gradient_of_cell;
  const Lines lines = tip_of(document, {PlaneRole::weight, {0, 0, 0, 0}}, {.step = 3});
  EXPECT_EQ(lines.at(1), "\u2202 cell / \u2202 weight[0, 0, 0, 0] = 5");
  EXPECT_EQ(lines.at(3), "0 · 1 = 0  output[0, 0, 0] · input[0, 0, 0]");
  EXPECT_EQ(lines.at(6), "1 · 5 = 5  output[0, 1, 1] · input[0, 1, 1]");
}

TEST(CellTip, AStampedOutputSaysHowFarItIs) {
  Document document = counted({.op = Op::conv_transpose2d, .bias = false});
  document.view.transposed = TransposedForm::stamping;
  EXPECT_EQ(tip_of(document, {PlaneRole::output, {0, 0, 0, 1}}, {.step = 1}).at(0), "output[0, 0, 1] = 4");
  EXPECT_EQ(tip_of(document, {PlaneRole::output, {0, 0, 0, 1}}, {.step = 0}).at(0),
            "output[0, 0, 1] = 2 so far, in the end 4");
}

TEST(CellTip, EmptyCellsOfAStretchedInputSayWhyTheyAreThere) {
  const Document document = counted({.op = Op::conv_transpose2d, .stride = {3, 3}, .bias = false});
  EXPECT_EQ(tip_of(document, {PlaneRole::input, {0, 0, 0, 1}, CellKind::gap}),
            (Lines{"empty cell holds 0", "stride 3 puts 2 zeros between neighbours"}));
  EXPECT_EQ(tip_of(document, {PlaneRole::input, {0, 0, -1, 1}, CellKind::padding}),
            (Lines{"cell around the stretched input holds 0"}));
}

TEST(CellTip, ListsTwelveProductsAndCountsTheRest) {
  const Document document = document_of({.layer = {.in_channels = 3, .bias = false}});
  const Lines lines = tip_of(document, {PlaneRole::output, {0, 0, 1, 1}});
  EXPECT_EQ(lines.size(), 2U + 12U + 1U + 1U);
  EXPECT_EQ(lines.at(14), "\u2026 and 15 more");
}

}  // namespace
}  // namespace convscope
