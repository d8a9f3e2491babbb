#include "app/platform/frame_pacer.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

constexpr double frame_time = 1.0 / 60;

/// A pacer at time 100 that has drawn all that its start and events asked for.
FramePacer settled(NextFrame next = NextFrame::on_event()) {
  FramePacer pacer;
  for (int i = 0; i < 3; ++i) {
    pacer.frame_drawn(99, NextFrame::on_event());
  }
  pacer.frame_drawn(100, next);
  return pacer;
}

TEST(FramePacer, DrawsTheFirstFrameAtOnce) { EXPECT_EQ(FramePacer().delay(5), 0.0); }

TEST(FramePacer, SleepsUntilAnEventWhenNothingMoves) {
  FramePacer pacer = settled();
  EXPECT_EQ(pacer.delay(100), std::nullopt);
  EXPECT_EQ(pacer.delay(5000), std::nullopt);
  pacer.event_arrived();
  EXPECT_EQ(pacer.delay(5000), 0.0);
}

TEST(FramePacer, DrawsThreeFramesForAnEvent) {
  FramePacer pacer = settled();
  pacer.event_arrived();
  double now = 200;
  for (int i = 0; i < 3; ++i) {
    ASSERT_EQ(pacer.delay(now), 0.0) << i;
    pacer.frame_drawn(now, NextFrame::on_event());
    now += 1;
  }
  EXPECT_EQ(pacer.delay(now), std::nullopt);
}

TEST(FramePacer, CountsThreeFromTheLastEvent) {
  FramePacer pacer = settled();
  pacer.event_arrived();
  pacer.frame_drawn(200, NextFrame::on_event());
  pacer.event_arrived();
  pacer.frame_drawn(201, NextFrame::on_event());
  pacer.frame_drawn(202, NextFrame::on_event());
  EXPECT_EQ(pacer.delay(203), 0.0);
}

TEST(FramePacer, LimitsFramesToSixtyASecond) {
  FramePacer pacer = settled(NextFrame::now());
  ASSERT_TRUE(pacer.delay(100.004).has_value());
  EXPECT_NEAR(*pacer.delay(100.004), frame_time - 0.004, 1e-9);
  EXPECT_EQ(pacer.delay(100.02), 0.0);
  pacer.event_arrived();
  EXPECT_NEAR(*pacer.delay(100.004), frame_time - 0.004, 1e-9) << "events do not draw faster";
}

TEST(FramePacer, WaitsUntilTheTimeThatAFrameAskedFor) {
  const FramePacer pacer = settled(NextFrame::after(0.6));
  EXPECT_NEAR(*pacer.delay(100.1), 0.5, 1e-9);
  EXPECT_EQ(pacer.delay(100.7), 0.0);
}

TEST(FramePacer, AnswersEventsBeforeThatTime) {
  FramePacer pacer = settled(NextFrame::after(0.6));
  pacer.event_arrived();
  EXPECT_EQ(pacer.delay(100.1), 0.0);
}

TEST(FramePacer, LetsNobodyWaitForTheScreenWhoHasWaitedForAThread) {
  FramePacer pacer = settled();
  pacer.event_arrived();
  pacer.frame_drawn(200, NextFrame::on_event());
  EXPECT_GT(*pacer.delay(200.001), 0.01);
  pacer.wake();
  EXPECT_EQ(pacer.delay(200.001), 0);
}

TEST(FramePacer, LeavesTheProcessorsToAComputationBetweenTwoEvents) {
  FramePacer pacer = settled();
  pacer.event_arrived();
  pacer.frame_drawn(200, {.seconds = {}, .unhurried = true});
  EXPECT_GT(*pacer.delay(200.02), 0.03);
  pacer.event_arrived();
  EXPECT_EQ(pacer.delay(200.02), 0);
  pacer.frame_drawn(200.02, {.seconds = {}, .unhurried = true});
  EXPECT_EQ(pacer.delay(200.1), 0) << "it comes all the same";
}

TEST(FramePacer, DrawsWhatAnotherThreadHasBroughtAndWhatFollows) {
  FramePacer pacer = settled();
  pacer.wake();
  for (int frame = 0; frame < 3; ++frame) {
    const double now = 200 + frame;
    EXPECT_EQ(pacer.delay(now), 0);
    pacer.frame_drawn(now, NextFrame::on_event());
  }
  EXPECT_EQ(pacer.delay(300), std::nullopt);
}

}  // namespace
}  // namespace convscope
