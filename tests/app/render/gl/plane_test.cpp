#include "tests/app/render/gl/picture_test.h"

namespace convscope::testing {
namespace {

/// Middle of a cell of make_plane, in pixels.
constexpr int middle(int cell) { return 50 + 20 * cell; }

using GlPlane = PictureTest;

TEST_F(GlPlane, FillsComputedAndPendingCellsInRowMajorOrder) {
  Plane plane = make_plane();
  plane.filled = 6;
  const Picture picture = draw(plane);
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 4; ++column) {
      const Color expected = 4 * row + column < 6 ? plane.fill : plane.pending_fill;
      EXPECT_TRUE(same_color(picture.at(middle(column), middle(row)), solid(expected))) << row << ", " << column;
    }
  }
  EXPECT_TRUE(same_color(picture.at(79, 79), solid(plane.fill))) << "the last pixel of cell (1, 1)";
  EXPECT_TRUE(same_color(picture.at(80, 79), solid(plane.pending_fill))) << "the first pixel of cell (1, 2)";
  EXPECT_TRUE(same_color(picture.at(39, 40), solid(white)));
  EXPECT_TRUE(same_color(picture.at(119, 99), solid(plane.pending_fill)));
  EXPECT_TRUE(same_color(picture.at(120, 99), solid(white)));
}

TEST_F(GlPlane, SharesAPixelThatAnEdgeDivides) {
  Plane plane = make_plane();
  plane.origin = {0.0125F, 0, 0};  // A quarter of a pixel.
  const Picture picture = draw(plane);
  EXPECT_TRUE(same_color(picture.at(40, 50), blended(blue, white, 0.75F)));
  EXPECT_TRUE(same_color(picture.at(120, 50), blended(blue, white, 0.25F)));
}

TEST_F(GlPlane, BlendsTheLatticeOverTakenCellsOnly) {
  Plane plane = make_plane();
  const Color overlay = rgb(0x073642, 0.42F);
  CellLattice lattice = make_lattice(0, 1, {2, 2}, overlay);
  lattice.row_spacing = 2;
  lattice.column_spacing = 2;
  plane.lattices = {lattice};
  const Picture picture = draw(plane);
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 4; ++column) {
      const bool taken = row % 2 == 0 && column % 2 == 1;
      EXPECT_TRUE(same_color(picture.at(middle(column), middle(row)), taken ? blended(overlay, blue) : solid(blue)))
          << row << ", " << column;
    }
  }
}

TEST_F(GlPlane, LetsTheLatticeSlideInFractionsAndOverThePadding) {
  Plane plane = make_plane();
  plane.border.cells = {1, 1, 1, 1};
  const Color overlay = rgb(0x000000, 0.5F);
  plane.lattices = {make_lattice(-1, 0.5F, {2, 1}, overlay)};
  const Picture picture = draw(plane);
  EXPECT_TRUE(same_color(picture.at(60, 30), blended(overlay, white))) << "in the padding";
  EXPECT_TRUE(same_color(picture.at(50, 50), blended(overlay, blue)));
  EXPECT_TRUE(same_color(picture.at(49, 50), solid(blue)));
  EXPECT_TRUE(same_color(picture.at(69, 50), blended(overlay, blue)));
  EXPECT_TRUE(same_color(picture.at(70, 50), solid(blue)));
  EXPECT_TRUE(same_color(picture.at(60, 40), blended(overlay, blue))) << "no seam between cells that touch";
  EXPECT_TRUE(same_color(picture.at(60, 61), solid(blue)));
}

TEST_F(GlPlane, CentresGridLinesOnTheEdges) {
  Plane plane = make_plane();
  plane.line = black;
  const Picture picture = draw(plane);
  for (const int edge : {40, 60, 80, 100, 120}) {
    EXPECT_TRUE(same_color(picture.at(edge - 1, 50), solid(black))) << edge;
    EXPECT_TRUE(same_color(picture.at(edge, 50), solid(black))) << edge;
  }
  EXPECT_TRUE(same_color(picture.at(61, 50), solid(blue)));
  EXPECT_TRUE(same_color(picture.at(58, 50), solid(blue)));
  EXPECT_TRUE(same_color(picture.at(38, 50), solid(white)));
  EXPECT_TRUE(same_color(picture.at(121, 50), solid(white)));
  EXPECT_TRUE(same_color(picture.at(39, 39), solid(black))) << "the outline's corner is mitred";
  EXPECT_TRUE(same_color(picture.at(50, 59), solid(black))) << "between rows";
  EXPECT_TRUE(same_color(picture.at(50, 61), solid(blue)));
}

TEST_F(GlPlane, DrawsAThinLineAsHalfCoveredPixels) {
  Plane plane = make_plane();
  plane.line = black;
  plane.line_width = 1;
  const Picture picture = draw(plane);
  EXPECT_TRUE(same_color(picture.at(59, 50), blended(black, blue, 0.5F)));
  EXPECT_TRUE(same_color(picture.at(60, 50), blended(black, blue, 0.5F)));
}

TEST_F(GlPlane, WidensLinesByTheContentScale) {
  Scene scene = make_scene(size);
  scene.content_scale = 2;
  Plane plane = make_plane();
  plane.line = black;
  scene.items.emplace_back(plane);
  const Picture picture = draw(scene);
  EXPECT_TRUE(same_color(picture.at(58, 50), solid(black)));
  EXPECT_TRUE(same_color(picture.at(61, 50), solid(black)));
  EXPECT_TRUE(same_color(picture.at(57, 50), solid(blue)));
}

TEST_F(GlPlane, DoesNotPileUpTranslucentLinesWhereTheyCross) {
  Plane plane = make_plane();
  plane.line = with_alpha(black, 0.5F);
  const Picture picture = draw(plane);
  EXPECT_TRUE(same_color(picture.at(60, 60), blended(plane.line, blue)));
  EXPECT_TRUE(same_color(picture.at(60, 50), blended(plane.line, blue)));
}

TEST_F(GlPlane, FadesInnerLinesThatWouldHideTheCells) {
  Scene scene = make_scene(size);
  scene.camera.scale = 2;
  Plane plane = make_plane();
  plane.rows = 40;
  plane.columns = 60;
  plane.filled = plane.rows * plane.columns;
  plane.line = black;
  plane.border.cells = {2, 2, 2, 2};
  plane.border.line = orange;
  scene.items.emplace_back(plane);
  const Picture picture = draw(scene);
  for (int x = 42; x < 158; ++x) {
    ASSERT_TRUE(same_color(picture.at(x, 80), solid(blue))) << x;
  }
  EXPECT_TRUE(same_color(picture.at(40, 80), solid(black))) << "the outline stays";
  EXPECT_TRUE(same_color(picture.at(36, 80), solid(orange))) << "and the padding's";
  EXPECT_TRUE(same_color(picture.at(38, 80), solid(white)));
}

TEST_F(GlPlane, KeepsTheWholeOutlineAroundTinyCells) {
  Scene scene = make_scene(size);
  scene.camera.scale = 0.5F;
  Plane plane = make_plane();
  plane.rows = 120;
  plane.columns = 160;
  plane.filled = plane.rows * plane.columns;
  plane.line = black;
  plane.line_width = 4;
  plane.border.cells = {40, 40, 40, 40};
  for (const float alpha : {1.0F, 0.5F}) {
    plane.border.line = with_alpha(orange, alpha);
    scene.items = {plane};
    const Picture padded = draw(scene);
    for (const int x : {18, 19, 20, 21, 138, 139, 140, 141}) {
      EXPECT_TRUE(same_color(padded.at(x, 70), blended(plane.border.line, white))) << x << ", alpha " << alpha;
    }
    EXPECT_TRUE(same_color(padded.at(22, 70), solid(white)));
  }
  plane.border.cells = {};
  scene.items = {plane};
  const Picture picture = draw(scene);
  for (const int x : {38, 39, 40, 41, 118, 119, 120, 121}) {
    EXPECT_TRUE(same_color(picture.at(x, 70), solid(black))) << x;
  }
  EXPECT_TRUE(same_color(picture.at(42, 70), solid(blue)));
  EXPECT_TRUE(same_color(picture.at(37, 70), solid(white)));
}

TEST_F(GlPlane, DashesThePaddingFromEachCellsStart) {
  Plane plane = make_plane();
  plane.line = black;
  plane.border.cells = {1, 1, 1, 1};
  plane.border.line = orange;
  const Picture picture = draw(plane);
  for (int cell = 0; cell < 6; ++cell) {
    const int start = 20 + 20 * cell;  // Dashes cover 0 … 4, 7 … 11 and 14 … 18 of 20 pixels.
    for (const int offset : {1, 3, 8, 10, 15, 17}) {
      EXPECT_TRUE(same_color(picture.at(start + offset, 20), solid(orange))) << "above, " << cell << "+" << offset;
      EXPECT_TRUE(same_color(picture.at(start + offset, 19), solid(orange))) << "above, " << cell << "+" << offset;
    }
    for (const int offset : {5, 12, 13}) {
      EXPECT_TRUE(same_color(picture.at(start + offset, 20), solid(white))) << "above, " << cell << "+" << offset;
    }
  }
  EXPECT_TRUE(same_color(picture.at(20, 48), solid(orange))) << "to the left, row 0";
  EXPECT_TRUE(same_color(picture.at(20, 46), solid(white)));
  EXPECT_TRUE(same_color(picture.at(60, 28), solid(orange))) << "between two cells above";
  EXPECT_TRUE(same_color(picture.at(60, 26), solid(white)));
  EXPECT_TRUE(same_color(picture.at(30, 30), solid(white))) << "no fill";
}

TEST_F(GlPlane, LeavesEdgesSharedWithThePaddingToTheGrid) {
  Plane plane = make_plane();
  plane.line = black;
  plane.border.cells = {1, 1, 1, 1};
  plane.border.line = orange;
  const Picture picture = draw(plane);
  for (int x = 42; x < 118; ++x) {
    ASSERT_TRUE(same_color(picture.at(x, 39), solid(black))) << x;
  }
}

TEST_F(GlPlane, KnowsPaddingOnOneSideAlone) {
  Plane plane = make_plane();
  plane.border.cells = {.top = 0, .bottom = 0, .left = 0, .right = 2};
  plane.border.line = orange;
  const Picture picture = draw(plane);
  EXPECT_TRUE(same_color(picture.at(160, 41), solid(orange)));
  EXPECT_TRUE(same_color(picture.at(121, 40), solid(orange)));
  EXPECT_TRUE(same_color(picture.at(30, 50), solid(white)));
  EXPECT_TRUE(same_color(picture.at(41, 40), solid(blue))) << "the plane's own edge is not dashed";
  EXPECT_TRUE(same_color(picture.at(50, 105), solid(white)));
}

TEST_F(GlPlane, DrawsTheFrameOnItsOutlineOnly) {
  Plane plane = make_plane();
  plane.frames = {CellFrame{.row = 0.5F, .column = 1, .rows = 2, .columns = 2, .color = orange, .width = 4}};
  const Picture picture = draw(plane);
  for (const int x : {58, 59, 60, 61, 98, 101}) {
    EXPECT_TRUE(same_color(picture.at(x, 70), solid(orange))) << x;
  }
  for (const int y : {48, 51, 88, 91}) {
    EXPECT_TRUE(same_color(picture.at(80, y), solid(orange))) << y;
  }
  EXPECT_TRUE(same_color(picture.at(58, 48), solid(orange))) << "mitred corner";
  EXPECT_TRUE(same_color(picture.at(57, 70), solid(blue)));
  EXPECT_TRUE(same_color(picture.at(62, 70), solid(blue)));
  EXPECT_TRUE(same_color(picture.at(80, 70), solid(blue)));
}

TEST_F(GlPlane, FollowsASlantedCamera) {
  Scene scene = make_scene(size);
  scene.camera.axis_x = {1, -0.5F};
  scene.camera.axis_y = {0.7F, 0.65F};
  scene.camera.shift = {30, 80};
  Plane plane = make_plane();
  plane.line = black;
  plane.filled = 5;
  scene.items.emplace_back(plane);
  const Picture picture = draw(scene);
  const auto at = [&](float column, float row) {
    const Vec2 p = scene.camera.project({column, row, 0});
    return picture.at(static_cast<int>(p.x), static_cast<int>(p.y));
  };
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 4; ++column) {
      const Color expected = 4 * row + column < 5 ? plane.fill : plane.pending_fill;
      EXPECT_TRUE(same_color(at(static_cast<float>(column) + 0.5F, static_cast<float>(row) + 0.5F), solid(expected)))
          << row << ", " << column;
    }
  }
  EXPECT_LT(at(2, 1.5F)[2], 110) << "on the line between two columns";
  EXPECT_LT(at(1.5F, 1)[2], 110) << "on the line between two rows";
  EXPECT_TRUE(same_color(at(-0.3F, 1.5F), solid(white)));
  EXPECT_TRUE(same_color(at(4.3F, 1.5F), solid(white)));
  EXPECT_TRUE(same_color(at(2, -0.3F), solid(white)));
}

TEST_F(GlPlane, IsNothingWhenSeenFromItsEdge) {
  Plane plane = make_numbered_plane();
  plane.row_step = {0, 0, 1};  // The camera looks along z.
  plane.frames = {CellFrame{.row = 0, .column = 0, .rows = 2, .columns = 2, .color = orange}};
  const Picture picture = draw(plane);
  EXPECT_EQ(difference(picture, draw(make_scene(size))).right, 0);
}

}  // namespace
}  // namespace convscope::testing
