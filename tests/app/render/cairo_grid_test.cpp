#include "tests/app/render/cairo_picture.h"

namespace convscope::testing {
namespace {

using CairoGrid = CairoPicture;

TEST_F(CairoGrid, GridLinesAreSharpAndCentredOnTheirEdge) {
  const Image image = render(plain_plane());
  for (int column = 0; column <= 3; ++column) {
    const int edge = kLeft + column * kCell;
    const int y = kTop + 10;
    EXPECT_EQ(image.at(edge - 2, y), column == 0 ? kBackground : kFill);
    EXPECT_EQ(image.at(edge - 1, y), kLine);
    EXPECT_EQ(image.at(edge, y), kLine);
    EXPECT_EQ(image.at(edge + 1, y), column == 3 ? kBackground : kFill);
  }
  for (int row = 0; row <= 2; ++row) {
    const int edge = kTop + row * kCell;
    EXPECT_EQ(image.at(kLeft + 10, edge - 1), kLine);
    EXPECT_EQ(image.at(kLeft + 10, edge), kLine);
  }
  EXPECT_EQ(image.at(kLeft - 1, kTop - 1), kLine) << "the corner is mitred";
  EXPECT_EQ(image.at(kLeft + 3 * kCell, kTop + 2 * kCell), kLine);
}

TEST_F(CairoGrid, LineWidthFollowsTheContentScale) {
  Scene scene = empty_scene();
  scene.content_scale = 3;
  scene.items.emplace_back(plain_plane());
  const Image image = render(scene);
  EXPECT_EQ(image.at(kLeft - 4, kTop + 20), kBackground);
  EXPECT_EQ(image.at(kLeft - 3, kTop + 20), kLine);
  EXPECT_EQ(image.at(kLeft + 2, kTop + 20), kLine);
  EXPECT_EQ(image.at(kLeft + 3, kTop + 20), kFill);
}

TEST_F(CairoGrid, LinesOfTinyCellsDoNotCoverTheirPlane) {
  Scene scene = empty_scene();
  Plane plane = plain_plane();
  scene.camera.scale = 1;
  plane.origin = {10, 10, 0};
  plane.rows = plane.columns = 200;
  plane.filled = 200 * 200;
  plane.border.cells = {4, 4, 4, 4};
  plane.border.line = color_of(kRed);
  scene.items.emplace_back(plane);
  const Image image = render(scene);
  EXPECT_EQ(image.at(100, 100), kFill);
  EXPECT_EQ(image.at(10, 100), kLine) << "the outline stays";
  EXPECT_EQ(image.at(6, 100), kRed) << "and the padding's";
  EXPECT_EQ(image.at(100, 6), kRed);
  EXPECT_EQ(image.at(8, 100), kBackground);
}

TEST_F(CairoGrid, LineColourDoesNotPileUpWhereLinesCross) {
  Plane plane = plain_plane();
  plane.line = rgb(0x000000, 0.5F);
  const Image image = render(plane);
  const std::uint32_t once = over(plane.line, kFill);
  expect_near(image.at(kLeft + kCell, kTop + 10), once, 1);
  expect_near(image.at(kLeft + kCell, kTop + kCell), once, 1);
}

TEST_F(CairoGrid, EveryEdgeOfPaddingIsDashedFromItsFirstCorner) {
  Plane plane = plain_plane();
  plane.border.cells = {1, 2, 1, 1};  // The bottom has two rows.
  plane.border.line = color_of(kRed);
  const Image image = render(plane);
  const auto dashed_along_x = [&](int x, int y) {
    for (int i = 1; i < kCell - 1; ++i) {
      const bool ink = i % 7 < 4;
      EXPECT_EQ(image.at(x + i, y), ink ? kRed : kBackground) << "pixel " << i << " from (" << x << ", " << y << ")";
    }
  };
  dashed_along_x(kLeft - kCell, kTop - kCell);
  dashed_along_x(kLeft + 2 * kCell, kTop - kCell);
  dashed_along_x(kLeft, kTop + 3 * kCell);
  dashed_along_x(kLeft + 3 * kCell, kTop + 4 * kCell);
  dashed_along_x(kLeft - kCell, kTop + kCell);
  EXPECT_EQ(image.at(kLeft + 10, kTop), kLine) << "the plane's own edge stays solid";
  EXPECT_EQ(image.at(kLeft + 3 * kCell + 10, kTop + 5 * kCell), kBackground) << "nothing beyond the padding";
  // Down a column of padding, too.
  for (int i = 1; i < kCell - 1; ++i) {
    EXPECT_EQ(image.at(kLeft - kCell, kTop + i), i % 7 < 4 ? kRed : kBackground) << i;
  }
}

TEST_F(CairoGrid, DashesGrowWithTheContentScale) {
  Scene scene = empty_scene();
  scene.content_scale = 2;
  Plane plane = plain_plane();
  plane.line_width = 1;
  plane.border.cells = {1, 0, 0, 0};
  plane.border.line = color_of(kRed);
  scene.items.emplace_back(plane);
  const Image image = render(scene);
  for (int i = 1; i < kCell - 1; ++i) {
    EXPECT_EQ(image.at(kLeft + i, kTop - kCell), i % 14 < 8 ? kRed : kBackground) << i;
  }
}

TEST_F(CairoGrid, AFrameLiesOverEverythingElse) {
  Plane plane = plain_plane();
  plane.frames = {{.row = 0, .column = 1, .rows = 1, .columns = 1, .color = color_of(kRed), .width = 4}};
  const Image image = render(plane);
  const int edge = kLeft + kCell;
  EXPECT_EQ(image.at(edge - 3, kTop + 20), kFill);
  EXPECT_EQ(image.at(edge - 2, kTop + 20), kRed);
  EXPECT_EQ(image.at(edge + 1, kTop + 20), kRed);
  EXPECT_EQ(image.at(edge + 2, kTop + 20), kFill);
  EXPECT_EQ(image.at(edge - 2, kTop - 2), kRed) << "the corner is mitred";
}

TEST_F(CairoGrid, LaterFramesLieOverEarlierOnes) {
  Plane plane = plain_plane();
  const CellFrame wide{.row = 0, .column = 0, .rows = 2, .columns = 2, .color = color_of(kRed), .width = 4};
  const CellFrame narrow{.row = 0, .column = 0, .rows = 1, .columns = 1, .color = color_of(kNumber), .width = 2};
  plane.frames = {wide, narrow};
  plane.opacity = 1;
  const Image image = render(plane);
  EXPECT_EQ(image.at(kLeft - 2, kTop + 10), kRed);
  EXPECT_EQ(image.at(kLeft - 1, kTop + 10), kNumber);
  EXPECT_EQ(image.at(kLeft - 1, kTop + kCell + 10), kRed);
  plane.opacity = 0.5F;
  expect_near(render(plane).at(kLeft - 2, kTop + kCell + 10), over(rgb(kRed & 0xffffff, 0.5F), kBackground), 1);
}

}  // namespace
}  // namespace convscope::testing
