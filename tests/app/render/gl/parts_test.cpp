#include <algorithm>

#include "app/render/gl/plane_areas.h"
#include "app/render/gl/plane_mesh.h"
#include "app/render/gl/plane_unread.h"
#include "tests/app/render/gl/picture_test.h"

namespace convscope::testing {
namespace {

Plane make_lined_plane() {
  Plane plane = make_plane();
  plane.line = black;
  return plane;
}

/// Colours may differ by one step of rounding.
::testing::AssertionResult same_picture(const Picture& actual, const Picture& expected) {
  for (int y = 0; y < expected.height; ++y) {
    for (int x = 0; x < expected.width; ++x) {
      if (const auto same = same_color(actual.at(x, y), expected.at(x, y)); !same) {
        return ::testing::AssertionFailure() << x << ", " << y << ": " << same.message();
      }
    }
  }
  return ::testing::AssertionSuccess();
}

using GlParts = PictureTest;

TEST_F(GlParts, DrawsOnlyWhatIsVisible) {
  Plane plane = make_lined_plane();
  const Picture whole = draw(plane);
  plane.visible = {{0, 0, 1, 4}, {1, 3, 2, 1}};
  const Picture picture = draw(plane);
  for (int y = 30; y < 110; ++y) {
    for (int x = 30; x < 130; ++x) {
      const bool shown = y < 60 || x >= 100;
      const bool hidden = y >= 63 && x < 97;
      if (shown) {
        ASSERT_TRUE(same_color(picture.at(x, y), whole.at(x, y))) << x << ", " << y;
      } else if (hidden) {
        ASSERT_TRUE(same_color(picture.at(x, y), solid(white))) << x << ", " << y;
      }
    }
  }
}

TEST_F(GlParts, DrawsNoPixelTwice) {
  Plane plane = make_lined_plane();
  plane.fill = with_alpha(blue, 0.5F);
  plane.origin = {0.02F, 0.03F, 0};
  const Picture whole = draw(plane);
  plane.visible = {{0, 0, 3, 2.25F}, {0, 2.25F, 3, 1.75F}, {1, 1, 1, 2}};
  EXPECT_TRUE(same_picture(draw(plane), whole));
  plane.lattices = {make_lattice(0.3F, 0.6F, {1, 2}, with_alpha(orange, 0)),
                    make_lattice(1.2F, 1.7F, {1, 1}, with_alpha(orange, 0))};
  EXPECT_TRUE(same_picture(draw(plane), whole));
}

TEST_F(GlParts, LeavesOutWhatOtherPlanesHide) {
  Scene scene = make_scene(size);
  const Plane below = make_lined_plane();
  Plane above = make_lined_plane();
  above.fill = orange;
  above.origin = {0.33F, -0.41F, 0};
  scene.items = {below, above};
  const Picture skipping = draw(scene);
  // A cover that is not quite opaque hides nothing, and looks the same.
  std::get<Plane>(scene.items[1]).fill.alpha = 0.99999F;
  const Picture drawing_all = draw(scene);
  EXPECT_TRUE(same_picture(skipping, drawing_all));
}

float area(const gl::PlaneMesh& mesh) {
  float sum = 0;
  for (const gl::PartGroup& group : mesh) {
    for (const gl::PlanePart& part : group.parts) {
      sum += (part.right - part.left) * (part.bottom - part.top);
    }
  }
  return sum;
}

TEST(GlMesh, HasNothingOfWhatLiesOffThePicture) {
  Scene scene = make_scene({200, 160});
  Plane plane = make_plane();
  plane.rows = plane.columns = 1000;
  plane.filled = 1000000;
  // Eight columns and six rows are on the picture, and a pixel around them.
  EXPECT_NEAR(area(gl::plane_mesh(scene, plane, {})), 8.15F * 6.15F, 0.2F);
  scene.camera.shift = {500, 40};
  EXPECT_TRUE(gl::plane_mesh(scene, plane, {}).empty());
}

TEST(GlMesh, LeavesOnlyAStripOfWhatOpaquePlanesCover) {
  const Scene scene = make_scene({200, 160});
  const Plane below = make_plane();
  Plane above = below;
  above.origin = {1, 0, 0};
  const std::vector<SceneItem> covers{above};
  const float all = area(gl::plane_mesh(scene, below, {}));
  EXPECT_NEAR(all, 4.2F * 3.2F, 0.01F);
  EXPECT_NEAR(all - area(gl::plane_mesh(scene, below, covers)), 2.95F * 2.9F, 0.3F);
  above.opacity = 0.5F;
  EXPECT_EQ(area(gl::plane_mesh(scene, below, std::vector<SceneItem>{above})), all);
  above.opacity = 1;
  above.row_step = {0.1F, 1, 0};
  EXPECT_EQ(area(gl::plane_mesh(scene, below, std::vector<SceneItem>{above})), all) << "not parallel";
}

TEST(GlMesh, KnowsWhichPlanesHideWhatLiesBelow) {
  Plane plane = make_plane();
  EXPECT_TRUE(gl::is_opaque(plane));
  plane.filled = 3;
  EXPECT_TRUE(gl::is_opaque(plane));
  plane.pending_fill.alpha = 0.5F;
  EXPECT_FALSE(gl::is_opaque(plane));
  plane = make_plane();
  plane.lattices = {make_lattice(0, 0, {1, 1}, orange)};
  EXPECT_TRUE(gl::is_opaque(plane));
  plane.lattices.front().cut = true;
  EXPECT_FALSE(gl::is_opaque(plane));
  plane = make_plane();
  plane.stretch = {{2, 2}, with_alpha(white, 0.5F), black};
  EXPECT_FALSE(gl::is_opaque(plane));
}

}  // namespace
}  // namespace convscope::testing
