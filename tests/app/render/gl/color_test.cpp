#include <cmath>
#include <limits>
#include <numeric>
#include <span>

#include "app/render/gl/cell_texels.h"
#include "app/render/style.h"
#include "tests/app/render/gl/picture_test.h"

namespace convscope::testing {
namespace {

constexpr int middle(int cell) { return 50 + 20 * cell; }

ChannelValues values_of(Size size, std::vector<float> values) {
  return {std::make_shared<Tensor>(Shape{1, 1, size.height, size.width}, std::move(values)), 0, 0};
}

ValueFill value_fill(Size size, std::vector<float> values, const ColorScale& scale) {
  return {values_of(size, std::move(values)), scale};
}

constexpr ColorScale tens{ColorMap::sequential, 0, 11};

/// make_plane with the values 0 … 11 as colours, of which (1, 2) is NaN.
Plane make_colored_plane() {
  Plane plane = make_plane();
  std::vector<float> values(12);
  std::iota(values.begin(), values.end(), 0.0F);
  values[6] = NAN;
  plane.cell_fill = value_fill({3, 4}, std::move(values), tens);
  return plane;
}

/// Reads in which kernel row ky touches row y when (ky + y) is even, and no others; columns likewise.
std::shared_ptr<const LayerReads> chequered_reads(std::int64_t rows, std::int64_t columns, std::int64_t kernel) {
  const auto axis = [kernel](std::int64_t count) {
    AxisReads reads;
    for (std::int64_t y = 0; y < count; ++y) {
      std::uint64_t bits = 0;
      for (std::int64_t k = 0; k < kernel; ++k) {
        bits |= (k + y) % 2 == 0 ? std::uint64_t{1} << k : 0;
      }
      reads.counts.push_back(1);
      reads.kernel_cells.push_back(bits);
    }
    return reads;
  };
  return std::make_shared<LayerReads>(LayerReads{axis(rows), axis(columns)});
}

class GlColors : public PictureTest {
 protected:
  /// A plane at a scale, its corner in the picture's.
  [[nodiscard]] Picture draw_at(const Plane& plane, float scale, Vec2 shift = {}) {
    Scene scene = make_scene(size);
    scene.camera.scale = scale;
    scene.camera.shift = shift;
    scene.items = {plane};
    return draw(scene);
  }
};

TEST_F(GlColors, ColourEachCellByItsValue) {
  const Picture picture = draw(make_colored_plane());
  for (int cell = 0; cell < 12; ++cell) {
    const Color expected = cell == 6 ? blue : scale_color(tens, static_cast<float>(cell));
    for (const int aside : {-9, 0, 9}) {
      EXPECT_TRUE(same_color(picture.at(middle(cell % 4) + aside, middle(cell / 4)), solid(expected))) << cell;
    }
  }
}

TEST_F(GlColors, LeavePendingCellsTheirFill) {
  Plane plane = make_colored_plane();
  plane.filled = 5;
  const Picture picture = draw(plane);
  EXPECT_TRUE(same_color(picture.at(middle(0), middle(1)), solid(scale_color(tens, 4))));
  EXPECT_TRUE(same_color(picture.at(middle(1), middle(1)), solid(plane.pending_fill)));
  EXPECT_TRUE(same_color(picture.at(middle(0), middle(2)), solid(plane.pending_fill)));
  EXPECT_TRUE(same_color(picture.at(middle(3), middle(0)), solid(scale_color(tens, 3))));
}

TEST_F(GlColors, KnowInfinitiesAndScalesOfOneValue) {
  Plane plane = make_plane();
  plane.rows = 1;
  plane.columns = 3;
  plane.filled = 3;
  const float infinity = std::numeric_limits<float>::infinity();
  for (const ColorScale& scale : {ColorScale{ColorMap::diverging, -1, 1}, ColorScale{ColorMap::diverging, 2, 2}}) {
    plane.cell_fill = value_fill({1, 3}, {-infinity, 0, infinity}, scale);
    const Picture picture = draw(plane);
    EXPECT_TRUE(same_color(picture.at(middle(0), 50), solid(scale_color(scale, -infinity))));
    EXPECT_TRUE(same_color(picture.at(middle(1), 50), solid(scale_color(scale, 0))));
    EXPECT_TRUE(same_color(picture.at(middle(2), 50), solid(scale_color(scale, infinity))));
  }
}

TEST_F(GlColors, MultiplyByThePlanesOpacity) {
  Plane plane = make_colored_plane();
  plane.opacity = 0.5F;
  const Picture picture = draw(plane);
  EXPECT_TRUE(same_color(picture.at(middle(3), middle(1)), blended(with_alpha(scale_color(tens, 7), 0.5F), white)));
  EXPECT_TRUE(same_color(picture.at(middle(2), middle(1)), blended(with_alpha(blue, 0.5F), white)));
}

TEST_F(GlColors, SharePixelsThatAnEdgeDividesWhereCellsAreSmall) {
  Plane plane = make_plane();
  plane.rows = 1;
  plane.columns = 2;
  plane.filled = 2;
  const ColorScale scale{ColorMap::diverging, 0, 1};
  plane.cell_fill = value_fill({1, 2}, {0, 1}, scale);
  const Picture picture = draw_at(plane, 4, {10.25F, 10});
  EXPECT_TRUE(same_color(picture.at(13, 12), solid(scale_color(scale, 0))));
  EXPECT_TRUE(same_color(picture.at(14, 12), blended(scale_color(scale, 1), scale_color(scale, 0), 0.75F)));
  EXPECT_TRUE(same_color(picture.at(15, 12), solid(scale_color(scale, 1))));
}

TEST_F(GlColors, AverageCellsThatAreSmallerThanAPixel) {
  Plane plane = make_plane();
  plane.rows = 160;
  plane.columns = 160;
  plane.filled = 160 * 160;
  const ColorScale scale{ColorMap::diverging, 0, 1};
  std::vector<float> values(160 * 160);
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = static_cast<float>((i + i / 160) % 2);
  }
  plane.cell_fill = value_fill({160, 160}, std::move(values), scale);
  const Rgba mean = blended(scale_color(scale, 1), scale_color(scale, 0), 0.5F);
  for (const float at : {20.0F, 20.3F, 20.5F}) {
    const Picture picture = draw_at(plane, 0.5F, {at, at});
    for (int i = 25; i < 95; ++i) {
      ASSERT_TRUE(same_color(picture.at(i, 60), mean)) << i << " at " << at;
      ASSERT_TRUE(same_color(picture.at(60, i), mean)) << i << " at " << at;
    }
  }
}

TEST_F(GlColors, DoNotChangeWhenSmallCellsMoveByWholePixels) {
  Plane plane = make_plane();
  plane.rows = 130;
  plane.columns = 170;
  plane.filled = plane.rows * plane.columns;
  std::vector<float> values(static_cast<std::size_t>(plane.filled));
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = static_cast<float>(i * i % 97);
  }
  plane.cell_fill = value_fill({130, 170}, std::move(values), {ColorMap::sequential, 0, 96});
  const Picture before = draw_at(plane, 0.4F, {10, 10});
  const Picture after = draw_at(plane, 0.4F, {17, 13});
  for (int y = 11; y < 60; ++y) {
    for (int x = 11; x < 77; ++x) {
      ASSERT_TRUE(same_color(after.at(x + 7, y + 3), before.at(x, y))) << x << ", " << y;
    }
  }
}

TEST_F(GlColors, DivideCellsLikeTheKernel) {
  Plane plane = make_plane();
  const ColorScale scale{ColorMap::weights, 0, 4};
  plane.cell_fill = SwatchFill{{2, 2}, scale};
  plane.reads = chequered_reads(3, 4, 2);
  const Picture picture = draw(plane);
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 4; ++column) {
      for (int part = 0; part < 4; ++part) {
        const bool reads = (part / 2 + row) % 2 == 0 && (part % 2 + column) % 2 == 0;
        const Color expected = reads ? scale_color(scale, static_cast<float>(part)) : blue;
        const Rgba found = picture.at(middle(column) - 5 + 10 * (part % 2), middle(row) - 5 + 10 * (part / 2));
        EXPECT_TRUE(same_color(found, solid(expected))) << row << ", " << column << ", part " << part;
      }
    }
  }
}

TEST_F(GlColors, GiveSmallSwatchesTheirCellsMean) {
  Plane plane = make_plane();
  plane.rows = 20;
  plane.columns = 20;
  plane.filled = 400;
  const ColorScale scale{ColorMap::weights, 0, 4};
  plane.cell_fill = SwatchFill{{2, 2}, scale};
  plane.reads = chequered_reads(20, 20, 2);
  const float cell = 1.9F * style::smallest_swatch;
  const Picture picture = draw_at(plane, cell);
  // Each cell has one part that is read, and three of the plane's fill.
  EXPECT_TRUE(same_color(picture.at(static_cast<int>(4.5F * cell), static_cast<int>(6.5F * cell)),
                         blended(scale_color(scale, 0), blue, 0.25F)));
  EXPECT_TRUE(same_color(picture.at(static_cast<int>(5.5F * cell), static_cast<int>(6.5F * cell)),
                         blended(scale_color(scale, 1), blue, 0.25F)));
}

TEST_F(GlColors, HaveNoSwatchesFromTheSixtyFifthKernelRowOn) {
  Plane plane = make_plane();
  plane.rows = 1;
  plane.columns = 1;
  plane.filled = 1;
  const ColorScale scale{ColorMap::weights, 0, 70};
  plane.cell_fill = SwatchFill{{70, 1}, scale};
  LayerReads reads;
  reads.rows.counts = reads.columns.counts = {1};
  reads.rows.kernel_cells = {~std::uint64_t{0}};
  reads.columns.kernel_cells = {1};
  plane.reads = std::make_shared<LayerReads>(reads);
  plane.row_step = {0, 70, 0};
  const Picture picture = draw_at(plane, 4, {10, -130});
  EXPECT_TRUE(same_color(picture.at(12, 124), solid(scale_color(scale, 63))));
  EXPECT_TRUE(same_color(picture.at(12, 128), solid(blue)));
}

TEST_F(GlColors, PutCellsOfAStretchAtItsMultiples) {
  Plane plane = make_colored_plane();
  plane.rows = 5;
  plane.columns = 7;
  plane.filled = 35;
  plane.stretch = {{2, 2}, orange, black};
  Scene scene = make_scene(size);
  scene.items = {plane};
  const Picture picture = draw(scene);
  for (int row = 0; row < 5; ++row) {
    for (int column = 0; column < 7; ++column) {
      const int number = 4 * (row / 2) + column / 2;
      const bool gap = row % 2 == 1 || column % 2 == 1;
      const Color own = number == 6 ? blue : scale_color(tens, static_cast<float>(number));
      EXPECT_TRUE(same_color(picture.at(middle(column), middle(row)), solid(gap ? orange : own)))
          << row << ", " << column;
    }
  }
  EXPECT_TRUE(same_color(picture.at(80, 50), solid(scale_color(tens, 1)))) << "the first pixel of a cell";
  EXPECT_TRUE(same_color(picture.at(79, 50), solid(orange)));
}

TEST_F(GlColors, ShowAPlaneThatNoTextureCanHold) {
  Plane plane = make_plane();
  plane.rows = 1;
  plane.columns = 70000;
  plane.filled = plane.columns;
  std::vector<float> values(70000);
  values[69000] = 1;
  const ColorScale scale{ColorMap::diverging, 0, 1};
  plane.cell_fill = value_fill({1, 70000}, std::move(values), scale);
  const Picture near_end = draw_at(plane, 20, {100 - 69000 * 20, 40});
  EXPECT_TRUE(same_color(near_end.at(110, 50), solid(scale_color(scale, 1))));
  EXPECT_TRUE(same_color(near_end.at(90, 50), solid(scale_color(scale, 0))));
  EXPECT_TRUE(same_color(near_end.at(130, 50), solid(scale_color(scale, 0))));
}

TEST(GlTexels, AverageTheCellsThatAreLeftAtTheEnd) {
  Plane plane = make_plane();
  plane.rows = 1;
  plane.columns = 3;
  const ColorScale scale{ColorMap::diverging, 0, 1};
  plane.cell_fill = value_fill({1, 3}, {0, 0, 1}, scale);
  const gl::TexelGrid grid = gl::texel_grid(plane, {0.5F, 20});
  EXPECT_EQ(grid.block, (Size{1, 2}));
  const std::vector<gl::Texel> texels = gl::cell_texels(plane, grid, gl::TexelChoice(gl::all_texels(plane, grid)));
  EXPECT_EQ(texels, (std::vector{gl::to_texel(scale_color(scale, 0)), gl::to_texel(scale_color(scale, 1))}));
}

/// Byte by byte, rounded.
gl::Texel mean_of(std::span<const gl::Texel> texels) {
  gl::Texel mean = 0;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    std::uint64_t sum = 0;
    for (const gl::Texel texel : texels) {
      sum += texel >> shift & 0xffU;
    }
    mean |= static_cast<gl::Texel>((sum + texels.size() / 2) / texels.size()) << shift;
  }
  return mean;
}

TEST(GlTexels, AverageBlocksOfManyRows) {
  constexpr std::int64_t rows = 700;  // More than can be added up in 16 bits.
  std::vector<float> values(static_cast<std::size_t>(rows * 3), 11);
  for (std::size_t i = 0; i < values.size(); i += 7) {
    values[i] = i % 2 == 0 ? NAN : static_cast<float>(i % 11);
  }
  Plane plane = make_plane();
  plane.rows = rows;
  plane.columns = 3;
  plane.cell_fill = value_fill({rows, 3}, values, tens);
  const gl::TexelGrid grid{.parts = {1, 1}, .block = {rows, 2}};
  const std::vector<gl::Texel> texels = gl::cell_texels(plane, grid, gl::TexelChoice(gl::all_texels(plane, grid)));
  std::vector<gl::Texel> left;
  std::vector<gl::Texel> right;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const gl::Texel texel = std::isnan(values[i]) ? 0 : gl::to_texel(scale_color(tens, values[i]));
    (i % 3 == 2 ? right : left).push_back(texel);
  }
  EXPECT_EQ(texels, (std::vector{mean_of(left), mean_of(right)}));
}

}  // namespace
}  // namespace convscope::testing
