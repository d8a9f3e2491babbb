#include <gtest/gtest.h>

#include "app/timeline/moment.h"
#include "app/timeline/playback.h"

namespace convscope {
namespace {

TEST(Moment, StepwiseNeverSlides) {
  EXPECT_EQ(moment_at(0.0, 9, Motion::stepwise), (Moment{0, 0}));
  EXPECT_EQ(moment_at(4.99, 9, Motion::stepwise), (Moment{4, 0}));
}

TEST(Moment, SmoothRestsThenSlidesMonotonically) {
  EXPECT_EQ(moment_at(3 + rest_share - 0.01, 9, Motion::smooth), (Moment{3, 0}));
  float last = 0;
  for (double share = rest_share + 0.01; share < 1; share += 0.01) {
    const Moment moment = moment_at(3 + share, 9, Motion::smooth);
    EXPECT_EQ(moment.step, 3);
    EXPECT_GT(moment.slide, last);
    last = moment.slide;
  }
  EXPECT_GT(last, 0.98F);
  EXPECT_LE(last, 1.0F);
}

TEST(Moment, OutsideShowsTheEnds) {
  EXPECT_EQ(moment_at(-2, 9, Motion::smooth), (Moment{0, 0}));
  EXPECT_EQ(moment_at(100, 9, Motion::smooth), (Moment{8, 0}));
  EXPECT_EQ(moment_at(8.9, 9, Motion::smooth), (Moment{8, 0})) << "the last step has nowhere to slide to";
}

TEST(Moment, NextChangeIsWhenThePictureDiffers) {
  EXPECT_DOUBLE_EQ(next_change(2.1, 9, Motion::smooth), 2 + rest_share);
  EXPECT_DOUBLE_EQ(next_change(2.8, 9, Motion::smooth), 2.8);
  EXPECT_DOUBLE_EQ(next_change(8.3, 9, Motion::smooth), 9);
  EXPECT_DOUBLE_EQ(next_change(2.1, 9, Motion::stepwise), 3);
  const double position = next_change(2.1, 9, Motion::smooth);
  EXPECT_NEAR(moment_at(position, 9, Motion::smooth).slide, 0, 1e-6F);
  EXPECT_GT(moment_at(position + 0.05, 9, Motion::smooth).slide, 0.01F);
}

TEST(Playback, AdvancesBySpeedAndBeginsAgain) {
  Playback playback{.position = 7.5, .speed = 2, .playing = true};
  advance(playback, 0.5, 9);
  EXPECT_DOUBLE_EQ(playback.position, 8.5);
  advance(playback, 0.5, 9);
  EXPECT_DOUBLE_EQ(playback.position, 0.5);
}

TEST(Playback, PausedStandsStill) {
  Playback playback{.position = 3, .speed = 1, .playing = false};
  advance(playback, 100, 9);
  EXPECT_DOUBLE_EQ(playback.position, 3);
}

TEST(Playback, StepsStayWithinTheRange) {
  Playback playback{.position = 0.7};
  go_to(playback, -1, 9);
  EXPECT_EQ(current_step(playback, 9), 0);
  go_to(playback, 12, 9);
  EXPECT_EQ(current_step(playback, 9), 8);
  fit(playback, 4);
  EXPECT_EQ(current_step(playback, 4), 3);
}

TEST(Playback, PlayFromTheLastStepBeginsAgain) {
  Playback playback{.position = 8};
  toggle(playback, 9);
  EXPECT_TRUE(playback.playing);
  EXPECT_DOUBLE_EQ(playback.position, 0);
  playback.position = 4.2;
  toggle(playback, 9);
  toggle(playback, 9);
  EXPECT_DOUBLE_EQ(playback.position, 4.2);
}

}  // namespace
}  // namespace convscope
