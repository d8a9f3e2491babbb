#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "app/timeline/moment.h"
#include "app/timeline/playback.h"
#include "app/timeline/schedule.h"
#include "engine/forward.h"
#include "engine/stamp.h"
#include "engine/taps.h"
#include "engine/uses.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

/// Of a document only what an order is made of: no tensors are read.
Document document_of(const SizedLayer& sized, const View& view = {}) {
  Document document;
  document.sized = sized;
  document.view = view;
  return document;
}

/// 5×5 padded by 1, kernel 3×3, stride 2: 9 steps of 9 taps.
SizedLayer nine_steps() { return {.layer = {.stride = {2, 2}, .padding = {1, 1, 1, 1}}, .input_size = {5, 5}}; }

Schedule nine() { return Schedule(document_of(nine_steps())); }
Schedule nine_by_tap() { return Schedule(document_of(nine_steps(), {.pace = Pace::tap})); }

/// Stride 4 and a 3×3 kernel: a gap of a row and a column after each stamp.
SizedLayer with_gaps() {
  return {.layer = {.op = Op::conv_transpose2d, .in_channels = 2, .out_channels = 3, .stride = {4, 4}},
          .input_size = {2, 3}};
}

/// How many parts each step has, counted in the engine's own lists.
std::vector<std::int64_t> parts_by_list(const Document& document) {
  const SizedLayer& sized = document.sized;
  const Layer& layer = sized.layer;
  const bool stamping = is_stamping(document);
  const std::int64_t steps = stamping ? stamp_count(sized) : step_count(sized);
  std::vector<std::int64_t> parts;
  for (std::int64_t step = 0; step < steps; ++step) {
    const auto count = stamping ? std::ssize(list_uses(uses_of_input(sized, input_of_stamp(sized, step))))
                                : std::ssize(taps(sized, output_of_step(sized, step)));
    const std::int64_t channels = stamping ? layer.out_channels / layer.groups : channels_read(layer);
    const std::int64_t full = document.view.pace == Pace::tap       ? count
                              : document.view.pace == Pace::channel ? channels
                                                                    : 1;
    parts.push_back(count == 0 ? 1 : full);
  }
  return parts;
}

/// Every tick is a part of a step, in their order, and tick_of says where each step begins.
void expect_order(const Document& document) {
  const Schedule schedule(document);
  const std::vector<std::int64_t> parts = parts_by_list(document);
  ASSERT_EQ(schedule.steps(), std::ssize(parts));
  std::int64_t tick = 0;
  for (std::int64_t step = 0; step < schedule.steps(); ++step) {
    ASSERT_EQ(schedule.tick_of(step), tick) << "step " << step;
    const std::int64_t of_step = parts[static_cast<std::size_t>(step)];
    for (std::int64_t part = 0; part < of_step; ++part, ++tick) {
      const Moment moment = schedule.at(static_cast<double>(tick), Motion::stepwise);
      ASSERT_EQ(moment, (Moment{step, 0, document.view.pace, part, of_step})) << "tick " << tick;
    }
  }
  EXPECT_EQ(schedule.ticks(), tick);
  EXPECT_EQ(schedule.tick_of(schedule.steps()), tick);
}

TEST(Schedule, ByCellHasATickForEachStep) {
  const Schedule schedule = nine();
  EXPECT_EQ(schedule.steps(), 9);
  EXPECT_EQ(schedule.ticks(), 9);
  EXPECT_EQ(schedule.at(4.99, Motion::stepwise), (Moment{.step = 4}));
  EXPECT_EQ(schedule.tick_of(4), 4);
}

TEST(Schedule, ByTapTellsEveryTap) {
  const Schedule schedule = nine_by_tap();
  EXPECT_EQ(schedule.steps(), 9);
  EXPECT_EQ(schedule.ticks(), 81);
  EXPECT_EQ(schedule.tick_of(2), 18);
  EXPECT_EQ(schedule.at(22, Motion::stepwise), (Moment{2, 0, Pace::tap, 4, 9}));
  EXPECT_TRUE(schedule.at(26, Motion::stepwise).complete());
  EXPECT_FALSE(schedule.at(25, Motion::stepwise).complete());
}

TEST(Schedule, ByChannelTellsTheChannelsOfAGroup) {
  const SizedLayer sized{.layer = {.in_channels = 6, .out_channels = 4, .groups = 2}, .input_size = {4, 4}};
  const Schedule schedule(document_of(sized, {.pace = Pace::channel}));
  EXPECT_EQ(schedule.steps(), 16);
  EXPECT_EQ(schedule.ticks(), 48);
  EXPECT_EQ(schedule.at(47, Motion::stepwise), (Moment{15, 0, Pace::channel, 2, 3}));
}

TEST(Schedule, APoolReadsOneChannelAtATime) {
  const SizedLayer sized{
      .layer = {.op = Op::max_pool2d, .in_channels = 3, .out_channels = 3, .kernel_size = {2, 2}, .stride = {2, 2}},
      .input_size = {4, 4}};
  EXPECT_EQ(Schedule(document_of(sized, {.pace = Pace::channel})).ticks(), 12);
  EXPECT_EQ(Schedule(document_of(sized, {.pace = Pace::tap})).ticks(), 48);
}

TEST(Schedule, ATransposedLayersGapsHaveOneTick) {
  for (const Pace pace : {Pace::cell, Pace::channel, Pace::tap}) {
    expect_order(document_of(with_gaps(), {.pace = pace}));
  }
  const Schedule schedule(document_of(with_gaps(), {.pace = Pace::tap}));
  // Row 0 of 7×11: three stamps of three columns, one column of gap between them; two channels meet in each.
  EXPECT_EQ(schedule.at(6, Motion::stepwise), (Moment{3, 0, Pace::tap, 0, 1})) << "the gap";
  EXPECT_EQ(schedule.at(7, Motion::stepwise), (Moment{4, 0, Pace::tap, 0, 2}));
}

TEST(Schedule, StampingGoesFromInputCellToInputCell) {
  const View stamping{.pace = Pace::tap, .transposed = TransposedForm::stamping};
  const Schedule schedule(document_of(with_gaps(), stamping));
  EXPECT_EQ(schedule.steps(), 12);
  EXPECT_EQ(schedule.ticks(), 12 * 27);
  EXPECT_EQ(schedule.at(28, Motion::stepwise), (Moment{1, 0, Pace::tap, 1, 27}));
  for (const Pace pace : {Pace::cell, Pace::channel, Pace::tap}) {
    View view = stamping;
    view.pace = pace;
    expect_order(document_of(with_gaps(), view));
    SizedLayer cropped = with_gaps();
    cropped.layer.padding = {3, 3, 2, 2};
    expect_order(document_of(cropped, view));
  }
}

TEST(Schedule, BackwardALayerThatStampsGoesByOutput) {
  const Schedule schedule(
      document_of(with_gaps(), {.transposed = TransposedForm::stamping, .flow = Flow::gradient_of_cell}));
  EXPECT_EQ(schedule.steps(), step_count(with_gaps()));
}

RC_GTEST_PROP(Schedule, TellsAnyLayersTapsInOrder, ()) {
  const SizedLayer sized = *testing::valid_layer();
  RC_PRE(element_count(output_shape(sized)) <= 300 && element_count(input_shape(sized)) <= 300);
  const auto pace = *rc::gen::element(Pace::cell, Pace::channel, Pace::tap);
  const auto form = *rc::gen::element(TransposedForm::stretched, TransposedForm::stamping);
  expect_order(document_of(sized, {.pace = pace, .transposed = form}));
  RC_ASSERT(!::testing::Test::HasFailure());
}

TEST(Schedule, StepwiseNeverSlides) {
  EXPECT_EQ(nine().at(0.0, Motion::stepwise).slide, 0);
  EXPECT_EQ(nine().at(4.99, Motion::stepwise).slide, 0);
}

TEST(Schedule, SmoothRestsThenSlidesMonotonically) {
  for (const Schedule& schedule : {nine(), nine_by_tap()}) {
    EXPECT_EQ(schedule.at(3 + rest_share - 0.01, Motion::smooth).slide, 0);
    const Moment rest = schedule.at(3, Motion::smooth);
    float last = 0;
    for (double share = rest_share + 0.01; share < 1; share += 0.01) {
      const Moment moment = schedule.at(3 + share, Motion::smooth);
      EXPECT_EQ(moment.step, rest.step);
      EXPECT_EQ(moment.part, rest.part);
      EXPECT_GT(moment.slide, last);
      last = moment.slide;
    }
    EXPECT_GT(last, 0.98F);
    EXPECT_LE(last, 1.0F);
  }
}

TEST(Schedule, OutsideShowsTheEnds) {
  EXPECT_EQ(nine().at(-2, Motion::smooth), (Moment{.step = 0}));
  EXPECT_EQ(nine().at(100, Motion::smooth), (Moment{.step = 8}));
  EXPECT_EQ(nine().at(8.9, Motion::smooth), (Moment{.step = 8})) << "the last step has nowhere to slide to";
  EXPECT_EQ(nine_by_tap().at(80.9, Motion::smooth), (Moment{8, 0, Pace::tap, 8, 9}));
}

TEST(Schedule, APartThatIsToldAloneEndsAtItsLastTick) {
  EXPECT_EQ(nine().at(4.9, Motion::smooth, 4), (Moment{.step = 4})) << "no slide towards what is not told";
  EXPECT_GT(nine().at(4.9, Motion::smooth, 5).slide, 0.5F);
  EXPECT_EQ(nine().at(7, Motion::smooth, 4), (Moment{.step = 4}));
}

TEST(Schedule, NextChangeIsWhenThePictureDiffers) {
  const Schedule schedule = nine();
  EXPECT_DOUBLE_EQ(schedule.next_change(2.1, Motion::smooth), 2 + rest_share);
  EXPECT_DOUBLE_EQ(schedule.next_change(2.8, Motion::smooth), 2.8);
  EXPECT_DOUBLE_EQ(schedule.next_change(8.3, Motion::smooth), 9);
  EXPECT_DOUBLE_EQ(schedule.next_change(2.1, Motion::stepwise), 3);
  const double position = schedule.next_change(2.1, Motion::smooth);
  EXPECT_NEAR(schedule.at(position, Motion::smooth).slide, 0, 1e-6F);
  EXPECT_GT(schedule.at(position + 0.05, Motion::smooth).slide, 0.01F);
}

TEST(Schedule, IsMadeAnewOnlyWhenTheOrderChanges) {
  CurrentSchedule current;
  Document document = document_of(nine_steps());
  EXPECT_EQ(current.of(document).ticks(), 9);
  EXPECT_TRUE(current.of(document).is_of(document));
  document.view.look = Look::oblique;
  EXPECT_TRUE(Schedule(document_of(nine_steps())).is_of(document)) << "a look is no order";
  document.view.pace = Pace::tap;
  EXPECT_FALSE(nine().is_of(document));
  EXPECT_EQ(current.of(document).ticks(), 81);
  document.sized.layer.stride = {1, 1};
  EXPECT_EQ(current.of(document).ticks(), 225);
  document.sized = with_gaps();
  const Schedule by_output(document);
  document.view.transposed = TransposedForm::stamping;
  EXPECT_FALSE(by_output.is_of(document));
}

TEST(Playback, AdvancesBySpeedAndBeginsAgain) {
  Playback playback{.position = 7.5, .speed = 2, .playing = true};
  advance(playback, 0.5, nine());
  EXPECT_DOUBLE_EQ(playback.position, 8.5);
  advance(playback, 0.5, nine());
  EXPECT_DOUBLE_EQ(playback.position, 0.5);
}

TEST(Playback, PausedStandsStill) {
  Playback playback{.position = 3, .speed = 1, .playing = false};
  advance(playback, 100, nine());
  EXPECT_DOUBLE_EQ(playback.position, 3);
}

TEST(Playback, TicksStayWithinTheRange) {
  Playback playback{.position = 0.7};
  go_to(playback, -1, nine());
  EXPECT_EQ(current_tick(playback, nine()), 0);
  go_to(playback, 12, nine());
  EXPECT_EQ(current_tick(playback, nine()), 8);
  go_to(playback, 80, nine_by_tap());
  EXPECT_EQ(current_tick(playback, nine_by_tap()), 80);
}

TEST(Playback, AnotherOrderKeepsTheStep) {
  Playback playback{.position = 4.25};
  fit(playback, nine(), nine_by_tap());
  EXPECT_DOUBLE_EQ(playback.position, 4 * 9 + 0.25);
  go_to(playback, 4 * 9 + 5, nine_by_tap());
  fit(playback, nine_by_tap(), nine());
  EXPECT_DOUBLE_EQ(playback.position, 4) << "the fifth tap of a cell has no place where cells are told whole";
}

TEST(Playback, AShorterOrderKeepsItsLastStep) {
  SizedLayer fewer = nine_steps();
  fewer.input_size = {3, 3};
  const Schedule four(document_of(fewer));
  ASSERT_EQ(four.steps(), 4);
  Playback playback{.position = 7.5};
  fit(playback, nine(), four);
  EXPECT_DOUBLE_EQ(playback.position, 3);
}

TEST(Playback, WhatWasToldToItsEndStaysSo) {
  SizedLayer more = nine_steps();
  more.input_size = {9, 9};
  const Schedule longer(document_of(more));
  ASSERT_GT(longer.steps(), 9);
  Playback playback{.position = 8};
  fit(playback, nine(), longer);
  EXPECT_DOUBLE_EQ(playback.position, static_cast<double>(longer.ticks() - 1));
  playback = {.position = 8, .playing = true};
  fit(playback, nine(), longer);
  EXPECT_DOUBLE_EQ(playback.position, 8) << "what plays goes on from its step";
}

TEST(Playback, PlayFromTheLastTickBeginsAgain) {
  Playback playback{.position = 8};
  toggle(playback, nine());
  EXPECT_TRUE(playback.playing);
  EXPECT_DOUBLE_EQ(playback.position, 0);
  playback.position = 4.2;
  toggle(playback, nine());
  toggle(playback, nine());
  EXPECT_DOUBLE_EQ(playback.position, 4.2);
}

}  // namespace
}  // namespace convscope
