#include "app/render/plane_numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "app/scene/numbers.h"
#include "tests/app/render/cairo_picture.h"

namespace convscope::testing {
namespace {

const Color kBlack = rgb(0x000000);
const Color kWhite = rgb(0xffffff);

class PlaneNumbers : public ::testing::Test {
 protected:
  [[nodiscard]] std::vector<PlacedNumber> numbers(const Plane& plane) const {
    return plane_numbers(scene_, plane, fonts_);
  }
  /// The number whose pen stands in a cell, of those in the middle.
  [[nodiscard]] std::optional<PlacedNumber> in_cell(const Plane& plane, int row, int column) const {
    const auto all = numbers(plane);
    const float left = scene_.camera.scale * (plane.origin.x + static_cast<float>(column));
    const float top = scene_.camera.scale * (plane.origin.y + static_cast<float>(row));
    const auto found = std::ranges::find_if(all, [&](const PlacedNumber& number) {
      return number.pen.x > left && number.pen.x < left + scene_.camera.scale && number.pen.y > top &&
             number.pen.y < top + 0.75F * scene_.camera.scale;
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
  }

  Scene scene_ = empty_scene();
  FontSet fonts_ = FontSet::load().value();
};

Plane numbered_plane() {
  Plane plane = plain_plane();
  plane.numbers = true;
  plane.values = values_of(2, 3, {1, 2, 3, 4, 5, 6});
  return plane;
}

TEST_F(PlaneNumbers, AreBlackOrWhiteOnColoursOfValues) {
  Plane plane = numbered_plane();
  const ColorScale scale{ColorMap::sequential, 0, 10};
  plane.cell_fill = ValueFill{values_of(2, 3, {0, 10, NAN, 0, 10, 0}), scale};
  EXPECT_EQ(in_cell(plane, 0, 0)->color, kWhite) << "on deep blue";
  EXPECT_EQ(in_cell(plane, 0, 1)->color, kBlack) << "on pale yellow";
  EXPECT_EQ(in_cell(plane, 0, 2)->color, plane.number_color) << "on the plane's own fill";
}

TEST_F(PlaneNumbers, CountAnOverlayAsPartOfTheColour) {
  Plane plane = numbered_plane();
  plane.cell_fill = ValueFill{values_of(2, 3, {10, 10, 10, 10, 10, 10}), {ColorMap::sequential, 0, 10}};
  CellLattice dark = cell_lattice(0, 0, rgb(0x000000, 0.9F));
  dark.number_color = color_of(kRed);
  plane.lattices = {dark};
  EXPECT_EQ(in_cell(plane, 0, 0)->color, kWhite);
  EXPECT_EQ(in_cell(plane, 0, 0)->face, FontFace::bold);
  EXPECT_EQ(in_cell(plane, 0, 1)->color, kBlack);
  EXPECT_EQ(in_cell(plane, 0, 1)->face, FontFace::regular);
  plane.cell_fill = std::monostate{};
  EXPECT_EQ(in_cell(plane, 0, 0)->color, color_of(kRed)) << "plain cells have the lattice's colour";
}

TEST_F(PlaneNumbers, OnALatticesFillAreReadToo) {
  Plane plane = numbered_plane();
  plane.fill = rgb(0x000000);
  plane.border.cells = {1, 0, 0, 0};
  plane.border.numbers = true;
  CellLattice lattice = cell_lattice(-1, 0, rgb(0, 0));
  lattice.rows = 2;
  lattice.fill = ValueFill{values_of(2, 1, {0, 3}), {ColorMap::weights, 0, 4}};
  plane.lattices = {lattice};
  EXPECT_EQ(in_cell(plane, 0, 0)->color, kBlack);
  EXPECT_EQ(in_cell(plane, -1, 0)->color, kBlack) << "in the padding, too";
  EXPECT_EQ(in_cell(plane, 0, 1)->color, plane.number_color);
}

TEST_F(PlaneNumbers, OnSwatchesFollowTheOneInTheMiddle) {
  Plane plane = numbered_plane();
  plane.fill = rgb(0x000000);
  plane.cell_fill = SwatchFill{{1, 1}, {ColorMap::weights, 0, 1}};
  plane.number_color = color_of(kRed);
  plane.reads = std::make_shared<const LayerReads>(
      LayerReads{.rows = {.first = 0, .counts = {1, 0}, .kernel_cells = {1, 0}},
                 .columns = {.first = 0, .counts = {1, 1, 1}, .kernel_cells = {1, 1, 1}}});
  EXPECT_EQ(in_cell(plane, 0, 0)->color, kBlack) << "the weight's light colour";
  EXPECT_EQ(in_cell(plane, 1, 0)->color, kWhite) << "the dark fill of what no weight reads";
  plane.cell_fill = SwatchFill{{3, 3}, {ColorMap::weights, 0, 9}};
  plane.reads = std::make_shared<const LayerReads>(
      LayerReads{.rows = {.first = 0, .counts = {1, 1}, .kernel_cells = {2, 5}},
                 .columns = {.first = 0, .counts = {1, 1, 1}, .kernel_cells = {2, 5, 5}}});
  EXPECT_EQ(in_cell(plane, 0, 0)->color, kBlack) << "the middle alone is light";
  EXPECT_EQ(in_cell(plane, 1, 1)->color, kWhite) << "the corners alone are light";
}

TEST_F(PlaneNumbers, CornerValuesFollowTheColourUnderThem) {
  Plane plane = numbered_plane();
  CellLattice lattice = cell_lattice(0, 0, rgb(0, 0));
  lattice.corner_values = values_of(1, 1, {7});
  lattice.corner_color = color_of(kRed);
  plane.lattices = {lattice};
  EXPECT_EQ(numbers(plane).back().color, color_of(kRed));
  plane.lattices[0].fill = ValueFill{values_of(1, 1, {0}), {ColorMap::weights, 0, 1}};
  EXPECT_EQ(numbers(plane).back().color, kBlack);
}

TEST_F(PlaneNumbers, VanishInCutCells) {
  Plane plane = numbered_plane();
  CellLattice cut = cell_lattice(0, 1, rgb(0, 0));
  cut.cut = true;
  cut.corner_values = values_of(1, 1, {7});
  plane.lattices = {cut, cell_lattice(0, 1, rgb(0, 0))};
  EXPECT_EQ(numbers(plane).size(), 5U);
  EXPECT_FALSE(in_cell(plane, 0, 1));
  EXPECT_TRUE(in_cell(plane, 0, 0));
}

TEST_F(PlaneNumbers, OfAStretchedPlaneAreValuesAndZeros) {
  Plane plane = plane_of(3, 3);
  plane.numbers = true;
  plane.values = values_of(2, 2, {5, 6, 7, 8});
  plane.stretch = {.by = {2, 2}, .gap_fill = {}, .gap_number_color = color_of(kRed)};
  EXPECT_EQ(in_cell(plane, 0, 2)->text, "6");
  EXPECT_EQ(in_cell(plane, 2, 0)->text, "7");
  EXPECT_EQ(in_cell(plane, 1, 0)->text, "0");
  EXPECT_EQ(in_cell(plane, 0, 1)->text, "0");
  EXPECT_EQ(in_cell(plane, 0, 1)->color, color_of(kRed));
  EXPECT_EQ(in_cell(plane, 0, 0)->color, plane.number_color);
}

TEST_F(PlaneNumbers, AGrowingSumTakesItsCellsPlace) {
  Plane plane = numbered_plane();
  plane.other_numbers = {{1, 2, -9}};
  EXPECT_EQ(in_cell(plane, 1, 2)->text, "\u22129");
  EXPECT_EQ(in_cell(plane, 1, 1)->text, "5");
}

TEST_F(PlaneNumbers, PaddingShowsWhatItCopiesOrHolds) {
  Plane plane = numbered_plane();
  plane.border.cells = {1, 1, 1, 1};
  plane.border.numbers = true;
  plane.border.number_color = color_of(kRed);
  EXPECT_EQ(in_cell(plane, -1, -1)->text, "0");
  EXPECT_EQ(in_cell(plane, -1, -1)->color, color_of(kRed));
  plane.border.value = -std::numeric_limits<float>::infinity();
  EXPECT_EQ(in_cell(plane, 2, 0)->text, "\u2212\u221e");
  plane.border.mode = PaddingMode::reflect;
  EXPECT_EQ(in_cell(plane, -1, -1)->text, "5");
  plane.border.mode = PaddingMode::replicate;
  EXPECT_EQ(in_cell(plane, -1, -1)->text, "1");
  plane.border.mode = PaddingMode::circular;
  EXPECT_EQ(in_cell(plane, -1, -1)->text, "6");
}

TEST_F(PlaneNumbers, FadeInAsCellsGrow) {
  Plane plane = numbered_plane();
  plane.lattices = {cell_lattice(0, 0, rgb(0, 0))};
  plane.lattices[0].corner_values = values_of(1, 1, {7});
  float last = 0;
  float last_corner = 0;
  for (float cell = 12; cell < 40; cell += 0.5F) {
    scene_.camera.scale = cell;
    const NumberLayout layout = number_layout(scene_, plane);
    EXPECT_GE(layout.opacity, last);
    EXPECT_LT(layout.opacity - last, 0.2F) << "nothing pops up";
    EXPECT_LT(layout.corner_opacity - last_corner, 0.2F);
    EXPECT_EQ(layout.visible, layout.opacity > 0);
    const auto all = numbers(plane);
    EXPECT_EQ(all.empty(), layout.opacity == 0);
    if (!all.empty()) {
      EXPECT_FLOAT_EQ(all.front().color.alpha, layout.opacity);
      EXPECT_EQ(all.size(), layout.corner_opacity > 0 ? 7U : 6U);
      EXPECT_FLOAT_EQ(all.back().color.alpha, layout.corner_opacity > 0 ? layout.corner_opacity : layout.opacity);
    }
    last = layout.opacity;
    last_corner = layout.corner_opacity;
  }
  EXPECT_EQ(last, 1);
  EXPECT_EQ(last_corner, 1);
}

TEST_F(PlaneNumbers, FadeWithTheirPlane) {
  Plane plane = numbered_plane();
  plane.opacity = 0.5F;
  EXPECT_FLOAT_EQ(in_cell(plane, 0, 0)->color.alpha, 0.5F);
}

TEST_F(PlaneNumbers, AreAsManyAsThePictureShows) {
  Plane plane = plane_of(4000, 4000);
  plane.numbers = true;
  plane.origin = {-2000, -2000, 0};
  plane.values = {std::make_shared<const Tensor>(Shape{1, 1, 4000, 4000}), 0, 0};
  EXPECT_EQ(numbers(plane).size(), 10U * 8U);
}

TEST(CellText, IsAsShortAsItCanBeRead) {
  EXPECT_EQ(cell_text(7, 4), "7");
  EXPECT_EQ(cell_text(-12, 4), "\u221212");
  EXPECT_EQ(cell_text(0.125F, 5), "0.125");
  EXPECT_EQ(cell_text(0.125F, 3), "0.1");
  EXPECT_EQ(cell_text(2.96F, 3), "3");
  EXPECT_EQ(cell_text(-0.5F, 4), "\u22120.5");
  EXPECT_EQ(cell_text(1234.5F, 4), "1234");
  EXPECT_EQ(cell_text(123456, 4), "1e5");
  EXPECT_EQ(cell_text(-123456, 4), "\u22121e5");
  EXPECT_EQ(cell_text(3e38F, 4), "3e38");
  EXPECT_EQ(cell_text(-0.0002F, 5), "\u22122e\u22124");
  EXPECT_EQ(cell_text(1e-10F, 5), "1e\u221210");
  EXPECT_EQ(cell_text(16777216, 8), "16777216");
  EXPECT_EQ(cell_text(100, 3), "100");
  EXPECT_EQ(cell_text(99999, 2), "\u2026");
  EXPECT_EQ(cell_text(NAN, 2), "?");
  EXPECT_EQ(cell_text(std::numeric_limits<float>::infinity(), 1), "\u221e");
}

}  // namespace
}  // namespace convscope::testing
