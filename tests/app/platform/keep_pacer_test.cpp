#include "app/platform/keep_pacer.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

TEST(KeepPacer, KeepsOnceAChangeIsFollowedByAPause) {
  KeepPacer pacer;
  pacer.changed(100);
  EXPECT_NEAR(pacer.wait(100), 0.6, 1e-9);
  EXPECT_NEAR(pacer.wait(100.5), 0.1, 1e-9);
  EXPECT_EQ(pacer.wait(100.7), 0);
}

TEST(KeepPacer, LetsMovesGoOn) {
  KeepPacer pacer;
  for (double now = 100; now < 105; now += 0.25) {
    pacer.changed(now);
    EXPECT_GT(pacer.wait(now), 0) << now;
  }
}

TEST(KeepPacer, KeepsInTheMiddleOfLongMoves) {
  KeepPacer pacer;
  for (double now = 100; now <= 110; now += 0.25) {
    pacer.changed(now);
  }
  EXPECT_EQ(pacer.wait(110), 0);
  pacer.kept(110);
  pacer.changed(110.25);
  EXPECT_GT(pacer.wait(110.25), 2);
}

TEST(KeepPacer, LeavesThreeSecondsBetweenKeeps) {
  KeepPacer pacer;
  pacer.changed(100);
  pacer.kept(101);
  pacer.changed(101.5);
  EXPECT_NEAR(pacer.wait(102.5), 1.5, 1e-9);
  EXPECT_EQ(pacer.wait(104), 0);
}

}  // namespace
}  // namespace convscope
