#include "app/scene/cell_sum.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

#include "app/scene/sum_text.h"
#include "app/scene/sum_variables.h"
#include "app/timeline/schedule.h"
#include "engine/forward.h"
#include "engine/stamp.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

Document document_of(const SizedLayer& sized, const View& view = {}) {
  Preset preset;
  preset.sized = sized;
  return make_document(preset, view);
}

Document with_values(const SizedLayer& sized, std::vector<float> input, std::vector<float> weight,
                     const View& view = {}) {
  Document document = document_of(sized, view);
  document.input = std::make_shared<const Tensor>(input_shape(sized), std::move(input));
  if (!weight.empty()) {
    document.weight = std::make_shared<const Tensor>(weight_shape(sized.layer), std::move(weight));
  }
  return document;
}

Moment tick(const Document& document, std::int64_t number) {
  return Schedule(document).at(static_cast<double>(number), Motion::stepwise);
}

std::string written(const MathText& text) {
  std::string all;
  for (const MathRun& run : text) {
    all += run.text;
  }
  return all;
}

/// 1 2 / 3 4 under a kernel 1 −1 / 0 2: 1 − 2 + 0 + 8.
Document one_cell(const View& view = {}, bool bias = false) {
  const SizedLayer sized{.layer = {.kernel_size = {2, 2}, .bias = bias}, .input_size = {2, 2}};
  return with_values(sized, {1, 2, 3, 4}, {1, -1, 0, 2}, view);
}

TEST(CellSum, ListsProductsAndTheirSum) {
  const CellSum sum = cell_sum(one_cell(), {});
  ASSERT_EQ(sum.products.size(), 4U);
  EXPECT_EQ(sum.columns, 2);
  EXPECT_EQ(sum.products[1].value.product, -2);
  EXPECT_EQ(sum.total, 7);
  EXPECT_TRUE(sum.complete);
  EXPECT_EQ(sum.current, std::nullopt);
  EXPECT_EQ(written(factors_text(sum, sum.products[1])), "2 · \u22121");
  EXPECT_EQ(written(product_text(sum, sum.products[1])), "= \u22122");
  EXPECT_EQ(written(total_text(text::Language::english, sum)), "1 \u2212 2 + 0 + 8 = 7");
}

TEST(CellSum, GrowsTapByTapAndTakesTheBiasLast) {
  Document document = one_cell({.pace = Pace::tap}, true);
  document.bias = {-3};
  const CellSum second = cell_sum(document, tick(document, 1));
  EXPECT_EQ(second.current, 1U);
  EXPECT_TRUE(second.products[1].done);
  EXPECT_FALSE(second.products[2].done);
  EXPECT_EQ(second.total, -1);
  EXPECT_EQ(written(total_text(text::Language::english, second)), "1 \u2212 2 + \u2026 = \u22121");
  const CellSum last = cell_sum(document, tick(document, 3));
  EXPECT_EQ(last.total, 4);
  EXPECT_EQ(written(total_text(text::Language::english, last)), "1 \u2212 2 + 0 + 8 \u2212 bias 3 = 4");
}

TEST(CellSum, GrowsChannelByChannel) {
  const SizedLayer sized{.layer = {.in_channels = 3, .kernel_size = {1, 1}, .bias = false}, .input_size = {1, 1}};
  const Document document = with_values(sized, {1, 2, 3}, {10, 20, 30}, {.pace = Pace::channel});
  const CellSum sum = cell_sum(document, tick(document, 1));
  EXPECT_EQ(sum.front_channel, 1) << "the channel that is being added lies in front";
  ASSERT_EQ(sum.channels.size(), 3U);
  EXPECT_EQ(sum.channels[1].sum, 40);
  EXPECT_TRUE(sum.channels[1].begun);
  EXPECT_FALSE(sum.channels[2].begun);
  EXPECT_EQ(written(channel_text(text::Language::english, sum.channels[1])), "channel 1: 40");
  EXPECT_EQ(written(channel_text(text::Language::english, sum.channels[2])), "channel 2: \u2026");
  EXPECT_EQ(written(total_text(text::Language::english, sum)), "10 + 40 + \u2026 = 50");
}

TEST(CellSum, AMaximumHasItsWinnerAmongWhatIsDone) {
  const SizedLayer sized{.layer = {.op = Op::max_pool2d, .kernel_size = {2, 2}}, .input_size = {2, 2}};
  const Document document = with_values(sized, {1, 5, 2, 9}, {}, {.pace = Pace::tap});
  const CellSum third = cell_sum(document, tick(document, 2));
  EXPECT_EQ(third.kind, SumKind::maximum);
  EXPECT_EQ(third.winner, 1U);
  EXPECT_EQ(third.total, 5);
  EXPECT_EQ(written(factors_text(third, third.products[1])), "5");
  EXPECT_EQ(written(product_text(third, third.products[1])), "");
  const CellSum all = cell_sum(document, tick(document, 3));
  EXPECT_EQ(all.winner, 3U);
  EXPECT_EQ(written(total_text(text::Language::english, all)), "max = 9");
}

TEST(CellSum, AMeanIsDividedByTheWholeWindow) {
  const SizedLayer sized{.layer = {.op = Op::avg_pool2d, .kernel_size = {2, 2}}, .input_size = {2, 2}};
  Document document = with_values(sized, {1, 5, 2, 4}, {});
  EXPECT_EQ(written(total_text(text::Language::english, cell_sum(document, {}))), "1 + 5 + 2 + 4 = 12, 12 / 4 = 3");
  document.view.pace = Pace::tap;
  EXPECT_EQ(written(total_text(text::Language::english, cell_sum(document, tick(document, 1)))),
            "1 + 5 + \u2026 = 6, 6 / 4 = 1.5");
}

TEST(CellSum, AStampSaysWhereEachProductGoes) {
  const SizedLayer sized{.layer = {.op = Op::conv_transpose2d, .kernel_size = {2, 2}, .stride = {2, 2}, .bias = false},
                         .input_size = {2, 2}};
  const View stamping{.pace = Pace::tap, .transposed = TransposedForm::stamping};
  const Document document = with_values(sized, {1, 2, 3, 4}, {1, -1, 0, 2}, stamping);
  const CellSum sum = cell_sum(document, tick(document, 3 * 4 + 1));
  EXPECT_EQ(sum.kind, SumKind::stamp);
  EXPECT_EQ(sum.cell, (Index{0, 0, 1, 1}));
  ASSERT_EQ(sum.products.size(), 4U);
  EXPECT_EQ(sum.products[1].output, (Index{0, 0, 2, 3}));
  EXPECT_EQ(sum.products[1].value.product, -4);
  EXPECT_EQ(sum.current, 1U);
  EXPECT_FALSE(sum.products[2].done);
  EXPECT_TRUE(total_text(text::Language::english, sum).empty());
}

TEST(CellSum, StampsGoOutputChannelByOutputChannel) {
  const SizedLayer sized{.layer = {.op = Op::conv_transpose2d, .in_channels = 2, .out_channels = 4, .groups = 2},
                         .input_size = {2, 2}};
  const Document document = document_of(sized, {.pace = Pace::channel, .transposed = TransposedForm::stamping});
  const CellSum sum = cell_sum(document, tick(document, 4 * 2 + 1));
  EXPECT_EQ(sum.cell, (Index{0, 1, 0, 0})) << "the first cell of the second channel";
  EXPECT_EQ(sum.out_channel, 3) << "the second one of its group";
  for (const Product& product : sum.products) {
    EXPECT_EQ(product.output.channel, 3);
    EXPECT_TRUE(product.done);
  }
}

TEST(CellSum, AGapOfATransposedLayerIsTheBiasAlone) {
  const SizedLayer sized{.layer = {.op = Op::conv_transpose2d, .kernel_size = {1, 1}, .stride = {2, 2}},
                         .input_size = {2, 2}};
  Document document = document_of(sized);
  document.bias = {5};
  const CellSum sum = cell_sum(document, {.step = 1});
  EXPECT_EQ(sum.product_count, 0);
  EXPECT_EQ(sum.total, 5);
  EXPECT_EQ(written(total_text(text::Language::english, sum)), "bias 5 = 5");
  document.sized.layer.bias = false;
  EXPECT_EQ(written(total_text(text::Language::english, cell_sum(document, {.step = 1}))), "0");
}

TEST(CellSum, AWindowTooLargeToListIsStillSummed) {
  const SizedLayer sized{.layer = {.op = Op::avg_pool2d, .kernel_size = {40, 40}, .stride = {40, 40}},
                         .input_size = {40, 40}};
  const Document document = with_values(sized, std::vector<float>(1600, 2), {});
  const CellSum sum = cell_sum(document, {});
  EXPECT_TRUE(sum.products.empty());
  EXPECT_EQ(sum.product_count, 1600);
  EXPECT_EQ(written(total_text(text::Language::english, sum)), "3200 / 1600 = 2");
}

TEST(CellSum, IsKeptUntilSomethingItIsMadeOfChanges) {
  Document document = one_cell();
  CurrentCellSum current;
  const CellSum* kept = &current.of(document, {});
  EXPECT_EQ(kept->total, 7);
  document.view.theme = Theme::dark;
  EXPECT_EQ(current.of(document, {.slide = 0.5F}).total, 7);
  document.weight = std::make_shared<const Tensor>(weight_shape(document.sized.layer), std::vector<float>{1, 1, 1, 1});
  EXPECT_EQ(current.of(document, {}).total, 10);
  document.view.pace = Pace::tap;
  EXPECT_EQ(current.of(document, tick(document, 0)).total, 1);
  document.sized.layer.bias = true;
  document.bias = {2};
  EXPECT_EQ(current.of(document, tick(document, 3)).total, 12);
  document.bias = {3};
  EXPECT_EQ(current.of(document, tick(document, 3)).total, 13);
}

RC_GTEST_PROP(CellSum, EndsAtTheOutputsValueForAnyLayer, ()) {
  const SizedLayer sized = *testing::valid_layer();
  RC_PRE(element_count(output_shape(sized)) <= 2000);
  Document document = document_of(sized, {.pace = *rc::gen::element(Pace::cell, Pace::channel, Pace::tap)});
  document.input = std::make_shared<const Tensor>(*testing::integer_tensor(input_shape(sized)));
  document.weight = std::make_shared<const Tensor>(*testing::integer_weight(sized.layer));
  const Tensor output = forward(sized.layer, *document.input, *document.weight, active_bias(document));
  const Schedule schedule(document);
  const std::int64_t step = *rc::gen::inRange<std::int64_t>(0, schedule.steps());
  const Moment last = schedule.at(static_cast<double>(schedule.tick_of(step + 1) - 1), Motion::stepwise);
  const CellSum sum = cell_sum(document, last);
  RC_ASSERT(sum.complete);
  const float value = output.at(sum.cell);
  RC_ASSERT(sum.total == value || std::abs(sum.total - value) <= 1e-5F * std::max(1.0F, std::abs(value)));
  RC_ASSERT(static_cast<float>(partial_sum(document, last)) == sum.total);
}

RC_GTEST_PROP(CellSum, AStampsProductsAreWhatTheEngineAdds, ()) {
  const SizedLayer sized = *testing::valid_layer(Op::conv_transpose2d);
  RC_PRE(element_count(input_shape(sized)) <= 2000);
  Document document = document_of(sized, {.pace = Pace::channel, .transposed = TransposedForm::stamping});
  document.input = std::make_shared<const Tensor>(*testing::integer_tensor(input_shape(sized)));
  document.weight = std::make_shared<const Tensor>(*testing::integer_weight(sized.layer));
  const Schedule schedule(document);
  const std::int64_t step = *rc::gen::inRange<std::int64_t>(0, schedule.steps());
  Tensor stamped(output_shape(sized));
  add_stamp(sized.layer, *document.input, *document.weight, input_of_stamp(sized, step), stamped);
  Tensor listed(output_shape(sized));
  for (std::int64_t at = schedule.tick_of(step); at < schedule.tick_of(step + 1); ++at) {
    for (const Product& product : cell_sum(document, tick(document, at)).products) {
      listed.at(product.output) += product.value.product;
    }
  }
  RC_ASSERT(listed == stamped);
}

TEST(FormulaNumber, IsShortAndHasRealSigns) {
  EXPECT_EQ(formula_number(-2), "\u22122");
  EXPECT_EQ(formula_number(0.5), "0.5");
  EXPECT_EQ(formula_number(1.0 / 3), "0.333333");
  EXPECT_EQ(formula_number(-0.0), "0");
  EXPECT_EQ(formula_number(-std::numeric_limits<double>::infinity()), "\u2212\u221e");
  EXPECT_EQ(formula_number(std::nan("")), "NaN");
}

TEST(Variables, NameTheCellsThatMeet) {
  const CellSum sum = cell_sum(one_cell({}, true), {});
  EXPECT_EQ(written(variable_factors(sum, sum.products[1])), "x₀₁·w₀₁");
  EXPECT_EQ(written(variable_total(sum)).rfind("y₀₀ = x₀₀·w₀₀ + x₀₁·w₀₁ + x₁₀·w₁₀ + x₁₁·w₁₁ + b = ", 0), 0U);
  EXPECT_EQ(variable_factors(sum, sum.products[1]).back().role, Role::kernel_size);
}

TEST(Variables, StandInBracketsWhereAnIndexHasTwoDigits) {
  const SizedLayer sized{.layer = {.kernel_size = {1, 1}, .bias = false}, .input_size = {1, 12}};
  const Document document = document_of(sized);
  const CellSum sum = cell_sum(document, tick(document, 11));
  EXPECT_EQ(written(variable_factors(sum, sum.products[0])), "x[0, 11]·w₀₀");
}

TEST(Variables, SayWhatPaddingHolds) {
  const SizedLayer sized{.layer = {.padding = {1, 1, 1, 1}, .bias = false}, .input_size = {3, 3}};
  const CellSum sum = cell_sum(document_of(sized), {});
  EXPECT_EQ(written(variable_factors(sum, sum.products[0])), "0·w₀₀");
  EXPECT_EQ(variable_factors(sum, sum.products[0]).front().role, Role::padding);
  SizedLayer pool = sized;
  pool.layer.op = Op::max_pool2d;
  const CellSum largest = cell_sum(document_of(pool), {});
  EXPECT_EQ(written(variable_total(largest)).rfind("y₀₀ = max(\u2212∞, \u2212∞, \u2212∞, \u2212∞, x₀₀, ", 0), 0U);
  pool.layer.op = Op::avg_pool2d;
  EXPECT_NE(written(variable_total(cell_sum(document_of(pool), {}))).find("x₁₁) / 9 = "), std::string::npos);
}

TEST(Variables, OfMoreChannelsAreTheirSums) {
  const SizedLayer sized{.layer = {.in_channels = 3, .kernel_size = {1, 1}}, .input_size = {1, 1}};
  EXPECT_EQ(written(variable_total(cell_sum(document_of(sized), {}))).rfind("y₀₀ = s₀ + s₁ + s₂ + b = ", 0), 0U);
}

TEST(Variables, ThatAreStillToComeAreDots) {
  const Document document = one_cell({.pace = Pace::tap});
  const CellSum sum = cell_sum(document, tick(document, 1));
  EXPECT_EQ(written(variable_total(sum)), "y₀₀ = x₀₀·w₀₀ + x₀₁·w₀₁ + … = \u22121");
}

}  // namespace
}  // namespace convscope
