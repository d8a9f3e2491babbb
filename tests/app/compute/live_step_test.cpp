#include "app/compute/live_step.h"

#include <gtest/gtest.h>

#include <chrono>
#include <ctime>
#include <thread>

#include "tests/app/compute/sized_documents.h"

namespace convscope {
namespace {

using namespace std::chrono_literals;

Document gradient_of_cell(std::int64_t side) {
  Document document = document_of_side(side);
  document.view.flow = Flow::gradient_of_cell;
  return document;
}

Document stamping(std::int64_t side) {
  Preset preset;
  preset.sized.input_size = {side, side};
  preset.sized.layer.op = Op::conv_transpose2d;
  Document document = make_document(preset);
  document.view.transposed = TransposedForm::stamping;
  return document;
}

/// The values of a step, once they are there.
const StepValues& waited_for(LiveStep& live, const Document& document, const LayerResult& result, std::int64_t step) {
  const auto end = std::chrono::steady_clock::now() + 60s;
  while (true) {
    const StepValues& values = live.of(document, result, {.step = step});
    if (!live.is_behind() || std::chrono::steady_clock::now() > end) {
      return values;
    }
    std::this_thread::sleep_for(1ms);
  }
}

void expect_same(const StepValues& values, const StepValues& expected) {
  EXPECT_EQ(*values.input.values, *expected.input.values);
  EXPECT_EQ(*values.weight.values, *expected.weight.values);
  EXPECT_EQ(*values.output.values, *expected.output.values);
  EXPECT_EQ(values.output.range, expected.output.range);
}

TEST(LiveStep, OfSmallTensorsIsThereAtOnce) {
  for (const Document& document : {gradient_of_cell(small_side), stamping(small_side), document_of_side(large_side)}) {
    LiveStep live;
    const LayerResult result = compute(document);
    expect_same(live.of(document, result, {.step = 5}), step_values(document, result, {.step = 5}));
    EXPECT_FALSE(live.is_behind());
  }
}

TEST(LiveStep, OfAPhotographComesLaterAndIsTheSame) {
  for (const Document& document : {gradient_of_cell(2 * large_side), stamping(2 * large_side)}) {
    LiveStep live;
    const LayerResult result = compute(document);
    const StepValues& first = live.of(document, result, {.step = 700});
    EXPECT_TRUE(live.is_behind());
    EXPECT_EQ(first.output.values, result.output) << "what there is until then";
    for (const std::int64_t step : {700, 701, 1300, 20}) {
      expect_same(waited_for(live, document, result, step), step_values(document, result, {.step = step}));
    }
  }
}

TEST(LiveStep, TheStepBeforeStaysUntilTheNextIsThere) {
  LiveStep live;
  const Document document = gradient_of_cell(2 * large_side);
  const LayerResult result = compute(document);
  const auto shown = waited_for(live, document, result, 3).output.values;
  EXPECT_EQ(live.of(document, result, {.step = 4}).output.values, shown);
  EXPECT_TRUE(live.is_behind());
}

TEST(LiveStep, WhatIsNoLongerWantedNeverAppears) {
  LiveStep live;
  const Document large = gradient_of_cell(2 * large_side);
  const LayerResult result = compute(large);
  static_cast<void>(live.of(large, result, {}));
  const Document small = gradient_of_cell(small_side);
  const LayerResult small_result = compute(small);
  static_cast<void>(live.of(small, small_result, {}));
  std::this_thread::sleep_for(200ms);
  EXPECT_EQ(live.of(small, small_result, {}).output.values->shape().height, small_side);
  EXPECT_FALSE(live.is_behind());
}

/// What the processors have to do for it, whatever else they do meanwhile.
std::clock_t work_of(const auto& act) {
  const std::clock_t before = std::clock();
  act();
  return std::clock() - before;
}

/// All stamps of a photograph take seconds; nobody waits for them when the window closes.
TEST(LiveStep, EndsInTheMiddleOfStamps) {
  const Document document = stamping(2000);
  const LayerResult result = compute(document);
  const Progress last{.step = 3'999'999};
  const std::clock_t all = work_of([&] { static_cast<void>(step_values(document, result, last)); });
  const std::clock_t part = work_of([&] {
    LiveStep live;
    static_cast<void>(live.of(document, result, last));
    std::this_thread::sleep_for(20ms);
  });
  EXPECT_LT(2 * part, all);
}

}  // namespace
}  // namespace convscope
