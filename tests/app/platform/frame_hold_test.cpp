#include "app/platform/frame_hold.h"

#include <gtest/gtest.h>

namespace convscope {
namespace {

constexpr bool computing = true;
constexpr bool news = true;

TEST(FrameHold, DrawsWhatNothingIsComputedFor) {
  FrameHold hold;
  EXPECT_FALSE(hold.holds(!computing, !news, 100));
  EXPECT_FALSE(hold.holds(!computing, news, 101));
}

TEST(FrameHold, WaitsForAResultThatIsThereSoon) {
  FrameHold hold;
  EXPECT_TRUE(hold.holds(computing, !news, 100));
  EXPECT_TRUE(hold.holds(computing, !news, 100.03));
  EXPECT_FALSE(hold.holds(!computing, news, 100.04));
}

TEST(FrameHold, DrawsEveryFrameOfALongWait) {
  FrameHold hold;
  EXPECT_TRUE(hold.holds(computing, !news, 100));
  EXPECT_FALSE(hold.holds(computing, !news, 100.07));
  EXPECT_FALSE(hold.holds(computing, !news, 100.08));
  EXPECT_FALSE(hold.holds(computing, !news, 130));
}

TEST(FrameHold, ShowsEachResultOfALongDrag) {
  FrameHold hold;
  EXPECT_TRUE(hold.holds(computing, !news, 100));
  EXPECT_FALSE(hold.holds(computing, news, 100.05)) << "an older result is still news";
  EXPECT_TRUE(hold.holds(computing, !news, 100.06)) << "the next one is not far";
  EXPECT_FALSE(hold.holds(computing, !news, 100.12));
}

TEST(FrameHold, WaitsAgainForTheNextEdit) {
  FrameHold hold;
  EXPECT_FALSE(hold.holds(computing, !news, 100) && hold.holds(computing, !news, 101));
  EXPECT_FALSE(hold.holds(!computing, news, 102));
  EXPECT_TRUE(hold.holds(computing, !news, 200));
}

}  // namespace
}  // namespace convscope
