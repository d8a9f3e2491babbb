#include "app/render/cairo_renderer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/render/style.h"
#include "app/scene/numbers.h"

namespace convscope {
namespace {

constexpr std::uint32_t kBackground = 0xfffdfdfb;
constexpr std::uint32_t kFill = 0xff268bd2;
constexpr std::uint32_t kPending = 0xffe7f3f1;
constexpr std::uint32_t kLine = 0xff002b36;
constexpr std::uint32_t kNumber = 0xffffffff;
constexpr std::uint32_t kRed = 0xffc00020;

constexpr int kCell = 40;
constexpr int kLeft = 60;  ///< Where the plane's first cell starts on the picture.
constexpr int kTop = 80;

Color color_of(std::uint32_t argb) { return rgb(argb & 0xffffff); }

/// A picture of 400 × 300 on which cells are 40 pixels wide.
Scene empty_scene() {
  Scene scene;
  scene.size = {400, 300};
  scene.background = color_of(kBackground);
  scene.camera = Camera{.scale = kCell};
  return scene;
}

/// 2 rows × 3 columns, its corner at (kLeft, kTop), with lines of two pixels on whole pixels.
Plane plain_plane() {
  Plane plane;
  plane.name = "plane";
  plane.origin = {static_cast<float>(kLeft) / kCell, static_cast<float>(kTop) / kCell, 0};
  plane.rows = 2;
  plane.columns = 3;
  plane.filled = 6;
  plane.fill = color_of(kFill);
  plane.pending_fill = color_of(kPending);
  plane.line = color_of(kLine);
  plane.line_width = 2;
  plane.number_color = color_of(kNumber);
  plane.lattice_number_color = color_of(kNumber);
  return plane;
}

ChannelValues values_of(std::int64_t rows, std::int64_t columns, std::vector<float> values) {
  return {std::make_shared<const Tensor>(Shape{1, 1, rows, columns}, std::move(values)), 0, 0};
}

/// A spot of a cell that neither number nor line touches.
Vec2 quiet_spot(std::int64_t row, std::int64_t column) {
  return {static_cast<float>(kLeft + column * kCell + 4), static_cast<float>(kTop + row * kCell + 4)};
}

std::string hex(std::uint32_t pixel) {
  char text[16];
  std::snprintf(text, sizeof text, "%08x", pixel);
  return text;
}

/// Each channel at most `tolerance` away.
void expect_near(std::uint32_t actual, std::uint32_t expected, int tolerance) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    EXPECT_NEAR(static_cast<int>(actual >> shift & 0xff), static_cast<int>(expected >> shift & 0xff), tolerance)
        << hex(actual) << " instead of " << hex(expected);
  }
}

/// `top` with its alpha over the opaque `bottom`.
std::uint32_t over(const Color& top, std::uint32_t bottom) {
  const auto mixed = [&](float channel, unsigned shift) {
    const float below = static_cast<float>(bottom >> shift & 0xff);
    return static_cast<std::uint32_t>(std::lround(top.alpha * channel * 255 + (1 - top.alpha) * below)) << shift;
  };
  return 0xff000000 | mixed(top.red, 16) | mixed(top.green, 8) | mixed(top.blue, 0);
}

struct Box {
  int left = 1 << 30;
  int top = 1 << 30;
  int right = -1;  ///< Behind the last.
  int bottom = -1;
  [[nodiscard]] bool empty() const { return right < 0; }
};

/// Where the picture differs from the one without a detail.
Box difference(const Image& a, const Image& b) {
  Box box;
  for (int y = 0; y < a.height; ++y) {
    for (int x = 0; x < a.width; ++x) {
      if (a.at(x, y) != b.at(x, y)) {
        box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x + 1), std::max(box.bottom, y + 1)};
      }
    }
  }
  return box;
}

class CairoRenderer : public ::testing::Test {
 protected:
  [[nodiscard]] Image render(const Scene& scene) const { return render_cairo(scene, fonts_); }
  [[nodiscard]] Image render(const Plane& plane) const {
    Scene scene = empty_scene();
    scene.items.emplace_back(plane);
    return render(scene);
  }
  [[nodiscard]] std::uint32_t at(const Image& image, Vec2 spot) const {
    return image.at(static_cast<int>(spot.x), static_cast<int>(spot.y));
  }

  FontSet fonts_ = FontSet::load().value();
};

TEST_F(CairoRenderer, AnEmptySceneIsItsBackground) {
  const Image image = render(empty_scene());
  EXPECT_EQ(image.width, 400);
  EXPECT_EQ(image.height, 300);
  EXPECT_EQ(image.pixels, std::vector<std::uint32_t>(400 * 300, kBackground));
}

TEST_F(CairoRenderer, ABackgroundWithoutAlphaLeavesPixelsTransparent) {
  Scene scene = empty_scene();
  scene.background.alpha = 0;
  scene.items.emplace_back(plain_plane());
  const Image image = render(scene);
  EXPECT_EQ(image.at(0, 0), 0U);
  EXPECT_EQ(at(image, quiet_spot(0, 0)), kFill);
}

TEST_F(CairoRenderer, HalfTransparentPaintKeepsItsColourOnNothing) {
  Scene scene = empty_scene();
  scene.background.alpha = 0;
  Plane plane = plain_plane();
  plane.fill = rgb(0xc08040, 0.5F);
  scene.items.emplace_back(plane);
  expect_near(at(render(scene), quiet_spot(0, 0)), 0x80c08040, 1);
}

TEST_F(CairoRenderer, CellsAreFilledInRowMajorOrder) {
  for (std::int64_t filled = 0; filled <= 6; ++filled) {
    Plane plane = plain_plane();
    plane.filled = filled;
    const Image image = render(plane);
    for (std::int64_t cell = 0; cell < 6; ++cell) {
      EXPECT_EQ(at(image, quiet_spot(cell / 3, cell % 3)), cell < filled ? kFill : kPending)
          << "cell " << cell << " of " << filled;
    }
  }
}

TEST_F(CairoRenderer, GridLinesAreSharpAndCentredOnTheirEdge) {
  const Image image = render(plain_plane());
  for (int column = 0; column <= 3; ++column) {
    const int edge = kLeft + column * kCell;
    const int y = kTop + 10;
    EXPECT_EQ(image.at(edge - 2, y), column == 0 ? kBackground : kFill);
    EXPECT_EQ(image.at(edge - 1, y), kLine);
    EXPECT_EQ(image.at(edge, y), kLine);
    EXPECT_EQ(image.at(edge + 1, y), column == 3 ? kBackground : kFill);
  }
  for (int row = 0; row <= 2; ++row) {
    const int edge = kTop + row * kCell;
    EXPECT_EQ(image.at(kLeft + 10, edge - 1), kLine);
    EXPECT_EQ(image.at(kLeft + 10, edge), kLine);
  }
  EXPECT_EQ(image.at(kLeft - 1, kTop - 1), kLine) << "the corner is mitred";
  EXPECT_EQ(image.at(kLeft + 3 * kCell, kTop + 2 * kCell), kLine);
}

TEST_F(CairoRenderer, LineWidthFollowsTheContentScale) {
  Scene scene = empty_scene();
  scene.content_scale = 3;
  scene.items.emplace_back(plain_plane());
  const Image image = render(scene);
  EXPECT_EQ(image.at(kLeft - 4, kTop + 20), kBackground);
  EXPECT_EQ(image.at(kLeft - 3, kTop + 20), kLine);
  EXPECT_EQ(image.at(kLeft + 2, kTop + 20), kLine);
  EXPECT_EQ(image.at(kLeft + 3, kTop + 20), kFill);
}

TEST_F(CairoRenderer, LinesOfTinyCellsDoNotCoverTheirPlane) {
  Scene scene = empty_scene();
  Plane plane = plain_plane();
  scene.camera.scale = 1;
  plane.origin = {10, 10, 0};
  plane.rows = plane.columns = 200;
  plane.filled = 200 * 200;
  scene.items.emplace_back(plane);
  const Image image = render(scene);
  EXPECT_EQ(image.at(100, 100), kFill);
  EXPECT_EQ(image.at(10, 100), kLine) << "the outline stays";
}

TEST_F(CairoRenderer, LineColourDoesNotPileUpWhereLinesCross) {
  Plane plane = plain_plane();
  plane.line = rgb(0x000000, 0.5F);
  const Image image = render(plane);
  const std::uint32_t once = over(plane.line, kFill);
  expect_near(image.at(kLeft + kCell, kTop + 10), once, 1);
  expect_near(image.at(kLeft + kCell, kTop + kCell), once, 1);
}

TEST_F(CairoRenderer, TheLatticeTintsItsCellsOnly) {
  Plane plane = plain_plane();
  const Color overlay = rgb(0x073642, 0.4F);
  plane.lattice =
      CellLattice{.columns = 2, .column_spacing = 2, .overlay = overlay, .corner_values = {}, .corner_color = {}};
  const Image image = render(plane);
  expect_near(at(image, quiet_spot(0, 0)), over(overlay, kFill), 1);
  EXPECT_EQ(at(image, quiet_spot(0, 1)), kFill);
  expect_near(at(image, quiet_spot(0, 2)), over(overlay, kFill), 1);
  EXPECT_EQ(at(image, quiet_spot(1, 0)), kFill);
  EXPECT_EQ(image.at(kLeft, kTop + 10), kLine) << "grid lines lie over the tint";
}

TEST_F(CairoRenderer, ADenseLatticeHasNoSeamsOnASlantedPlane) {
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
  plane.lattice = CellLattice{.rows = 3, .columns = 3, .overlay = overlay, .corner_values = {}, .corner_color = {}};
  scene.items.emplace_back(plane);
  const Image image = render(scene);
  for (float t = 0.1F; t < 2.9F; t += 0.01F) {
    expect_near(at(image, scene.camera.project({1, t, 0})), over(overlay, kFill), 1);
  }
}

TEST_F(CairoRenderer, ALatticeBetweenTwoCellsTintsPartsOfBoth) {
  Plane plane = plain_plane();
  const Color overlay = rgb(0x073642, 0.4F);
  plane.lattice = CellLattice{.column = 0.5F, .overlay = overlay, .corner_values = {}, .corner_color = {}};
  const Image image = render(plane);
  EXPECT_EQ(image.at(kLeft + kCell / 2 - 1, kTop + 10), kFill);
  expect_near(image.at(kLeft + kCell / 2, kTop + 10), over(overlay, kFill), 1);
  expect_near(image.at(kLeft + kCell * 3 / 2 - 1, kTop + 10), over(overlay, kFill), 1);
  EXPECT_EQ(image.at(kLeft + kCell * 3 / 2, kTop + 10), kFill);
}

TEST_F(CairoRenderer, TakenPaddingCellsAreTintedOnTheBareBackground) {
  Plane plane = plain_plane();
  plane.border.cells = {1, 1, 1, 1};
  plane.border.line = color_of(kRed);
  const Color overlay = rgb(0x073642, 0.4F);
  plane.lattice = CellLattice{.row = -1, .column = -1, .overlay = overlay, .corner_values = {}, .corner_color = {}};
  const Image image = render(plane);
  expect_near(at(image, quiet_spot(-1, -1)), over(overlay, kBackground), 1);
  EXPECT_EQ(at(image, quiet_spot(-1, 0)), kBackground);
}

TEST_F(CairoRenderer, EveryEdgeOfPaddingIsDashedFromItsFirstCorner) {
  Plane plane = plain_plane();
  plane.border.cells = {1, 2, 1, 1};  // The bottom has two rows.
  plane.border.line = color_of(kRed);
  const Image image = render(plane);
  const auto dashed_along_x = [&](int x, int y) {
    for (int i = 1; i < kCell - 1; ++i) {
      const bool ink = i % 7 < 4;
      EXPECT_EQ(image.at(x + i, y), ink ? kRed : kBackground) << "pixel " << i << " from (" << x << ", " << y << ")";
    }
  };
  dashed_along_x(kLeft - kCell, kTop - kCell);
  dashed_along_x(kLeft + 2 * kCell, kTop - kCell);
  dashed_along_x(kLeft, kTop + 3 * kCell);
  dashed_along_x(kLeft + 3 * kCell, kTop + 4 * kCell);
  dashed_along_x(kLeft - kCell, kTop + kCell);
  EXPECT_EQ(image.at(kLeft + 10, kTop), kLine) << "the plane's own edge stays solid";
  EXPECT_EQ(image.at(kLeft + 3 * kCell + 10, kTop + 5 * kCell), kBackground) << "nothing beyond the padding";
  // Down a column of padding, too.
  for (int i = 1; i < kCell - 1; ++i) {
    EXPECT_EQ(image.at(kLeft - kCell, kTop + i), i % 7 < 4 ? kRed : kBackground) << i;
  }
}

TEST_F(CairoRenderer, DashesGrowWithTheContentScale) {
  Scene scene = empty_scene();
  scene.content_scale = 2;
  Plane plane = plain_plane();
  plane.line_width = 1;
  plane.border.cells = {1, 0, 0, 0};
  plane.border.line = color_of(kRed);
  scene.items.emplace_back(plane);
  const Image image = render(scene);
  for (int i = 1; i < kCell - 1; ++i) {
    EXPECT_EQ(image.at(kLeft + i, kTop - kCell), i % 14 < 8 ? kRed : kBackground) << i;
  }
}

TEST_F(CairoRenderer, AFrameLiesOverEverythingElse) {
  Plane plane = plain_plane();
  plane.frame = CellFrame{.row = 0, .column = 1, .rows = 1, .columns = 1, .color = color_of(kRed), .width = 4};
  const Image image = render(plane);
  const int edge = kLeft + kCell;
  EXPECT_EQ(image.at(edge - 3, kTop + 20), kFill);
  EXPECT_EQ(image.at(edge - 2, kTop + 20), kRed);
  EXPECT_EQ(image.at(edge + 1, kTop + 20), kRed);
  EXPECT_EQ(image.at(edge + 2, kTop + 20), kFill);
  EXPECT_EQ(image.at(edge - 2, kTop - 2), kRed) << "the corner is mitred";
}

TEST_F(CairoRenderer, LaterItemsCoverEarlierOnes) {
  Scene scene = empty_scene();
  Plane later = plain_plane();
  later.fill = color_of(kRed);
  scene.items.emplace_back(plain_plane());
  scene.items.emplace_back(later);
  EXPECT_EQ(at(render(scene), quiet_spot(0, 0)), kRed);
}

TEST_F(CairoRenderer, LinesGoFromPointToPoint) {
  Scene scene = empty_scene();
  scene.items.emplace_back(Line{.from = {1, 1, 0}, .to = {3, 1, 0}, .color = color_of(kRed), .width = 2});
  const Image image = render(scene);
  EXPECT_EQ(image.at(80, 39), kRed);
  EXPECT_EQ(image.at(80, 40), kRed);
  EXPECT_EQ(image.at(80, 38), kBackground);
  EXPECT_EQ(image.at(80, 41), kBackground);
  EXPECT_EQ(image.at(37, 40), kBackground);
  EXPECT_EQ(image.at(122, 40), kBackground);
}

TEST_F(CairoRenderer, SlantedCellsLieWhereTheCameraLeadsThem) {
  Scene scene = empty_scene();
  scene.camera.axis_x = {1, -0.5F};
  scene.camera.axis_y = {0.7F, 0.65F};
  scene.camera.axis_z = {0, -1};
  scene.camera.shift = {60, 150};
  Plane plane = plain_plane();
  plane.origin = {0, 0, 0.5F};
  plane.filled = 4;
  scene.items.emplace_back(plane);
  const Image image = render(scene);
  for (std::int64_t cell = 0; cell < 6; ++cell) {
    const Vec3 centre{static_cast<float>(cell % 3) + 0.5F, static_cast<float>(cell / 3) + 0.5F, 0.5F};
    EXPECT_EQ(at(image, scene.camera.project(centre)), cell < 4 ? kFill : kPending) << cell;
  }
  EXPECT_EQ(at(image, scene.camera.project({-0.2F, 1, 0.5F})), kBackground);
  EXPECT_EQ(at(image, scene.camera.project({3.2F, 1, 0.5F})), kBackground);
}

/// The plane's picture with numbers against the one without.
Box ink_of_numbers(const std::function<Image(const Plane&)>& render, Plane plane) {
  plane.numbers = true;
  const Image with = render(plane);
  plane.numbers = false;
  plane.border.numbers = false;
  return difference(with, render(plane));
}

TEST_F(CairoRenderer, NumbersStandInTheMiddleOfTheirCell) {
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

TEST_F(CairoRenderer, OnlyFilledCellsHaveNumbers) {
  Plane plane = plain_plane();
  plane.filled = 2;
  plane.values = values_of(2, 3, {1, 2, 3, 4, 5, 6});
  const Box ink = ink_of_numbers([&](const Plane& p) { return render(p); }, plane);
  EXPECT_GT(ink.right, kLeft + kCell);
  EXPECT_LT(ink.right, kLeft + 2 * kCell);
  EXPECT_LT(ink.bottom, kTop + kCell);
}

TEST_F(CairoRenderer, NumbersUnderTheLatticeHaveItsColour) {
  Plane plane = plain_plane();
  plane.values = values_of(2, 3, {1, 1, 1, 1, 1, 1});
  plane.numbers = true;
  plane.lattice = CellLattice{.row = 1, .column = 1, .overlay = rgb(0, 0), .corner_values = {}, .corner_color = {}};
  plane.lattice_number_color = color_of(kRed);
  const Image image = render(plane);
  const auto count = [&](int row, int column, std::uint32_t color) {
    int pixels = 0;
    for (int y = kTop + row * kCell + 3; y < kTop + (row + 1) * kCell - 3; ++y) {
      for (int x = kLeft + column * kCell + 3; x < kLeft + (column + 1) * kCell - 3; ++x) {
        pixels += image.at(x, y) == color;
      }
    }
    return pixels;
  };
  EXPECT_GT(count(1, 1, kRed), 5);
  EXPECT_EQ(count(1, 1, kNumber), 0);
  EXPECT_GT(count(0, 0, kNumber), 0);
  EXPECT_EQ(count(0, 0, kRed), 0);
}

TEST_F(CairoRenderer, CornerValuesEndAtTheirMargins) {
  Plane plane = plain_plane();
  plane.values = values_of(2, 3, {0, 0, 0, 0, 0, 0});
  plane.numbers = true;
  plane.lattice =
      CellLattice{.row = 0, .column = 1, .overlay = rgb(0, 0), .corner_values = {}, .corner_color = color_of(kRed)};
  const Image without = render(plane);
  plane.lattice->corner_values = values_of(1, 1, {4});
  const Box ink = difference(render(plane), without);
  ASSERT_FALSE(ink.empty());
  const float margin = style::corner_margin * kCell;
  const float right = kLeft + 2 * kCell - margin;
  const float bottom = kTop + kCell - margin;
  EXPECT_LE(ink.right, std::ceil(right) + 1);
  EXPECT_GE(ink.right, right - 3);
  EXPECT_NEAR(ink.bottom, bottom, 1.5);
  EXPECT_GT(ink.left, kLeft + kCell + kCell / 2);
}

TEST_F(CairoRenderer, PaddingShowsItsZeros) {
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

TEST_F(CairoRenderer, NumbersOnASlantedPlaneStayInTheirCell) {
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

TEST_F(CairoRenderer, LabelsStartEndOrCentreAtTheirAnchor) {
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
                                   .color = color_of(kRed)});
    const Box ink = difference(render(scene), empty);
    const float start = 203 - anchor * width;
    EXPECT_NEAR(ink.left, start + 2, 2) << anchor;
    EXPECT_NEAR(ink.right, start + width - 2, 2) << anchor;
    EXPECT_EQ(ink.bottom, 150) << "flat feet stand on the base line";
  }
}

TEST_F(CairoRenderer, LabelsGrowWithTheContentScale) {
  Scene scene = empty_scene();
  const Image empty = render(scene);
  scene.items.emplace_back(
      Label{.text = "H", .position = {2, 5, 0}, .offset = {10, 0}, .size = 20, .color = color_of(kRed)});
  const Box once = difference(render(scene), empty);
  scene.content_scale = 3;
  const Box thrice = difference(render(scene), empty);
  EXPECT_NEAR(thrice.bottom - thrice.top, 3 * (once.bottom - once.top), 3);
  EXPECT_NEAR(thrice.left - 80, 3 * (once.left - 80), 3);
}

TEST_F(CairoRenderer, SignsThatTheFirstFaceLacksAreDrawnByTheFallback) {
  Scene scene = empty_scene();
  const Image empty = render(scene);
  const auto ink = [&](const std::string& text) {
    Scene copy = scene;
    copy.items.emplace_back(
        Label{.text = text, .position = {2, 2, 0}, .offset = {}, .size = 40, .color = color_of(kRed)});
    return render(copy);
  };
  const Image unknown = ink("\U0010fffd");
  EXPECT_NE(ink("\u230a"), unknown);
  EXPECT_NE(ink("\u230a"), empty);
  EXPECT_NE(ink("\u230a"), ink("\u230b"));
}

TEST_F(CairoRenderer, EqualScenesGiveEqualPixels) {
  Scene scene = empty_scene();
  Plane plane = plain_plane();
  plane.values = values_of(2, 3, {1, -2.5F, 3, 4, 5e7F, 6});
  plane.numbers = true;
  scene.items.emplace_back(plane);
  scene.items.emplace_back(Label{.text = "input \u2192", .position = {1, 1, 0}, .offset = {}, .color = color_of(kRed)});
  const Image first = render(scene);
  EXPECT_EQ(render(scene), first);
  EXPECT_EQ(render_cairo(scene, FontSet::load().value()), first) << "with fonts loaded anew";
}

}  // namespace
}  // namespace convscope
