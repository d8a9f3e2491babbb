#include "app/ui/stage_tip.h"

#include <gtest/gtest.h>

#include <random>

namespace convscope {
namespace {

constexpr ControlRect window{0, 0, 1000, 600};

bool overlap(const ControlRect& a, const ControlRect& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

TEST(TipPlace, IsInTheWindowAndBesideTheCell) {
  std::mt19937 random(3);
  std::uniform_real_distribution<float> x(0, 960);
  std::uniform_real_distribution<float> y(0, 560);
  for (int i = 0; i < 500; ++i) {
    const ControlRect cell{x(random), y(random), 40, 40};
    const ControlRect tip = tip_place({400, 300}, 16, {cell, {}, window}, window);
    EXPECT_GE(tip.x, 0);
    EXPECT_GE(tip.y, 0);
    EXPECT_LE(tip.x + tip.width, window.width);
    EXPECT_LE(tip.y + tip.height, window.height);
    EXPECT_FALSE(overlap(tip, cell)) << cell.x << ", " << cell.y;
  }
}

TEST(TipPlace, IsToTheRightWhereThereIsNoReasonForAnotherSide) {
  EXPECT_EQ(tip_place({300, 200}, 16, {{100, 100, 40, 40}, {}, window}, window), (ControlRect{156, 100, 300, 200}));
}

TEST(TipPlace, LeavesTheTouchedCellsInSight) {
  const ControlRect cell{450, 250, 40, 40};
  const ControlRect touched{550, 100, 300, 400};
  const ControlRect tip = tip_place({300, 200}, 16, {cell, {touched}, window}, window);
  EXPECT_FALSE(overlap(tip, touched));
  EXPECT_FALSE(overlap(tip, cell));
}

TEST(TipPlace, LeavesThePanelsBesideTheStageInSight) {
  const ControlRect stage{260, 60, 500, 500};
  const ControlRect touched{480, 60, 280, 500};  // All to the right of the cell.
  const ControlRect tip = tip_place({300, 80}, 16, {{320, 200, 40, 40}, {touched}, stage}, window);
  EXPECT_GE(tip.x, stage.x);
  EXPECT_GE(tip.y, 240) << "under the cell";
}

TEST(TipPlace, GoesBelowAllThatTheCellTouches) {
  const ControlRect touched{0, 0, 1000, 300};  // All around it.
  const ControlRect tip = tip_place({300, 200}, 16, {{800, 100, 40, 40}, {touched}, window}, window);
  EXPECT_FALSE(overlap(tip, touched));
  EXPECT_LE(tip.x + tip.width, window.width);
}

TEST(TipPlace, EndsWithItsCellWhereItCannotBeginWithIt) {
  const ControlRect stage{260, 60, 500, 500};
  const ControlRect tip = tip_place({300, 400}, 16, {{700, 500, 40, 40}, {}, stage}, window);
  EXPECT_LE(tip.x + tip.width, stage.x + stage.width);
  EXPECT_LE(tip.y + tip.height, stage.y + stage.height);
}

TEST(TipPlace, IsInsideEvenWhereNoSideHasRoom) {
  const ControlRect tip = tip_place({400, 300}, 16, {{10, 10, 980, 580}, {}, window}, window);
  EXPECT_GE(tip.x, 0);
  EXPECT_LE(tip.x + tip.width, window.width);
  EXPECT_GE(tip.y, 0);
  EXPECT_LE(tip.y + tip.height, window.height);
}

}  // namespace
}  // namespace convscope
