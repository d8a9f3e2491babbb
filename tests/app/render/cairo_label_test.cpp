#include <string>

#include "tests/app/render/cairo_picture.h"

namespace convscope::testing {
namespace {

using CairoLabels = CairoPicture;

TEST_F(CairoLabels, LabelsStartEndOrCentreAtTheirAnchor) {
  const std::string text = "HIH";
  const float width = fonts_.text_width(FontFace::bold, text, 30);
  for (const float anchor : {0.0F, 0.5F, 1.0F}) {
    Scene scene = empty_scene();
    const Image empty = render(scene);
    scene.items.emplace_back(Label{.text = text,
                                   .position = {5, 4, 0},
                                   .offset = {3, -10},
                                   .anchor_x = anchor,
                                   .size = 30,
                                   .face = FontFace::bold,
                                   .color = color_of(kRed),
                                   .name = {}});
    const Box ink = difference(render(scene), empty);
    const float start = 203 - anchor * width;
    EXPECT_NEAR(ink.left, start + 2, 2) << anchor;
    EXPECT_NEAR(ink.right, start + width - 2, 2) << anchor;
    EXPECT_EQ(ink.bottom, 150) << "flat feet stand on the base line";
  }
}

TEST_F(CairoLabels, LabelsGrowWithTheContentScale) {
  Scene scene = empty_scene();
  const Image empty = render(scene);
  scene.items.emplace_back(
      Label{.text = "H", .position = {2, 5, 0}, .offset = {10, 0}, .size = 20, .color = color_of(kRed), .name = {}});
  const Box once = difference(render(scene), empty);
  scene.content_scale = 3;
  const Box thrice = difference(render(scene), empty);
  EXPECT_NEAR(thrice.bottom - thrice.top, 3 * (once.bottom - once.top), 3);
  EXPECT_NEAR(thrice.left - 80, 3 * (once.left - 80), 3);
}

TEST_F(CairoLabels, SignsThatTheFirstFaceLacksAreDrawnByTheFallback) {
  Scene scene = empty_scene();
  const Image empty = render(scene);
  const auto ink = [&](const std::string& text) {
    Scene copy = scene;
    copy.items.emplace_back(
        Label{.text = text, .position = {2, 2, 0}, .offset = {}, .size = 40, .color = color_of(kRed), .name = {}});
    return render(copy);
  };
  const Image unknown = ink("\U0010fffd");
  EXPECT_NE(ink("\u230a"), unknown);
  EXPECT_NE(ink("\u230a"), empty);
  EXPECT_NE(ink("\u230a"), ink("\u230b"));
}

}  // namespace
}  // namespace convscope::testing
