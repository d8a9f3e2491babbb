#include <cmath>

#include "app/render/style.h"
#include "tests/app/render/cairo_picture.h"

namespace convscope::testing {
namespace {

Scene line_scene(Vec3 from, Vec3 to, const Color& color, bool arrow) {
  Scene scene = empty_scene();
  scene.items.emplace_back(Line{.from = from, .to = to, .color = color, .width = 2, .arrow = arrow, .name = {}});
  return scene;
}

using CairoLines = CairoPicture;

TEST_F(CairoLines, GoFromPointToPoint) {
  const Image image = render(line_scene({1, 1, 0}, {3, 1, 0}, color_of(kRed), false));
  EXPECT_EQ(image.at(80, 39), kRed);
  EXPECT_EQ(image.at(80, 40), kRed);
  EXPECT_EQ(image.at(80, 38), kBackground);
  EXPECT_EQ(image.at(80, 41), kBackground);
  EXPECT_EQ(image.at(37, 40), kBackground);
  EXPECT_EQ(image.at(122, 40), kBackground);
}

TEST_F(CairoLines, AnArrowEndsInAHead) {
  const Image image = render(line_scene({1, 1, 0}, {3, 1, 0}, color_of(kRed), true));
  const auto length = static_cast<int>(style::arrow_length);
  EXPECT_EQ(image.at(80, 40), kRed);
  EXPECT_EQ(image.at(80, 42), kBackground) << "beside the shaft";
  // One pixel behind its base the head is nearly as wide to each side as half its length.
  EXPECT_EQ(image.at(120 - length + 1, 40 + length / 2 - 2), kRed);
  EXPECT_EQ(image.at(120 - length + 1, 40 - length / 2 + 2), kRed);
  EXPECT_EQ(image.at(120 - length - 2, 40 + length / 2 - 2), kBackground) << "before the base";
  EXPECT_EQ(image.at(117, 42), kBackground) << "the head narrows";
  EXPECT_EQ(image.at(117, 40), kRed);
  EXPECT_EQ(image.at(121, 40), kBackground) << "the tip is the line's end";
}

TEST_F(CairoLines, AnArrowIsOneShape) {
  const Color half = rgb(kRed & 0xffffff, 0.5F);
  const Image image = render(line_scene({1, 1, 0}, {1, 3, 0}, half, true));
  for (int y = 45; y < 117; ++y) {
    expect_near(image.at(40, y), over(half, kBackground), 1);
  }
}

TEST_F(CairoLines, AnArrowShorterThanItsHeadIsTheHeadAlone) {
  const Image image = render(line_scene({1, 1, 0}, {1.05F, 1, 0}, color_of(kRed), true));
  EXPECT_EQ(image.at(36, 40), kRed) << "the head keeps its length";
  EXPECT_EQ(image.at(33, 40), kBackground);
  EXPECT_EQ(image.at(43, 40), kBackground);
}

}  // namespace
}  // namespace convscope::testing
