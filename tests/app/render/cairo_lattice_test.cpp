#include <cmath>
#include <memory>

#include "tests/app/render/cairo_picture.h"

namespace convscope::testing {
namespace {

using CairoLattices = CairoPicture;

TEST_F(CairoLattices, TheLatticeTintsItsCellsOnly) {
  Plane plane = plain_plane();
  const Color overlay = rgb(0x073642, 0.4F);
  CellLattice lattice = cell_lattice(0, 0, overlay);
  lattice.columns = 2;
  lattice.column_spacing = 2;
  plane.lattices = {lattice};
  const Image image = render(plane);
  expect_near(at(image, quiet_spot(0, 0)), over(overlay, kFill), 1);
  EXPECT_EQ(at(image, quiet_spot(0, 1)), kFill);
  expect_near(at(image, quiet_spot(0, 2)), over(overlay, kFill), 1);
  EXPECT_EQ(at(image, quiet_spot(1, 0)), kFill);
  EXPECT_EQ(image.at(kLeft, kTop + 10), kLine) << "grid lines lie over the tint";
}

TEST_F(CairoLattices, NothingIsTintedBeyondThePlaneAndItsPadding) {
  Plane plane = plain_plane();
  const Color overlay = rgb(0x073642, 0.4F);
  CellLattice lattice = cell_lattice(-1, -1, overlay);
  lattice.rows = lattice.columns = 2;
  plane.lattices = {lattice};
  const Image without = render(plane);
  const Vec2 beside{2, 2};
  EXPECT_EQ(at(without, quiet_spot(-1, -1)), at(without, beside));
  expect_near(at(without, quiet_spot(0, 0)), over(overlay, kFill), 1);
  plane.border.cells = {1, 1, 1, 1};
  const Image with = render(plane);
  EXPECT_NE(at(with, quiet_spot(-1, -1)), at(with, beside));
}

TEST_F(CairoLattices, ADenseLatticeHasNoSeamsOnASlantedPlane) {
  Scene scene = empty_scene();
  scene.camera.axis_x = {1, -0.5F};
  scene.camera.axis_y = {0.7F, 0.65F};
  scene.camera.shift = {20, 120};
  Plane plane = plain_plane();
  plane.origin = {};
  plane.line.alpha = 0;
  plane.rows = plane.columns = 3;
  plane.filled = 9;
  const Color overlay = rgb(0x073642, 0.4F);
  CellLattice lattice = cell_lattice(0, 0, overlay);
  lattice.rows = lattice.columns = 3;
  plane.lattices = {lattice};
  scene.items.emplace_back(plane);
  const Image image = render(scene);
  for (float t = 0.1F; t < 2.9F; t += 0.01F) {
    expect_near(at(image, scene.camera.project({1, t, 0})), over(overlay, kFill), 1);
  }
}

TEST_F(CairoLattices, ALatticeBetweenTwoCellsTintsPartsOfBoth) {
  Plane plane = plain_plane();
  const Color overlay = rgb(0x073642, 0.4F);
  plane.lattices = {cell_lattice(0, 0.5F, overlay)};
  const Image image = render(plane);
  EXPECT_EQ(image.at(kLeft + kCell / 2 - 1, kTop + 10), kFill);
  expect_near(image.at(kLeft + kCell / 2, kTop + 10), over(overlay, kFill), 1);
  expect_near(image.at(kLeft + kCell * 3 / 2 - 1, kTop + 10), over(overlay, kFill), 1);
  EXPECT_EQ(image.at(kLeft + kCell * 3 / 2, kTop + 10), kFill);
}

TEST_F(CairoLattices, TakenPaddingCellsAreTintedOnTheBareBackground) {
  Plane plane = plain_plane();
  plane.border.cells = {1, 1, 1, 1};
  plane.border.line = color_of(kRed);
  const Color overlay = rgb(0x073642, 0.4F);
  plane.lattices = {cell_lattice(-1, -1, overlay)};
  const Image image = render(plane);
  expect_near(at(image, quiet_spot(-1, -1)), over(overlay, kBackground), 1);
  EXPECT_EQ(at(image, quiet_spot(-1, 0)), kBackground);
}

constexpr ColorScale kScale{ColorMap::weights, 0, 4};

/// 2 × 2 cells with colours of their own.
CellLattice filled_lattice() {
  CellLattice lattice = cell_lattice(0, 0, rgb(0, 0));
  lattice.rows = lattice.columns = 2;
  lattice.fill = ValueFill{values_of(2, 2, {0, 1, 2, 3}), kScale};
  return lattice;
}

std::uint32_t colored(float value) { return pixel_of(scale_color(kScale, value)); }

TEST_F(CairoLattices, AFillTakesThePlaceOfThePlanes) {
  Plane plane = plain_plane();
  plane.lattices = {filled_lattice()};
  const Image image = render(plane);
  for (int cell = 0; cell < 4; ++cell) {
    EXPECT_EQ(at(image, quiet_spot(cell / 2, cell % 2)), colored(static_cast<float>(cell)));
  }
  EXPECT_EQ(at(image, quiet_spot(0, 2)), kFill);
}

TEST_F(CairoLattices, AFillFollowsTheLatticesSpacing) {
  Plane plane = plane_of(3, 4);
  CellLattice lattice = filled_lattice();
  lattice.row_spacing = 2;
  lattice.column_spacing = 3;
  lattice.overlay = rgb(0x000000, 0.5F);
  plane.lattices = {lattice};
  const Image image = render(plane);
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 4; ++column) {
      const bool taken = row % 2 == 0 && column % 3 == 0;
      const std::uint32_t color = colored(static_cast<float>(row / 2 * 2 + column / 3));
      expect_near(at(image, quiet_spot(row, column)), taken ? over(lattice.overlay, color) : kFill, taken ? 1 : 0);
    }
  }
}

TEST_F(CairoLattices, AFillBetweenTwoCellsCoversPartsOfBoth) {
  Plane plane = plain_plane();
  CellLattice lattice = filled_lattice();
  lattice.column = 0.5F;
  plane.lattices = {lattice};
  const Image image = render(plane);
  const int y = kTop + 10;
  EXPECT_EQ(image.at(kLeft + kCell / 2 - 1, y), kFill);
  EXPECT_EQ(image.at(kLeft + kCell / 2, y), colored(0));
  EXPECT_EQ(image.at(kLeft + kCell * 3 / 2 - 1, y), colored(0));
  EXPECT_EQ(image.at(kLeft + kCell * 3 / 2, y), colored(1));
  EXPECT_EQ(image.at(kLeft + kCell * 5 / 2, y), kFill);
}

TEST_F(CairoLattices, NanInAFillLeavesWhatLiesBelow) {
  Plane plane = plain_plane();
  CellLattice lattice = filled_lattice();
  lattice.fill->values = values_of(2, 2, {0, NAN, 2, 3});
  plane.lattices = {lattice};
  const Image image = render(plane);
  EXPECT_EQ(at(image, quiet_spot(0, 1)), kFill);
  EXPECT_EQ(at(image, quiet_spot(1, 1)), colored(3));
}

TEST_F(CairoLattices, LaterOnesLieOverEarlierOnes) {
  Plane plane = plain_plane();
  const Color dark = rgb(0x073642, 0.4F);
  plane.lattices = {filled_lattice(), cell_lattice(0, 1, dark)};
  const Image image = render(plane);
  EXPECT_EQ(at(image, quiet_spot(0, 0)), colored(0));
  expect_near(at(image, quiet_spot(0, 1)), over(dark, colored(1)), 1);
  plane.lattices = {cell_lattice(0, 1, dark), filled_lattice()};
  EXPECT_EQ(at(render(plane), quiet_spot(0, 1)), colored(1));
}

/// A plane of another colour below one with this cut.
Scene cut_scene(const CellLattice& cut, Plane plane = plane_of(3, 3)) {
  Scene scene = empty_scene();
  Plane below = plane_of(3, 3);
  below.fill = color_of(kRed);
  below.line.alpha = 0;
  scene.items.emplace_back(below);
  plane.lattices.push_back(cut);
  scene.items.emplace_back(plane);
  return scene;
}

CellLattice cut_lattice() {
  CellLattice cut = cell_lattice(1, 1, color_of(kNumber));
  cut.rows = cut.columns = 2;
  cut.cut = true;
  return cut;
}

TEST_F(CairoLattices, ACutShowsWhatLiesBelow) {
  const Image image = render(cut_scene(cut_lattice()));
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 3; ++column) {
      const bool cut = row > 0 && column > 0;
      EXPECT_EQ(count_in_cell(image, row, column, cut ? kRed : kFill), (kCell - 6) * (kCell - 6));
    }
  }
}

TEST_F(CairoLattices, ACutTakesTheLinesWithinItAlongTheEdgesStay) {
  const Image image = render(cut_scene(cut_lattice()));
  const int middle = 2 * kCell;
  EXPECT_EQ(image.at(kLeft + middle, kTop + kCell + 10), kRed) << "between two cut columns";
  EXPECT_EQ(image.at(kLeft + kCell + 10, kTop + middle), kRed) << "between two cut rows";
  EXPECT_EQ(image.at(kLeft + middle, kTop + 10), kLine) << "above the cut";
  for (const int on_edge : {kCell - 1, kCell}) {
    EXPECT_EQ(image.at(kLeft + on_edge, kTop + middle + 10), kLine) << "the cut's own edge";
    EXPECT_EQ(image.at(kLeft + middle + 10, kTop + on_edge), kLine);
  }
  EXPECT_EQ(image.at(kLeft + 3 * kCell, kTop + middle), kLine) << "the plane's outline";
}

TEST_F(CairoLattices, ACutAcrossThePlanesEdgeOpensItsOutlineAndThePadding) {
  Plane plane = plane_of(3, 3);
  plane.border.cells = {.top = 0, .bottom = 0, .left = 0, .right = 1};
  plane.border.line = color_of(kLine);
  CellLattice cut = cut_lattice();
  cut.column = 2;
  const Image image = render(cut_scene(cut, plane));
  EXPECT_EQ(image.at(kLeft + 3 * kCell - 1, kTop + kCell + 20), kRed);
  EXPECT_EQ(image.at(kLeft + 3 * kCell, kTop + kCell + 20), kBackground);
  EXPECT_EQ(image.at(kLeft + 3 * kCell + 1, kTop + 2 * kCell), kBackground) << "no dash between cut padding cells";
  EXPECT_EQ(image.at(kLeft + 3 * kCell, kTop + 20), kLine) << "the outline above";
}

TEST_F(CairoLattices, CellsThatAreCutApartKeepAllTheirLines) {
  CellLattice cut = cut_lattice();
  cut.row = cut.column = 0;
  cut.row_spacing = cut.column_spacing = 2;
  const Image image = render(cut_scene(cut));
  EXPECT_EQ(at(image, quiet_spot(0, 0)), kRed);
  EXPECT_EQ(at(image, quiet_spot(0, 1)), kFill);
  EXPECT_EQ(at(image, quiet_spot(2, 2)), kRed);
  EXPECT_EQ(image.at(kLeft + kCell, kTop + 20), kLine);
  EXPECT_EQ(image.at(kLeft + 20, kTop + kCell), kLine);
}

TEST_F(CairoLattices, ACutBetweenCellsTakesLinesAndNumbersToo) {
  Plane plane = plane_of(3, 3);
  plane.numbers = true;
  plane.values = values_of(3, 3, {1, 1, 1, 1, 8, 8, 1, 8, 8});
  CellLattice cut = cut_lattice();
  cut.column = 0.5F;
  const Image image = render(cut_scene(cut, plane));
  EXPECT_EQ(image.at(kLeft + 2 * kCell - 2, kTop + kCell + 6), kRed);
  EXPECT_EQ(image.at(kLeft + 2 * kCell, kTop + kCell + 6), kRed) << "a line in the hole";
  EXPECT_EQ(image.at(kLeft + 2 * kCell, kTop + 6), kLine) << "the same above it";
  EXPECT_EQ(count_in_cell(image, 1, 1, kNumber), 0);
  EXPECT_EQ(count_in_cell(image, 1, 0, kNumber), 0) << "half of the cell is left";
  cut.column = 0.8F;
  const Image nearly_past = render(cut_scene(cut, plane));
  EXPECT_GT(count_in_cell(nearly_past, 1, 0, kNumber), 5) << "the cut does not reach its middle half";
  EXPECT_EQ(count_in_cell(nearly_past, 1, 1, kNumber), 0);
  EXPECT_GT(count_in_cell(nearly_past, 0, 0, kNumber), 5);
}

TEST_F(CairoLattices, CutCellsAreNotHatched) {
  Plane plane = plane_of(3, 3);
  plane.reads = std::make_shared<const LayerReads>();
  plane.hatch = color_of(kNumber);
  const Image image = render(cut_scene(cut_lattice(), plane));
  EXPECT_EQ(count_in_cell(image, 1, 1, kRed), (kCell - 6) * (kCell - 6));
  EXPECT_GT(count_in_cell(image, 0, 0, kNumber), 20);
}

}  // namespace
}  // namespace convscope::testing
