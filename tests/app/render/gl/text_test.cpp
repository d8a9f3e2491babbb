#include <cmath>

#include "app/render/style.h"
#include "app/scene/numbers.h"
#include "tests/app/render/gl/picture_test.h"

namespace convscope::testing {
namespace {

using GlText = PictureTest;

Box cell_box(int row, int column) { return {40 + 20 * column, 40 + 20 * row, 60 + 20 * column, 60 + 20 * row}; }

TEST_F(GlText, WritesNumbersWithinTheirCellsAndNowhereElse) {
  Plane plane = make_numbered_plane();
  plane.filled = 7;
  const Picture with = draw(plane);
  plane.numbers = false;
  const Picture without = draw(plane);
  int inside = 0;
  for (int cell = 0; cell < 12; ++cell) {
    const int ink = differing_pixels(with, without, cell_box(cell / 4, cell % 4));
    inside += ink;
    EXPECT_EQ(ink > 8, cell < 7) << "cell " << cell;
  }
  EXPECT_EQ(inside, differing_pixels(with, without, {0, 0, width, height}));
}

TEST_F(GlText, CentresANumberInItsCell) {
  Scene scene = make_scene(size);
  scene.camera.scale = 100;
  Plane plane = make_numbered_plane();
  plane.rows = 1;
  plane.columns = 1;
  plane.filled = 1;
  plane.values.tensor = std::make_shared<Tensor>(Shape{}, std::vector<float>{8});
  scene.items = {plane};
  const Picture with = draw(scene);
  plane.numbers = false;
  scene.items = {plane};
  const Box ink = difference(with, draw(scene));
  EXPECT_NEAR(ink.left + ink.right, 180, 3);
  EXPECT_NEAR(ink.top + ink.bottom, 180, 3);
  EXPECT_GT(ink.bottom - ink.top, 20);
  EXPECT_TRUE(same_color(with.at(45, 45), solid(blue)));
}

TEST_F(GlText, ColoursNumbersUnderTheLattice) {
  Scene scene = make_scene(size);
  scene.camera.scale = 50;
  scene.camera.shift = {0, 0};
  Plane plane = make_numbered_plane();
  plane.number_color = white;
  plane.lattices = {make_lattice(0, 1, {1, 1}, with_alpha(blue, 0))};
  plane.lattices.front().number_color = black;
  scene.items = {plane};
  const Picture picture = draw(scene);
  const auto darkest_and_lightest = [&](const Box& box) {
    std::pair<int, int> range{255, 0};
    for (int y = box.top; y < box.bottom; ++y) {
      for (int x = box.left; x < box.right; ++x) {
        range = {std::min(range.first, picture.at(x, y)[0]), std::max(range.second, picture.at(x, y)[0])};
      }
    }
    return range;
  };
  EXPECT_EQ(darkest_and_lightest({0, 0, 50, 50}), std::pair(0x26, 255));
  EXPECT_EQ(darkest_and_lightest({50, 0, 100, 50}), std::pair(0, 0x26));
}

TEST_F(GlText, WritesCornerValuesLowerRight) {
  Scene scene = make_scene(size);
  scene.camera.scale = 50;
  scene.camera.shift = {0, 0};
  Plane plane = make_plane();
  plane.numbers = true;
  plane.lattices = {make_lattice(1, 1, {1, 1}, blue)};
  plane.lattices.front().corner_color = white;
  scene.items = {plane};
  const Picture without = draw(scene);
  plane.lattices.front().corner_values = ChannelValues{std::make_shared<Tensor>(Shape{}, std::vector<float>{2}), 0, 0};
  scene.items = {plane};
  const Box ink = difference(draw(scene), without);
  EXPECT_GT(ink.left, 75);
  EXPECT_GT(ink.top, 75);
  EXPECT_NEAR(ink.right, 100 - corner_margin * 50, 2);
  EXPECT_NEAR(ink.bottom, 100 - corner_margin * 50, 2);
}

TEST_F(GlText, WritesPaddingValues) {
  Plane plane = make_plane();
  plane.numbers = true;
  plane.border.cells = {1, 1, 1, 1};
  plane.border.number_color = orange;
  plane.border.numbers = true;
  const Picture with = draw(plane);
  plane.border.numbers = false;
  const Picture without = draw(plane);
  EXPECT_GT(differing_pixels(with, without, cell_box(-1, -1)), 8);
  EXPECT_GT(differing_pixels(with, without, cell_box(3, 4)), 8);
  EXPECT_EQ(differing_pixels(with, without, {40, 40, 120, 100}), 0);
}

TEST_F(GlText, SlantsNumbersWithTheirPlane) {
  Scene scene = make_scene(size);
  scene.camera = {.axis_x = {1, -0.5F}, .axis_y = {0.7F, 0.65F}, .axis_z = {0, -1}, .scale = 100, .shift = {20, 90}};
  Plane plane = make_numbered_plane();
  plane.rows = 1;
  plane.columns = 1;
  plane.filled = 1;
  plane.values.tensor = std::make_shared<Tensor>(Shape{}, std::vector<float>{0});
  scene.items = {plane};
  const Picture with = draw(scene);
  plane.numbers = false;
  scene.items = {plane};
  const Picture without = draw(scene);
  // The ring of a 0, painted on a cell that rises to the right: its middle is free, and what is inked is slanted.
  const Vec2 middle = scene.camera.project({0.5F, 0.5F, 0});
  EXPECT_EQ(with.at(static_cast<int>(middle.x), static_cast<int>(middle.y)),
            without.at(static_cast<int>(middle.x), static_cast<int>(middle.y)));
  double xx = 0;
  double xy = 0;
  int ink = 0;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      if (with.at(x, y) != without.at(x, y)) {
        const double dx = x + 0.5 - static_cast<double>(middle.x);
        const double dy = y + 0.5 - static_cast<double>(middle.y);
        xx += dx * dx;
        xy += dx * dy;
        ++ink;
        const double area = 100 * (1 * 0.65 + 0.5 * 0.7);
        EXPECT_LT(std::abs(dx * 0.65 - dy * 0.7) / area, 0.5) << "outside the cell: " << x << ", " << y;
        EXPECT_LT(std::abs(dy + dx * 0.5) / area, 0.5) << "outside the cell: " << x << ", " << y;
      }
    }
  }
  EXPECT_GT(ink, 100);
  // A digit is taller than wide: its long axis lies along the rows' direction, down to the right.
  EXPECT_GT(xy / xx, 0.1);
}

TEST_F(GlText, AnchorsLabelsAtTheirBaseLine) {
  Scene scene = make_scene(size);
  const Picture empty = draw(scene);
  const auto ink_of = [&](float anchor) {
    scene.items = {Label{.text = "HHH",
                         .position = {3, 2, 0},
                         .offset = {0, 10},
                         .anchor_x = anchor,
                         .size = 20,
                         .face = FontFace::bold,
                         .color = black}};
    return difference(draw(scene), empty);
  };
  for (const float anchor : {0.0F, 0.5F, 1.0F}) {
    EXPECT_EQ(ink_of(anchor).bottom, 90) << "letters stand on the base line";
  }
  EXPECT_NEAR(ink_of(0).left, 101, 2);
  EXPECT_NEAR(ink_of(0.5F).left + ink_of(0.5F).right, 200, 2);
  EXPECT_NEAR(ink_of(1).right, 99, 2);
}

TEST_F(GlText, FindsSignsThatTheFirstFaceLacks) {
  Scene scene = make_scene(size);
  const Picture empty = draw(scene);
  for (const char* sign : {"⌊", "⌋", "−", "×", "·", "→", "∞"}) {
    scene.items = {Label{.text = sign, .position = {1, 2, 0}, .size = 30, .color = black}};
    const Picture drawn = draw(scene);
    scene.items = {Label{.text = "\uE0FF", .position = {1, 2, 0}, .size = 30, .color = black}};
    const Picture missing = draw(scene);
    EXPECT_GT(difference(drawn, empty).right, 0) << sign;
    EXPECT_GT(difference(drawn, missing).right, 0) << sign << " is drawn as a missing sign";
  }
}

TEST_F(GlText, StaysRightWhenTheAtlasGrowsAndIsEmptied) {
  const auto scene_of_size = [](int text_size) {
    Scene scene = make_scene(size);
    for (int line = 0; line < 4; ++line) {
      scene.items.emplace_back(Label{.text = "abcdefghijklm 0123456789",
                                     .position = {-1.0F, static_cast<float>(line), 0},
                                     .size = static_cast<float>(text_size + line),
                                     .color = black});
    }
    return scene;
  };
  for (const int text_size : {10, 14, 18, 22, 30, 40, 50, 60, 70, 80, 90, 100, 120, 140, 21}) {
    const Scene scene = scene_of_size(text_size);
    const Picture long_used = draw(scene);
    GlRenderer fresh = GlRenderer::create(fonts_, 0).value();
    fresh.clear(with_alpha(black, 0));
    fresh.draw(scene, offscreen_.viewport());
    EXPECT_EQ(difference(long_used, offscreen_.read()).right, 0) << text_size;
  }
}

}  // namespace
}  // namespace convscope::testing
