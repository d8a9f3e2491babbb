#include <cmath>

#include "app/render/style.h"
#include "tests/app/render/gl/picture_test.h"

namespace convscope::testing {
namespace {

AxisReads axis_reads_of(std::int64_t first, std::vector<std::int64_t> counts) {
  AxisReads reads;
  reads.first = first;
  reads.kernel_cells.resize(counts.size());
  reads.counts = std::move(counts);
  return reads;
}

/// make_plane with one cell of padding; row 1 and the last two columns, one of them padding, are never read.
Plane make_unread_plane() {
  Plane plane = make_plane();
  plane.border.cells = {1, 1, 1, 1};
  plane.hatch = black;
  plane.reads = std::make_shared<LayerReads>(
      LayerReads{axis_reads_of(-1, {1, 1, 0, 1, 1}), axis_reads_of(-1, {2, 2, 2, 2, 0, 0})});
  return plane;
}

/// How far a pixel's centre lies from the nearest hatching line, with cell (0, 0) at (40, 40).
double from_line(int x, int y) {
  const double spacing = static_cast<double>(style::hatch_spacing);
  const double across = (x + 0.5 - 40 + y + 0.5 - 40) / std::sqrt(2.0);
  return std::abs(across - spacing * std::round(across / spacing));
}

using GlHatching = PictureTest;

TEST_F(GlHatching, CoversWhatIsNeverReadAndNothingElse) {
  const Picture picture = draw(make_unread_plane());
  for (int y = 21; y < 119; ++y) {
    for (int x = 21; x < 139; ++x) {
      const bool unread = (y >= 60 && y < 80) || x >= 100;
      const bool inside = x >= 40 && x < 120 && y >= 40 && y < 100;
      const Color ground = inside ? blue : white;
      const double distance = from_line(x, y);
      if (!unread || distance > 1.3) {
        ASSERT_TRUE(same_color(picture.at(x, y), solid(ground))) << x << ", " << y;
      } else if (distance < 0.2) {
        ASSERT_TRUE(same_color(picture.at(x, y), solid(black))) << x << ", " << y;
      }
    }
  }
  EXPECT_TRUE(same_color(picture.at(150, 70), solid(white))) << "not beyond the padding";
}

TEST_F(GlHatching, MovesWithItsPlane) {
  Scene scene = make_scene(size);
  scene.items = {make_unread_plane()};
  const Picture before = draw(scene);
  scene.camera.shift = {47, 51};
  const Picture after = draw(scene);
  for (int y = 21; y < 119; ++y) {
    for (int x = 21; x < 139; ++x) {
      ASSERT_TRUE(same_color(after.at(x + 7, y + 11), before.at(x, y))) << x << ", " << y;
    }
  }
}

TEST_F(GlHatching, LiesOverLatticesAndUnderLines) {
  Plane plane = make_unread_plane();
  plane.lattices = {make_lattice(1, 0, {1, 1}, orange)};
  plane.line = green;
  const Picture picture = draw(plane);
  int hatched = 0;
  for (int x = 42; x < 58; ++x) {
    hatched += from_line(x, 70) < 0.2 ? 1 : 0;
    EXPECT_TRUE(from_line(x, 70) >= 0.2 || same_color(picture.at(x, 70), solid(black))) << x;
    EXPECT_TRUE(from_line(x, 70) <= 1.3 || same_color(picture.at(x, 70), solid(orange))) << x;
  }
  EXPECT_GT(hatched, 0);
  for (int y = 62; y < 78; ++y) {
    EXPECT_TRUE(same_color(picture.at(80, y), solid(green))) << y;
  }
}

TEST_F(GlHatching, LeavesCutsFree) {
  Plane plane = make_unread_plane();
  plane.lattices = {make_lattice(1, 1, {1, 2}, orange)};
  plane.lattices.front().cut = true;
  const Picture picture = draw(plane);
  for (int x = 61; x < 99; ++x) {
    ASSERT_TRUE(same_color(picture.at(x, 70), solid(white))) << x;
  }
}

TEST_F(GlHatching, KnowsManyGaps) {
  Plane plane = make_unread_plane();
  plane.rows = 5;
  plane.filled = 20;
  plane.reads = std::make_shared<LayerReads>(
      LayerReads{axis_reads_of(-1, {0, 1, 0, 1, 0, 1, 0}), axis_reads_of(-1, {0, 1, 0, 1, 0, 1})});
  const Picture picture = draw(plane);
  for (int y = 41; y < 139; ++y) {
    for (int x = 41; x < 119; ++x) {
      const bool unread = (y / 20) % 2 == 1 || (x / 20) % 2 == 1;
      const bool shaded = !same_color(picture.at(x, y), solid(blue));
      ASSERT_FALSE(shaded && !unread) << x << ", " << y;
      ASSERT_TRUE(shaded || !unread || from_line(x, y) > 0.9) << x << ", " << y;
    }
  }
}

}  // namespace
}  // namespace convscope::testing
