#include <cmath>
#include <memory>

#include "app/render/style.h"
#include "tests/app/render/cairo_picture.h"

namespace convscope::testing {
namespace {

using CairoCells = CairoPicture;

TEST_F(CairoCells, CellsAreFilledInRowMajorOrder) {
  for (std::int64_t filled = 0; filled <= 6; ++filled) {
    Plane plane = plain_plane();
    plane.filled = filled;
    const Image image = render(plane);
    for (std::int64_t cell = 0; cell < 6; ++cell) {
      EXPECT_EQ(at(image, quiet_spot(cell / 3, cell % 3)), cell < filled ? kFill : kPending)
          << "cell " << cell << " of " << filled;
    }
  }
}

TEST_F(CairoCells, SlantedCellsLieWhereTheCameraLeadsThem) {
  Scene scene = empty_scene();
  scene.camera.axis_x = {1, -0.5F};
  scene.camera.axis_y = {0.7F, 0.65F};
  scene.camera.axis_z = {0, -1};
  scene.camera.shift = {60, 150};
  Plane plane = plain_plane();
  plane.origin = {0, 0, 0.5F};
  plane.filled = 4;
  scene.items.emplace_back(plane);
  const Image image = render(scene);
  for (std::int64_t cell = 0; cell < 6; ++cell) {
    const Vec3 centre{static_cast<float>(cell % 3) + 0.5F, static_cast<float>(cell / 3) + 0.5F, 0.5F};
    EXPECT_EQ(at(image, scene.camera.project(centre)), cell < 4 ? kFill : kPending) << cell;
  }
  EXPECT_EQ(at(image, scene.camera.project({-0.2F, 1, 0.5F})), kBackground);
  EXPECT_EQ(at(image, scene.camera.project({3.2F, 1, 0.5F})), kBackground);
}

/// Row 1 and the padding below are never read, nor is column 2.
Plane hatched_plane() {
  Plane plane = plain_plane();
  plane.line.alpha = 0;
  plane.border.cells = {.top = 0, .bottom = 1, .left = 0, .right = 0};
  plane.reads = std::make_shared<const LayerReads>(
      LayerReads{.rows = {.first = 0, .counts = {3, 0, 0}, .kernel_cells = {1, 0, 0}},
                 .columns = {.first = 0, .counts = {1, 2, 0}, .kernel_cells = {1, 3, 0}}});
  plane.hatch = color_of(kRed);
  return plane;
}

TEST_F(CairoCells, WhatIsNeverReadIsHatchedOverPlaneAndPadding) {
  const Image image = render(hatched_plane());
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 3; ++column) {
      const bool unread = row > 0 || column == 2;
      const int bare = count_in_cell(image, row, column, row < 2 ? kFill : kBackground);
      const int all = (kCell - 6) * (kCell - 6);
      EXPECT_LE(bare, unread ? all * 4 / 5 : all) << row << ", " << column;
      EXPECT_GE(bare, unread ? all / 4 : all) << row << ", " << column;
    }
  }
  EXPECT_EQ(image.at(kLeft + 3 * kCell + 2, kTop + 20), kBackground) << "nothing beyond";
}

TEST_F(CairoCells, HatchingIsLinesThatRiseFromThePlanesCorner) {
  const Image image = render(hatched_plane());
  // Along a row of pixels a line comes every spacing · √2; it covers those whose middle is near enough.
  const float apart = std::sqrt(2.0F) * style::hatch_spacing;
  const float half = style::hatch_width / 2 * std::sqrt(2.0F);
  for (int y = kTop + kCell + 2; y < kTop + 3 * kCell - 2; y += 5) {
    for (int x = kLeft + 2; x < kLeft + 3 * kCell - 2; ++x) {
      const float sum = static_cast<float>(x - kLeft + y - kTop) + 1;
      const float distance = std::abs(sum - apart * std::round(sum / apart));
      if (distance < half - 1) {
        EXPECT_EQ(image.at(x, y), kRed) << x << ", " << y;
      } else if (distance > half + 1) {
        EXPECT_NE(image.at(x, y), kRed) << x << ", " << y;
      }
    }
  }
}

TEST_F(CairoCells, HatchingMovesWithThePlane) {
  Plane plane = hatched_plane();
  const Image before = render(plane);
  plane.origin.x += 3.0F / kCell;
  const Image after = render(plane);
  for (int y = kTop + kCell; y < kTop + 2 * kCell; ++y) {
    for (int x = kLeft + 2; x < kLeft + 3 * kCell - 6; ++x) {
      ASSERT_EQ(after.at(x + 3, y), before.at(x, y));
    }
  }
}

TEST_F(CairoCells, WithoutAColourNothingIsHatched) {
  Plane plane = hatched_plane();
  plane.hatch.alpha = 0;
  const Image image = render(plane);
  EXPECT_EQ(count_in_cell(image, 1, 1, kFill), (kCell - 6) * (kCell - 6));
}

/// Cells far outside of the picture do not disturb those inside.
TEST_F(CairoCells, AHugePlaneIsDrawnWhereItIsSeen) {
  Scene scene = empty_scene();
  scene.camera.scale = 100;
  Plane plane = plane_of(30000, 30000);
  plane.origin = {-20000, -10000, 0};
  plane.border.cells = {1, 1, 1, 1};
  scene.items.emplace_back(plane);
  const Image image = render(scene);
  EXPECT_EQ(image.at(150, 150), kFill);
  EXPECT_EQ(image.at(100, 150), kLine);
  EXPECT_EQ(image.at(150, 200), kLine);
}

}  // namespace
}  // namespace convscope::testing
