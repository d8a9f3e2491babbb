#include "tests/app/render/gl/picture_test.h"

namespace convscope::testing {
namespace {

constexpr int middle(int cell) { return 50 + 20 * cell; }

constexpr Color half_black = rgb(0x000000, 0.5F);

ValueFill numbered_fill(Size size, const ColorScale& scale) {
  Tensor tensor(Shape{1, 1, size.height, size.width});
  for (std::size_t i = 0; i < tensor.values().size(); ++i) {
    tensor.values()[i] = static_cast<float>(i);
  }
  return {{std::make_shared<Tensor>(std::move(tensor)), 0, 0}, scale};
}

using GlLattices = PictureTest;

TEST_F(GlLattices, LieOverEachOtherInTheirOrder) {
  Plane plane = make_plane();
  plane.lattices = {make_lattice(0, 0, {2, 2}, orange), make_lattice(0, 1, {1, 1}, half_black),
                    make_lattice(1, 1, {1, 2}, green)};
  const Picture picture = draw(plane);
  EXPECT_TRUE(same_color(picture.at(middle(0), middle(0)), solid(orange)));
  EXPECT_TRUE(same_color(picture.at(middle(1), middle(0)), blended(half_black, orange)));
  EXPECT_TRUE(same_color(picture.at(middle(1), middle(1)), solid(green)));
  EXPECT_TRUE(same_color(picture.at(middle(2), middle(1)), solid(green)));
  EXPECT_TRUE(same_color(picture.at(middle(3), middle(1)), solid(blue)));
}

TEST_F(GlLattices, MayBeMany) {
  Plane plane = make_plane();
  for (int i = 0; i < 12; ++i) {
    plane.lattices.push_back(make_lattice(static_cast<float>(i / 4), static_cast<float>(i % 4), {1, 1},
                                          rgb(0x100000U * static_cast<unsigned>(i))));
  }
  const Picture picture = draw(plane);
  for (int i = 0; i < 12; ++i) {
    EXPECT_TRUE(same_color(picture.at(middle(i % 4), middle(i / 4)), solid(rgb(0x100000U * static_cast<unsigned>(i)))));
  }
}

TEST_F(GlLattices, HaveColoursOfTheirOwnUnderTheirOverlay) {
  const ColorScale scale{ColorMap::weights, 0, 4};
  Plane plane = make_plane();
  CellLattice lattice = make_lattice(0, 1, {2, 2}, half_black);
  lattice.row_spacing = 2;
  lattice.column_spacing = 2;
  lattice.fill = numbered_fill({2, 2}, scale);
  plane.lattices = {lattice};
  const Picture picture = draw(plane);
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 4; ++column) {
      const bool taken = row % 2 == 0 && column % 2 == 1;
      const Color own = scale_color(scale, static_cast<float>(2 * (row / 2) + column / 2));
      EXPECT_TRUE(same_color(picture.at(middle(column), middle(row)), taken ? blended(half_black, own) : solid(blue)))
          << row << ", " << column;
    }
  }
  EXPECT_TRUE(same_color(picture.at(60, 50), blended(half_black, scale_color(scale, 0)))) << "the first pixel";
}

TEST_F(GlLattices, KeepTheirColoursApartOverThePadding) {
  const ColorScale scale{ColorMap::weights, 0, 4};
  Plane plane = make_plane();
  plane.border.cells = {1, 1, 1, 1};
  CellLattice first = make_lattice(-1, -1, {2, 2}, with_alpha(black, 0));
  first.fill = numbered_fill({2, 2}, scale);
  CellLattice second = make_lattice(1, 3, {1, 2}, with_alpha(black, 0));
  second.fill = numbered_fill({1, 2}, scale);
  plane.lattices = {first, second};
  const Picture picture = draw(plane);
  EXPECT_TRUE(same_color(picture.at(middle(-1), middle(-1)), solid(scale_color(scale, 0))));
  EXPECT_TRUE(same_color(picture.at(middle(0), middle(-1)), solid(scale_color(scale, 1))));
  EXPECT_TRUE(same_color(picture.at(middle(0), middle(0)), solid(scale_color(scale, 3))));
  EXPECT_TRUE(same_color(picture.at(middle(3), middle(1)), solid(scale_color(scale, 0))));
  EXPECT_TRUE(same_color(picture.at(middle(4), middle(1)), solid(scale_color(scale, 1))));
}

TEST_F(GlLattices, FadeWithTheirPlane) {
  Plane plane = make_plane();
  plane.opacity = 0.5F;
  plane.border.cells.right = 1;  // The lattice lies on the padding: beyond it nothing is drawn.
  plane.lattices = {make_lattice(0, 4, {1, 2}, orange)};
  plane.frames = {CellFrame{.row = 2, .column = 0, .rows = 1, .columns = 1, .color = black, .width = 6}};
  const Picture picture = draw(plane);
  EXPECT_TRUE(same_color(picture.at(middle(4), middle(0)), blended(with_alpha(orange, 0.5F), white)));
  EXPECT_TRUE(same_color(picture.at(middle(5), middle(0)), blended(white, white)));
  EXPECT_TRUE(same_color(picture.at(middle(0), middle(0)), blended(with_alpha(blue, 0.5F), white)));
  const Rgba below = blended(with_alpha(blue, 0.5F), white);
  EXPECT_NEAR(picture.at(60, middle(2))[0], below[0] / 2, 1) << "the frame";
  plane.opacity = 0;
  EXPECT_EQ(difference(draw(plane), draw(make_scene(size))).right, 0);
}

/// A black line two pixels wide around cells.
Plane make_lined_plane() {
  Plane plane = make_plane();
  plane.line = black;
  return plane;
}

CellLattice make_cut(float row, float column, Size size) {
  CellLattice cut = make_lattice(row, column, size, orange);
  cut.cut = true;
  return cut;
}

TEST_F(GlLattices, ShowWhatLiesBelowACut) {
  Plane below = make_plane();
  below.fill = green;
  Plane plane = make_lined_plane();
  plane.lattices = {make_lattice(0, 0, {1, 2}, half_black), make_cut(0, 1, {2, 2}), make_lattice(1, 2, {1, 2}, orange)};
  Scene scene = make_scene(size);
  scene.items = {below, plane};
  const Picture picture = draw(scene);
  EXPECT_TRUE(same_color(picture.at(middle(0), middle(0)), blended(half_black, blue)));
  EXPECT_TRUE(same_color(picture.at(middle(1), middle(0)), solid(green)));
  EXPECT_TRUE(same_color(picture.at(middle(2), middle(1)), solid(green))) << "no lattice fills the hole";
  EXPECT_TRUE(same_color(picture.at(middle(3), middle(1)), solid(orange)));
  EXPECT_TRUE(same_color(picture.at(80, middle(0)), solid(green))) << "lines between its cells go, too";
  EXPECT_TRUE(same_color(picture.at(middle(1), 60), solid(green)));
  EXPECT_TRUE(same_color(picture.at(60, middle(0)), solid(black))) << "lines around them stay whole";
  EXPECT_TRUE(same_color(picture.at(59, middle(0)), solid(black)));
  EXPECT_TRUE(same_color(picture.at(middle(1), 40), solid(black)));
}

TEST_F(GlLattices, HaveNoLinesInACutBetweenCells) {
  Plane plane = make_lined_plane();
  plane.border.cells = {1, 1, 1, 1};
  plane.border.line = orange;
  plane.lattices = {make_cut(0, 0.5F, {1, 2})};
  const Picture picture = draw(plane);
  EXPECT_TRUE(same_color(picture.at(75, middle(0)), solid(white)));
  EXPECT_TRUE(same_color(picture.at(55, middle(0)), solid(white)));
  EXPECT_TRUE(same_color(picture.at(45, middle(0)), solid(blue)));
  EXPECT_TRUE(same_color(picture.at(80, middle(0)), solid(white)));
  EXPECT_TRUE(same_color(picture.at(80, 60), solid(black))) << "below it";
  plane.lattices = {make_cut(-1, 0.5F, {1, 2})};
  EXPECT_TRUE(same_color(draw(plane).at(80, 22), solid(white))) << "a dash between two padding cells";
  plane.lattices.clear();
  EXPECT_TRUE(same_color(draw(plane).at(80, 22), solid(orange)));
}

TEST_F(GlLattices, CutThePaddingsEdges) {
  Plane plane = make_plane();
  plane.line_width = 2;
  plane.border.cells = {2, 2, 2, 2};
  plane.border.line = orange;
  plane.lattices = {make_cut(-2, -2, {2, 3})};
  const Picture picture = draw(plane);
  EXPECT_TRUE(same_color(picture.at(20, 8), solid(white))) << "between two cut columns";
  EXPECT_TRUE(same_color(picture.at(28, 20), solid(white))) << "between two cut rows";
  EXPECT_TRUE(same_color(picture.at(60, 8), solid(orange))) << "the cut's own edge";
  EXPECT_TRUE(same_color(picture.at(80, 8), solid(orange)));
  EXPECT_TRUE(same_color(picture.at(68, 20), solid(orange)));
}

TEST_F(GlLattices, LetDashesFadeWithoutPilingUp) {
  Plane plane = make_plane();
  plane.border.cells = {1, 1, 1, 1};
  plane.border.line = with_alpha(orange, 0.5F);
  const Picture picture = draw(plane);
  EXPECT_TRUE(same_color(picture.at(60, 20), blended(plane.border.line, white))) << "where two dashes cross";
  EXPECT_TRUE(same_color(picture.at(61, 20), blended(plane.border.line, white)));
  plane.border.line = orange;
  plane.opacity = 0.5F;
  EXPECT_TRUE(same_color(draw(plane).at(60, 20), blended(with_alpha(orange, 0.5F), white)));
}

}  // namespace
}  // namespace convscope::testing
