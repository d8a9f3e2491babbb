#include <vector>

#include "tests/app/render/cairo_picture.h"

namespace convscope::testing {
namespace {

using CairoScene = CairoPicture;

TEST_F(CairoScene, AnEmptySceneIsItsBackground) {
  const Image image = render(empty_scene());
  EXPECT_EQ(image.width, 400);
  EXPECT_EQ(image.height, 300);
  EXPECT_EQ(image.pixels, std::vector<std::uint32_t>(400 * 300, kBackground));
}

TEST_F(CairoScene, ABackgroundWithoutAlphaLeavesPixelsTransparent) {
  Scene scene = empty_scene();
  scene.background.alpha = 0;
  scene.items.emplace_back(plain_plane());
  const Image image = render(scene);
  EXPECT_EQ(image.at(0, 0), 0U);
  EXPECT_EQ(at(image, quiet_spot(0, 0)), kFill);
}

TEST_F(CairoScene, HalfTransparentPaintKeepsItsColourOnNothing) {
  Scene scene = empty_scene();
  scene.background.alpha = 0;
  Plane plane = plain_plane();
  plane.fill = rgb(0xc08040, 0.5F);
  scene.items.emplace_back(plane);
  expect_near(at(render(scene), quiet_spot(0, 0)), 0x80c08040, 1);
}

TEST_F(CairoScene, LaterItemsCoverEarlierOnes) {
  Scene scene = empty_scene();
  Plane later = plain_plane();
  later.fill = color_of(kRed);
  scene.items.emplace_back(plain_plane());
  scene.items.emplace_back(later);
  EXPECT_EQ(at(render(scene), quiet_spot(0, 0)), kRed);
}

TEST_F(CairoScene, EqualScenesGiveEqualPixels) {
  Scene scene = empty_scene();
  Plane plane = plain_plane();
  plane.values = values_of(2, 3, {1, -2.5F, 3, 4, 5e7F, 6});
  plane.numbers = true;
  scene.items.emplace_back(plane);
  scene.items.emplace_back(
      Label{.text = "input \u2192", .position = {1, 1, 0}, .offset = {}, .color = color_of(kRed), .name = {}});
  const Image first = render(scene);
  EXPECT_EQ(render(scene), first);
  EXPECT_EQ(render_cairo(scene, FontSet::load().value()), first) << "with fonts loaded anew";
}

}  // namespace
}  // namespace convscope::testing
