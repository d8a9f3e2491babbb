#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <string>
#include <string_view>

#include "app/scene/build.h"
#include "app/scene/formula.h"
#include "app/scene/numbers.h"
#include "engine/arithmetic.h"
#include "engine/taps.h"

namespace convscope {
namespace {

/// padding_strides of conv_arithmetic with any channels.
Document example(std::int64_t in_channels, std::int64_t out_channels, Look look) {
  Preset preset;
  preset.sized.layer = {
      .in_channels = in_channels, .out_channels = out_channels, .stride = {2, 2}, .padding = {1, 1, 1, 1}};
  Document document = make_document(preset);
  document.view.look = look;
  return document;
}

Scene scene_of(const Document& document, const Moment& moment, const Stage& stage = {.size = {900, 600}}) {
  return build_scene(document, compute(document), moment, stage);
}

const Plane& plane_named(const Scene& scene, std::string_view name) {
  for (const SceneItem& item : scene.items) {
    if (const Plane* plane = std::get_if<Plane>(&item); plane != nullptr && plane->name == name) {
      return *plane;
    }
  }
  throw std::runtime_error("no plane " + std::string(name));
}

template <typename Item>
std::vector<Item> all(const Scene& scene) {
  std::vector<Item> found;
  for (const SceneItem& item : scene.items) {
    if (const Item* one = std::get_if<Item>(&item)) {
      found.push_back(*one);
    }
  }
  return found;
}

/// The picture's corners of everything a plane draws, padding included.
std::vector<Vec2> corners(const Scene& scene, const Plane& plane) {
  std::vector<Vec2> points;
  const Sides& border = plane.border.cells;
  for (const std::int64_t row : {-border.top, plane.rows + border.bottom}) {
    for (const std::int64_t column : {-border.left, plane.columns + border.right}) {
      points.push_back(scene.camera.project(plane.origin + static_cast<float>(column) * plane.column_step +
                                            static_cast<float>(row) * plane.row_step));
    }
  }
  return points;
}

TEST(Scene, IsPure) {
  for (const Look look : {Look::flat, Look::oblique}) {
    const Document document = example(3, 2, look);
    const LayerResult result = compute(document);
    const Stage stage{.size = {900, 600}};
    EXPECT_EQ(build_scene(document, result, {4, 0.5F}, stage), build_scene(document, result, {4, 0.5F}, stage));
  }
}

TEST(Scene, TakesTheCellsThatTheEngineTaps) {
  for (const Look look : {Look::flat, Look::oblique}) {
    const Document document = example(1, 1, look);
    for (std::int64_t step = 0; step < 9; ++step) {
      const Scene scene = scene_of(document, {step, 0});
      const CellLattice taken = plane_named(scene, "input 0").lattices.at(0);
      const Tap first = taps(document.sized, output_of_step(document.sized, step)).front();
      EXPECT_EQ(taken.row, static_cast<float>(first.padded_y));
      EXPECT_EQ(taken.column, static_cast<float>(first.padded_x));
      EXPECT_EQ(plane_named(scene, "output 0").filled, step + 1);
    }
  }
}

TEST(Scene, SlidesBetweenTwoSteps) {
  const Document document = example(1, 1, Look::flat);
  const Scene scene = scene_of(document, {0, 0.25F});
  const CellLattice taken = plane_named(scene, "input 0").lattices.at(0);
  EXPECT_FLOAT_EQ(taken.row, -1);
  EXPECT_FLOAT_EQ(taken.column, -1 + 0.25F * 2);
  EXPECT_FLOAT_EQ(plane_named(scene, "output 0").lattices.at(0).column, 0.25F);
  EXPECT_EQ(plane_named(scene, "output 0").filled, 1) << "the next cell is filled when the window has arrived";
}

TEST(Scene, OutputChannelsFillOneAfterTheOther) {
  const Document document = example(1, 2, Look::oblique);
  const Scene scene = scene_of(document, {9 + 3, 0});
  EXPECT_EQ(plane_named(scene, "output 0").filled, 9);
  EXPECT_EQ(plane_named(scene, "output 1").filled, 4);
  EXPECT_TRUE(plane_named(scene, "output 0").lattices.empty());
  EXPECT_EQ(plane_named(scene, "output 1").lattices.size(), 1U);
}

TEST(Scene, FlatShowsEachFilterBesideItsOutput) {
  const Document document = example(3, 2, Look::flat);
  const Scene scene = scene_of(document, {0, 0});
  for (const std::string channel : {"0", "1"}) {
    const Plane& kernel = plane_named(scene, "kernel " + channel + ",0");
    const Plane& output = plane_named(scene, "output " + channel);
    EXPECT_LT(kernel.origin.x + static_cast<float>(kernel.columns), output.origin.x);
    EXPECT_NEAR(kernel.origin.y, output.origin.y, 0.7F);
  }
  EXPECT_LT(plane_named(scene, "output 0").origin.y + 3, plane_named(scene, "output 1").origin.y);
}

TEST(Scene, ObliqueLinesJoinTheWindowWithTheOutputCell) {
  Document document = example(1, 1, Look::oblique);
  document.sized.layer.dilation = {2, 2};
  document.sized.input_size = {7, 7};
  document = with_layer(document, document.sized);
  const Scene scene = scene_of(document, {4, 0});
  const auto lines = all<Line>(scene);
  ASSERT_EQ(lines.size(), 4U);
  const Plane& input = plane_named(scene, "input 0");
  const Plane& output = plane_named(scene, "output 0");
  EXPECT_EQ(lines[0].from, (input.origin + Vec3{1, 1, 0})) << "the window of output (1, 1) starts at stride − padding";
  EXPECT_EQ(lines[2].from, (input.origin + Vec3{6, 6, 0})) << "and spans d·(k−1) + 1 = 5 cells";
  EXPECT_EQ(lines[0].to, (output.origin + Vec3{1, 1, 0}));
  EXPECT_EQ(lines[2].to, (output.origin + Vec3{2, 2, 0}));
}

TEST(Scene, ObliqueSlantsAsConvArithmeticDoes) {
  const Scene scene = scene_of(example(1, 1, Look::oblique), {0, 0});
  const Vec2 column = scene.camera.direction({1, 0, 0});
  const Vec2 row = scene.camera.direction({0, 1, 0});
  EXPECT_FLOAT_EQ(column.y / column.x, -0.5F);
  EXPECT_FLOAT_EQ(row.x / column.x, 0.7F);
}

struct Sizes {
  Size input;
  std::int64_t in_channels;
  std::int64_t out_channels;
};

TEST(Scene, EveryGridLiesWithinTheStage) {
  const Sizes cases[] = {{{1, 1}, 1, 1},     {{5, 5}, 1, 1}, {{1, 64}, 1, 1},    {{64, 1}, 1, 1},
                         {{32, 32}, 16, 16}, {{7, 7}, 3, 2}, {{512, 512}, 8, 8}, {{9, 9}, 1, 40}};
  const Stage stages[] = {
      {.size = {404, 546}}, {.size = {660, 625}}, {.size = {1300, 985}}, {.size = {3220, 2000}, .content_scale = 2}};
  for (const Sizes& sizes : cases) {
    for (const Look look : {Look::flat, Look::oblique}) {
      Document document = example(sizes.in_channels, sizes.out_channels, look);
      document.sized.input_size = sizes.input;
      document = with_layer(document, document.sized);
      const LayerResult result = compute(document);
      for (const Stage& stage : stages) {
        for (const Moment moment : {Moment{0, 0}, Moment{result.steps - 1, 0}}) {
          const Scene scene = build_scene(document, result, moment, stage);
          for (const Plane& plane : all<Plane>(scene)) {
            for (const Vec2 point : corners(scene, plane)) {
              EXPECT_GE(point.x, 0) << plane.name;
              EXPECT_GE(point.y, 0) << plane.name;
              EXPECT_LE(point.x, stage.size.x)
                  << plane.name << " of input " << sizes.input.height << "x" << sizes.input.width;
              EXPECT_LE(point.y, stage.size.y) << plane.name;
            }
          }
        }
      }
    }
  }
}

TEST(Scene, DoesNotGrowWithTheNumberOfCells) {
  Document document = example(1, 1, Look::flat);
  const std::size_t items = scene_of(document, {0, 0}).items.size();
  document.sized.input_size = {257, 257};
  document = with_layer(document, document.sized);
  EXPECT_EQ(scene_of(document, {0, 0}).items.size(), items);
}

TEST(Scene, NaturalSizeIsTheOneAtWhichCellsAreNatural) {
  for (const auto& [look, cell] : {std::pair{Look::flat, 44.0F}, std::pair{Look::oblique, 30.0F}}) {
    const Document document = example(1, 1, look);
    const LayerResult result = compute(document);
    Stage stage{.labels = false};
    stage.size = natural_size(document, result, stage);
    EXPECT_NEAR(build_scene(document, result, {0, 0}, stage).camera.scale, cell, 0.15F);
  }
}

TEST(Scene, NaturalSizeOfALargeInputHasItsShape) {
  Document document = example(1, 1, Look::flat);
  const auto size_of = [&](const Size& input) {
    document.sized.input_size = input;
    document = with_layer(document, document.sized);
    return natural_size(document, compute(document), {.labels = false});
  };
  const Vec2 large = size_of({100, 100});  // Input, kernel and output beside each other.
  EXPECT_EQ(large.x, max_natural_size);
  EXPECT_LT(large.y, large.x * 0.8F) << "nothing would be below the grids";
  const Vec2 line = size_of({3, 2000});
  EXPECT_EQ(line.x, max_natural_size);
  EXPECT_GT(line.y, 100) << "not a strip of a few pixels";
}

TEST(Numbers, AreAsShortAsTheyCanBeRead) {
  EXPECT_EQ(cell_text(12, 4), "12");
  EXPECT_EQ(cell_text(-3, 4), "\u22123");
  EXPECT_EQ(cell_text(0.5F, 4), "0.5");
  EXPECT_EQ(cell_text(-0.53F, 4), "\u22120.5");
  EXPECT_EQ(cell_text(1.0F / 3, 6), "0.333");
  EXPECT_EQ(cell_text(12345, 4), "1e4");
  EXPECT_EQ(cell_text(0.00001F, 4), "1e\u22125");
  EXPECT_EQ(cell_text(0, 4), "0");
  EXPECT_EQ(cell_text(-0.0F, 4), "0");
  EXPECT_EQ(cell_text(INFINITY, 4), "\u221e");
  EXPECT_EQ(cell_text(-INFINITY, 4), "\u2212\u221e");
  EXPECT_EQ(cell_text(NAN, 4), "NaN");
  EXPECT_EQ(cell_text(-123456, 2), "\u2026");
}

TEST(Numbers, DisappearWhereCellsAreTooSmallToReadThem) {
  Document document = example(1, 1, Look::flat);
  const Scene near = scene_of(document, {0, 0});
  EXPECT_TRUE(number_layout(near, plane_named(near, "input 0")).visible);
  document.sized.input_size = {128, 128};
  document = with_layer(document, document.sized);
  const Scene far = scene_of(document, {0, 0});
  EXPECT_FALSE(number_layout(far, plane_named(far, "input 0")).visible);
}

TEST(Formula, ShowsSymbolsNumbersReductionAndResult) {
  const AxisArithmetic axis =
      output_arithmetic(
          {.layer = {.stride = {2, 2}, .padding = {1, 1, 1, 1}, .dilation = {2, 2}}, .input_size = {8, 8}})
          .height;
  const std::vector<FormulaLine> lines = size_formula(axis);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(plain_text(lines[0]), "out = ⌊(in + 2·p − d·(k − 1) − 1) / s⌋ + 1");
  EXPECT_EQ(plain_text(lines[1]), "= ⌊(8 + 2·1 − 2·(3 − 1) − 1) / 2⌋ + 1");
  EXPECT_EQ(plain_text(lines[2]), "= ⌊(8 + 2 − 4 − 1) / 2⌋ + 1");
  EXPECT_EQ(plain_text(lines[3]), "= ⌊ 5 / 2 ⌋ + 1 = 2 + 1 = 3");
}

TEST(Formula, WritesUnequalPaddingAsTwoTerms) {
  const AxisArithmetic axis = output_arithmetic({.layer = {.padding = {2, 0, 0, 0}}, .input_size = {5, 5}}).height;
  EXPECT_EQ(plain_text(size_formula(axis)[1]), "= ⌊(5 + 2 + 0 − 1·(3 − 1) − 1) / 1⌋ + 1");
}

TEST(Formula, ColoursAParameterAlikeInSymbolsAndNumbers) {
  const std::vector<FormulaLine> lines = size_formula(output_arithmetic({}).height);
  for (std::size_t i = 0; i < lines[0].numerator.size(); ++i) {
    EXPECT_EQ(lines[0].numerator[i].role, lines[1].numerator[i].role);
  }
  EXPECT_EQ(lines[0].denominator.front().role, Role::stride);
}

}  // namespace
}  // namespace convscope
