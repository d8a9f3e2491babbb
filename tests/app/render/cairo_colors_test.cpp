#include <cmath>
#include <memory>
#include <numeric>
#include <vector>

#include "app/render/cairo_handles.h"
#include "tests/app/render/cairo_picture.h"

namespace convscope::testing {
namespace {

constexpr ColorScale kScale{ColorMap::sequential, -2, 6};

/// A plane whose cells are coloured by these values.
Plane colored_plane(std::int64_t rows, std::int64_t columns, std::vector<float> values) {
  Plane plane = plane_of(rows, columns);
  plane.cell_fill = ValueFill{values_of(rows, columns, std::move(values)), kScale};
  return plane;
}

std::uint32_t colored(float value) { return pixel_of(scale_color(kScale, value)); }

using CairoColors = CairoPicture;

TEST_F(CairoColors, CellsHaveTheColoursOfTheirValues) {
  const Image image = render(colored_plane(2, 3, {-2, -1, 0, 1, 3, 99}));
  const std::vector<float> values{-2, -1, 0, 1, 3, 99};
  for (int cell = 0; cell < 6; ++cell) {
    const std::uint32_t color = colored(values[static_cast<std::size_t>(cell)]);
    EXPECT_EQ(count_in_cell(image, cell / 3, cell % 3, color), (kCell - 6) * (kCell - 6)) << cell;
  }
  EXPECT_EQ(image.at(kLeft + kCell, kTop + 10), kLine) << "grid lines lie over the colours";
  EXPECT_EQ(image.at(kLeft - 2, kTop + 10), kBackground);
}

TEST_F(CairoColors, NanAndWhatIsNotFilledKeepTheirFills) {
  Plane plane = colored_plane(2, 3, {1, NAN, 2, 3, 4, 5});
  plane.filled = 4;
  const Image image = render(plane);
  EXPECT_EQ(at(image, quiet_spot(0, 0)), colored(1));
  EXPECT_EQ(at(image, quiet_spot(0, 1)), kFill);
  EXPECT_EQ(at(image, quiet_spot(1, 0)), colored(3));
  EXPECT_EQ(at(image, quiet_spot(1, 1)), kPending);
  EXPECT_EQ(at(image, quiet_spot(1, 2)), kPending);
}

TEST_F(CairoColors, AreThoseOfTheNamedChannel) {
  Plane plane = plane_of(1, 2);
  const auto tensor = std::make_shared<const Tensor>(Shape{2, 2, 1, 2}, std::vector<float>{0, 1, 2, 3, 4, 5, 6, 7});
  plane.cell_fill = ValueFill{{tensor, 1, 0}, kScale};
  const Image image = render(plane);
  EXPECT_EQ(at(image, quiet_spot(0, 0)), colored(4));
  EXPECT_EQ(at(image, quiet_spot(0, 1)), colored(5));
}

TEST_F(CairoColors, ValuesOfAStretchedPlaneLieOnItsMultiples) {
  Plane plane = plane_of(3, 5);
  plane.stretch = {.by = {2, 4}, .gap_fill = color_of(kRed), .gap_number_color = {}};
  plane.cell_fill = ValueFill{values_of(2, 2, {0, 1, 2, 3}), kScale};
  const Image image = render(plane);
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 5; ++column) {
      const bool cell = row % 2 == 0 && column % 4 == 0;
      const auto value = static_cast<float>(row / 2 * 2 + column / 4);
      EXPECT_EQ(at(image, quiet_spot(row, column)), cell ? colored(value) : kRed) << row << ", " << column;
    }
  }
}

TEST_F(CairoColors, GapsLieInPlainPlanesToo) {
  Plane plane = plane_of(3, 3);
  plane.stretch = {.by = {2, 2}, .gap_fill = color_of(kRed), .gap_number_color = {}};
  const Image image = render(plane);
  EXPECT_EQ(at(image, quiet_spot(0, 0)), kFill);
  EXPECT_EQ(at(image, quiet_spot(2, 2)), kFill);
  EXPECT_EQ(at(image, quiet_spot(0, 1)), kRed);
  EXPECT_EQ(at(image, quiet_spot(1, 0)), kRed);
  EXPECT_EQ(at(image, quiet_spot(1, 1)), kRed);
}

TEST_F(CairoColors, OpacityLetsTheBackgroundThrough) {
  Plane plane = colored_plane(2, 3, {1, NAN, 2, 3, 4, 5});
  plane.filled = 5;
  plane.opacity = 0.25F;
  const Image image = render(plane);
  expect_near(at(image, quiet_spot(0, 0)), over(with_alpha(scale_color(kScale, 1), 0.25F), kBackground), 1);
  expect_near(at(image, quiet_spot(0, 1)), over(with_alpha(plane.fill, 0.25F), kBackground), 1);
  expect_near(at(image, quiet_spot(1, 2)), over(with_alpha(plane.pending_fill, 0.25F), kBackground), 1);
  expect_near(image.at(kLeft - 1, kTop + 10), over(with_alpha(plane.line, 0.25F), kBackground), 1);
}

/// Colours of cells that are wide on the picture end where their lines lie, however far from the corner.
TEST_F(CairoColors, EdgesStayUnderTheGridLinesWhereCellsAreHuge) {
  Scene scene = empty_scene();
  scene.size = {2000, 60};
  scene.camera.scale = 333.3F;
  Plane plane = colored_plane(1, 6, {-2, 6, -2, 6, -2, 6});
  plane.origin = {};
  plane.line.alpha = 0;
  scene.items.emplace_back(plane);
  const Image image = render(scene);
  for (int x = 2; x < 1998; ++x) {
    const float cell = (static_cast<float>(x) + 0.5F) / 333.3F;
    if (std::abs(cell - std::round(cell)) * 333.3F > 0.75F) {
      ASSERT_EQ(image.at(x, 30), colored(static_cast<int>(cell) % 2 == 0 ? -2 : 6)) << x;
    }
  }
}

TEST_F(CairoColors, LieWhereTheCameraLeadsThem) {
  Scene scene = empty_scene();
  scene.camera.axis_x = {1, -0.5F};
  scene.camera.axis_y = {0.7F, 0.65F};
  scene.camera.shift = {60, 150};
  Plane plane = colored_plane(2, 3, {0, 1, 2, 3, 4, 5});
  plane.origin = {};
  scene.items.emplace_back(plane);
  const Image image = render(scene);
  for (int cell = 0; cell < 6; ++cell) {
    for (const float x : {0.1F, 0.5F, 0.9F}) {
      const Vec3 spot{static_cast<float>(cell % 3) + x, static_cast<float>(cell / 3) + 0.5F, 0};
      EXPECT_EQ(at(image, scene.camera.project(spot)), colored(static_cast<float>(cell)));
    }
  }
}

/// A field of one colour but for its left half, with cells of this many pixels.
Scene small_cells(float cell, std::vector<float> values, std::int64_t side) {
  Scene scene = empty_scene();
  scene.camera.scale = cell;
  Plane plane = colored_plane(side, side, std::move(values));
  plane.origin = {20 / cell, 20 / cell, 0};
  scene.items.emplace_back(plane);
  return scene;
}

TEST_F(CairoColors, CellsOfOnePixelKeepTheirColours) {
  std::vector<float> values(200 * 200);
  std::iota(values.begin(), values.end(), 0.0F);
  for (float& value : values) {
    value = std::fmod(value * 37, 8.0F) - 2;
  }
  const Image image = render(small_cells(1, values, 200));
  for (int y = 5; y < 195; y += 7) {
    for (int x = 5; x < 195; ++x) {
      ASSERT_EQ(image.at(20 + x, 20 + y), colored(values[static_cast<std::size_t>(200 * y + x)])) << x << ", " << y;
    }
  }
}

TEST_F(CairoColors, CellsSmallerThanAPixelAreAveraged) {
  constexpr std::int64_t side = 800;
  std::vector<float> values;
  for (std::int64_t y = 0; y < side; ++y) {
    for (std::int64_t x = 0; x < side; ++x) {
      values.push_back((x + y) % 2 == 0 ? -2.0F : 6.0F);
    }
  }
  const Image image = render(small_cells(0.25F, values, side));
  const std::uint32_t mean = over(with_alpha(scale_color(kScale, -2), 0.5F), colored(6));
  for (int y = 40; y < 200; y += 13) {
    for (int x = 40; x < 200; ++x) {
      expect_near(image.at(x, y), mean, 2);
    }
  }
}

TEST_F(CairoColors, APhotographIsWhereItsCellsAre) {
  constexpr std::int64_t side = 1000;
  std::vector<float> values;
  for (std::int64_t y = 0; y < side; ++y) {
    for (std::int64_t x = 0; x < side; ++x) {
      values.push_back(x < 400 && y < 700 ? -2.0F : 6.0F);
    }
  }
  const Image image = render(small_cells(0.2F, values, side));
  EXPECT_EQ(image.at(20 + 78, 20 + 70), colored(-2));
  EXPECT_EQ(image.at(20 + 81, 20 + 70), colored(6));
  EXPECT_EQ(image.at(20 + 70, 20 + 138), colored(-2));
  EXPECT_EQ(image.at(20 + 70, 20 + 141), colored(6));
}

/// Row 0 is read by kernel row 0, row 1 by both; of the columns, 0 and 1 alike.
std::shared_ptr<const LayerReads> some_reads() {
  return std::make_shared<const LayerReads>(
      LayerReads{.rows = {.first = -1, .counts = {0, 1, 2}, .kernel_cells = {0, 1, 3}},
                 .columns = {.first = 0, .counts = {1, 2}, .kernel_cells = {1, 3}}});
}

Plane swatch_plane() {
  Plane plane = plane_of(2, 2);
  plane.reads = some_reads();
  plane.cell_fill = SwatchFill{{2, 2}, {ColorMap::weights, 0, 4}};
  return plane;
}

TEST_F(CairoColors, SwatchesSayWhichWeightsReadACell) {
  const Plane plane = swatch_plane();
  const Image image = render(plane);
  const auto swatch = [&](int row, int column, int ky, int kx) {
    return at(image, {static_cast<float>(kLeft + column * kCell + kx * kCell / 2 + kCell / 4),
                      static_cast<float>(kTop + row * kCell + ky * kCell / 2 + kCell / 4)});
  };
  for (int row = 0; row < 2; ++row) {
    for (int column = 0; column < 2; ++column) {
      for (int ky = 0; ky < 2; ++ky) {
        for (int kx = 0; kx < 2; ++kx) {
          const bool reads = ky <= row && kx <= column;
          const std::uint32_t color = pixel_of(scale_color({ColorMap::weights, 0, 4}, static_cast<float>(2 * ky + kx)));
          EXPECT_EQ(swatch(row, column, ky, kx), reads ? color : kFill)
              << row << ", " << column << ": " << ky << ", " << kx;
        }
      }
    }
  }
}

TEST_F(CairoColors, SwatchesTooSmallToBeToldApartAreTheirMean) {
  Scene scene = empty_scene();
  scene.camera.scale = 3;
  Plane plane = swatch_plane();
  plane.origin = {10, 10, 0};
  plane.line_width = 0;
  plane.line.alpha = 0;
  scene.items.emplace_back(plane);
  const Image image = render(scene);
  EXPECT_EQ(image.at(31, 31), over(with_alpha(scale_color({ColorMap::weights, 0, 4}, 0), 0.25F), kFill));
  Color mean{0, 0, 0, 1};
  for (int i = 0; i < 4; ++i) {
    const Color color = scale_color({ColorMap::weights, 0, 4}, static_cast<float>(i));
    mean = {mean.red + color.red / 4, mean.green + color.green / 4, mean.blue + color.blue / 4, 1};
  }
  expect_near(image.at(34, 34), pixel_of(mean), 1);
}

/// As a file of shapes keeps it, drawn again in pixels.
Image replayed(const Scene& scene, const FontSet& fonts) {
  const CairoSurface shapes(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nullptr));
  draw_scene(CairoContext(cairo_create(shapes.get())).get(), scene, fonts);
  Image image{400, 300, std::vector<std::uint32_t>(400 * 300)};
  const CairoSurface surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(image.pixels.data()),
                                                                 CAIRO_FORMAT_ARGB32, image.width, image.height,
                                                                 4 * image.width));
  const CairoContext context(cairo_create(surface.get()));
  cairo_set_source_surface(context.get(), shapes.get(), 0, 0);
  cairo_paint(context.get());
  cairo_surface_flush(surface.get());
  return image;
}

TEST_F(CairoColors, AreTheSameInFilesOfShapes) {
  Scene scene = empty_scene();
  Plane plane = colored_plane(2, 3, {-2, NAN, 0, 1, 3, 99});
  plane.filled = 5;
  plane.lattices = {cell_lattice(1, 0, rgb(0, 0))};
  plane.lattices[0].fill = ValueFill{values_of(1, 1, {4}), kScale};
  scene.items.emplace_back(plane);
  const Image pixels = render(scene);
  const Image shapes = replayed(scene, fonts_);
  for (int row = 0; row < 2; ++row) {
    for (int column = 0; column < 3; ++column) {
      expect_near(at(shapes, quiet_spot(row, column)), at(pixels, quiet_spot(row, column)), 1);
    }
  }
  expect_near(at(shapes, quiet_spot(1, 0)), colored(4), 1);
  const Scene small = small_cells(1, std::vector<float>(200 * 200, 3.0F), 200);
  expect_near(replayed(small, fonts_).at(100, 100), colored(3), 1);
}

}  // namespace
}  // namespace convscope::testing
