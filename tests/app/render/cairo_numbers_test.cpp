#include <cmath>
#include <functional>

#include "app/render/style.h"
#include "app/scene/numbers.h"
#include "tests/app/render/cairo_picture.h"

namespace convscope::testing {
namespace {

using CairoNumbers = CairoPicture;

/// The plane's picture with numbers against the one without.
Box ink_of_numbers(const std::function<Image(const Plane&)>& render, Plane plane) {
  plane.numbers = true;
  const Image with = render(plane);
  plane.numbers = false;
  plane.border.numbers = false;
  return difference(with, render(plane));
}

TEST_F(CairoNumbers, NumbersStandInTheMiddleOfTheirCell) {
  Plane plane = plain_plane();
  plane.rows = plane.columns = 1;
  plane.filled = 1;
  plane.values = values_of(1, 1, {8});
  const Box ink = ink_of_numbers([&](const Plane& p) { return render(p); }, plane);
  ASSERT_FALSE(ink.empty());
  EXPECT_NEAR((ink.left + ink.right) / 2.0, kLeft + kCell / 2.0, 1);
  EXPECT_NEAR((ink.top + ink.bottom) / 2.0, kTop + kCell / 2.0, 1);
  Scene scene = empty_scene();
  plane.numbers = true;
  const float size = number_layout(scene, plane).size;
  EXPECT_NEAR(ink.bottom - ink.top, fonts_.digit_height(FontFace::regular, size), 2);
}

TEST_F(CairoNumbers, OnlyFilledCellsHaveNumbers) {
  Plane plane = plain_plane();
  plane.filled = 2;
  plane.values = values_of(2, 3, {1, 2, 3, 4, 5, 6});
  const Box ink = ink_of_numbers([&](const Plane& p) { return render(p); }, plane);
  EXPECT_GT(ink.right, kLeft + kCell);
  EXPECT_LT(ink.right, kLeft + 2 * kCell);
  EXPECT_LT(ink.bottom, kTop + kCell);
}

TEST_F(CairoNumbers, NumbersUnderTheLatticeHaveItsColour) {
  Plane plane = plain_plane();
  plane.values = values_of(2, 3, {1, 1, 1, 1, 1, 1});
  plane.numbers = true;
  plane.lattices = {cell_lattice(1, 1, rgb(0, 0))};
  plane.lattices[0].number_color = color_of(kRed);
  const Image image = render(plane);
  EXPECT_GT(count_in_cell(image, 1, 1, kRed), 5);
  EXPECT_EQ(count_in_cell(image, 1, 1, kNumber), 0);
  EXPECT_GT(count_in_cell(image, 0, 0, kNumber), 0);
  EXPECT_EQ(count_in_cell(image, 0, 0, kRed), 0);
}

TEST_F(CairoNumbers, CornerValuesEndAtTheirMargins) {
  Plane plane = plain_plane();
  plane.values = values_of(2, 3, {0, 0, 0, 0, 0, 0});
  plane.numbers = true;
  plane.lattices = {cell_lattice(0, 1, rgb(0, 0))};
  plane.lattices[0].corner_color = color_of(kRed);
  const Image without = render(plane);
  plane.lattices[0].corner_values = values_of(1, 1, {4});
  const Box ink = difference(render(plane), without);
  ASSERT_FALSE(ink.empty());
  const float margin = corner_margin * kCell;
  const float right = kLeft + 2 * kCell - margin;
  const float bottom = kTop + kCell - margin;
  EXPECT_LE(ink.right, std::ceil(right) + 1);
  EXPECT_GE(ink.right, right - 3);
  EXPECT_NEAR(ink.bottom, bottom, 1.5);
  EXPECT_GT(ink.left, kLeft + kCell + kCell / 2);
}

TEST_F(CairoNumbers, PaddingShowsItsZeros) {
  Plane plane = plain_plane();
  plane.values = values_of(2, 3, {1, 1, 1, 1, 1, 1});
  plane.numbers = true;
  plane.border.cells = {0, 0, 1, 0};
  plane.border.line = color_of(kLine);
  const Image without = render(plane);
  plane.border.numbers = true;
  plane.border.number_color = color_of(kRed);
  const Box ink = difference(render(plane), without);
  EXPECT_NEAR((ink.left + ink.right) / 2.0, kLeft - kCell / 2.0, 1);
  EXPECT_GT(ink.top, kTop);
  EXPECT_GT(ink.bottom, kTop + kCell) << "one in each of both rows";
}

TEST_F(CairoNumbers, NumbersOnASlantedPlaneStayInTheirCell) {
  Scene scene = empty_scene();
  scene.camera = Camera{.axis_x = {1, -0.5F}, .axis_y = {0.7F, 0.65F}, .scale = 100, .shift = {100, 150}};
  Plane plane = plain_plane();
  plane.origin = {};
  plane.rows = plane.columns = 1;
  plane.filled = 1;
  plane.values = values_of(1, 1, {0});
  const auto with_camera = [&](const Plane& p) {
    Scene copy = scene;
    copy.items.emplace_back(p);
    return render(copy);
  };
  const Box ink = ink_of_numbers(with_camera, plane);
  ASSERT_FALSE(ink.empty());
  const Vec2 centre = scene.camera.project({0.5F, 0.5F, 0});
  EXPECT_NEAR((ink.left + ink.right) / 2.0, centre.x, 2);
  EXPECT_NEAR((ink.top + ink.bottom) / 2.0, centre.y, 2);
  const float size = number_layout(scene, plane).size;
  EXPECT_GT(ink.right - ink.left, 0.6F * size) << "the 0 leans to the right, so it is wider than upright";
}

}  // namespace
}  // namespace convscope::testing
