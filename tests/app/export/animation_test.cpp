#include "app/export/animation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

namespace convscope {
namespace {

/// Nine steps.
class AnimationOf : public ::testing::Test {
 protected:
  [[nodiscard]] Animation with(const AnimationChoice& choice) const { return animate(document_, result_, choice); }
  [[nodiscard]] Scene scene_at(const Moment& moment) const { return build_scene(document_, result_, moment, stage_); }

  Stage stage_{.size = {300, 200}};
  Document document_ = with_layer({}, {.layer = {.stride = {2, 2}, .padding = {1, 1, 1, 1}}});
  LayerResult result_ = compute(document_);
  AnimationChoice choice_{.stage = stage_, .last_tick = 8};
};

TEST_F(AnimationOf, StepsHasOneFrameAStep) {
  const Animation animation = with(choice_);
  EXPECT_EQ(animation.frames.count, 9);
  EXPECT_EQ(animation.frames.first, 0);
  EXPECT_EQ(animation.seconds_per_frame, 1);
  for (std::int64_t step = 0; step < 9; ++step) {
    EXPECT_EQ(animation.scene(step), scene_at({step, 0}));
  }
}

TEST_F(AnimationOf, ARangeOfStepsKeepsTheirNumbers) {
  choice_.first_tick = 3;
  choice_.last_tick = 5;
  choice_.seconds_per_tick = 0.25;
  const Animation animation = with(choice_);
  EXPECT_EQ(animation.frames.count, 3);
  EXPECT_EQ(animation.frames.first, 3);
  EXPECT_EQ(animation.seconds_per_frame, 0.25);
  EXPECT_EQ(animation.scene(0), scene_at({3, 0}));
  EXPECT_EQ(animation.scene(2), scene_at({5, 0}));
}

TEST_F(AnimationOf, SmoothFramesFollowTheTimeline) {
  choice_.motion = Motion::smooth;
  choice_.frames_per_second = 20;
  const Animation animation = with(choice_);
  EXPECT_EQ(animation.frames.count, 180);
  EXPECT_EQ(animation.frames.first, 0);
  EXPECT_DOUBLE_EQ(animation.seconds_per_frame, 0.05);
  EXPECT_EQ(animation.scene(0), scene_at({0, 0}));
  EXPECT_EQ(animation.scene(10), animation.scene(0)) << "the window rests before it moves";
  EXPECT_EQ(animation.scene(16), scene_at(Schedule(document_).at(0.8, Motion::smooth)));
  EXPECT_NE(animation.scene(16), animation.scene(0));
  EXPECT_EQ(animation.scene(20), scene_at({1, 0}));
}

TEST_F(AnimationOf, SmoothRangesRestOnTheirLastStep) {
  choice_.motion = Motion::smooth;
  choice_.frames_per_second = 10;
  choice_.first_tick = choice_.last_tick = 4;
  const Animation animation = with(choice_);
  EXPECT_EQ(animation.frames.count, 10);
  EXPECT_EQ(animation.scene(9), scene_at({4, 0}));
}

TEST_F(AnimationOf, FramesFallOnStepsHoweverTimesAreRounded) {
  choice_.motion = Motion::smooth;
  // In each of these a division gives a little less than the step.
  for (const auto& [fps, seconds] : {std::pair{25.0, 0.28}, {25.0, 2.2}, {45.0, 2.2}, {50.0, 0.14}, {50.0, 0.56}}) {
    choice_.frames_per_second = fps;
    choice_.seconds_per_tick = seconds;
    const Animation animation = with(choice_);
    const auto frames_per_step = std::llround(seconds * fps);
    EXPECT_EQ(animation.frames.count, 9 * frames_per_step);
    for (std::int64_t step = 0; step < 9; ++step) {
      EXPECT_TRUE(animation.scene(step * frames_per_step) == scene_at({step, 0})) << seconds << " s, " << fps << " fps";
    }
  }
}

TEST_F(AnimationOf, AChosenBackgroundReplacesTheThemes) {
  choice_.background = rgb(0x336699);
  Scene expected = scene_at({0, 0});
  EXPECT_NE(expected.background, rgb(0x336699));
  expected.background = rgb(0x336699);
  EXPECT_EQ(with(choice_).scene(0), expected);
}

}  // namespace
}  // namespace convscope
