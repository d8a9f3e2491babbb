#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/scene/build.h"
#include "app/scene/color_scale.h"
#include "app/scene/matrix_view.h"
#include "app/scene/overlay.h"
#include "app/scene/palette.h"
#include "app/timeline/schedule.h"
#include "engine/taps.h"

namespace convscope {
namespace {

Document example(const View& view, Op op = Op::conv2d) {
  Preset preset;
  preset.sized.layer = {.op = op, .in_channels = 2, .out_channels = 2, .stride = {2, 2}, .padding = {1, 1, 1, 1}};
  return make_document(preset, view);
}

Scene scene_of(const Document& document, std::int64_t step = 0, const Stage& stage = {.size = {900, 600}}) {
  return build_scene(document, compute(document), {.step = step}, stage);
}

const Plane& plane_named(const Scene& scene, std::string_view name) {
  for (const SceneItem& item : scene.items) {
    if (const Plane* plane = std::get_if<Plane>(&item); plane != nullptr && plane->name == name) {
      return *plane;
    }
  }
  throw std::runtime_error("no plane " + std::string(name));
}

bool has_plane(const Scene& scene, std::string_view name) {
  try {
    static_cast<void>(plane_named(scene, name));
    return true;
  } catch (const std::runtime_error&) {
    return false;
  }
}

TEST(ColorScale, EndsAndMiddle) {
  const ColorScale scale{ColorMap::diverging, -2, 2};
  EXPECT_EQ(color_index(scale, -2), 0U);
  EXPECT_EQ(color_index(scale, 0), 128U);
  EXPECT_EQ(color_index(scale, 2), 255U);
  EXPECT_EQ(color_index(scale, 1e30F), 255U);
  EXPECT_EQ(color_index(scale, -INFINITY), 0U);
  EXPECT_EQ(color_index({ColorMap::sequential, 3, 3}, 3), 128U) << "a tensor of one value";
}

TEST(ColorScale, SequentialGrowsLighterAndDivergingIsPaleInTheMiddle) {
  const auto lightness = [](Color c) { return 0.2126F * c.red + 0.7152F * c.green + 0.0722F * c.blue; };
  const ColorTable& sequential = color_table(ColorMap::sequential);
  for (std::size_t i = 1; i < sequential.size(); ++i) {
    EXPECT_GE(lightness(sequential[i]) + 1e-4F, lightness(sequential[i - 1])) << i;
  }
  const ColorTable& diverging = color_table(ColorMap::diverging);
  EXPECT_GT(lightness(diverging[128]), 0.85F);
  EXPECT_LT(lightness(diverging[0]), 0.3F);
  EXPECT_LT(lightness(diverging[255]), 0.4F);
}

TEST(ColorScale, NumbersAreReadableOnEveryColour) {
  for (const ColorMap map : {ColorMap::sequential, ColorMap::diverging, ColorMap::weights}) {
    for (const Color& color : color_table(map)) {
      const Color text = readable_on(color);
      EXPECT_TRUE(text == rgb(0xffffff) || text == rgb(0x000000));
    }
  }
  EXPECT_EQ(readable_on(rgb(0xffffff)), rgb(0x000000));
  EXPECT_EQ(readable_on(rgb(0x0b3c7d)), rgb(0xffffff));
}

TEST(Coloring, ByValueCoversTheTensorsOwnRange) {
  const Document document = example({.coloring = Coloring::sequential});
  const LayerResult result = compute(document);
  const Scene scene = scene_of(document);
  const auto fill = std::get<ValueFill>(plane_named(scene, "input 0").cell_fill);
  EXPECT_EQ(fill.values.tensor, document.input);
  EXPECT_EQ(fill.scale.low, result.input_range.low);
  EXPECT_EQ(fill.scale.high, result.input_range.high);
  const auto out = std::get<ValueFill>(plane_named(scene, "output 0").cell_fill);
  EXPECT_EQ(out.scale.high, result.output_range.high);
  EXPECT_TRUE(has_plane(scene, "legend input"));
  EXPECT_TRUE(has_plane(scene, "legend output"));
}

TEST(Coloring, DivergingIsEvenAroundZero) {
  const Scene scene = scene_of(example({.coloring = Coloring::diverging}));
  for (const char* name : {"input 0", "kernel 0,0", "output 0"}) {
    const auto fill = std::get<ValueFill>(plane_named(scene, name).cell_fill);
    EXPECT_EQ(fill.scale.low, -fill.scale.high) << name;
    EXPECT_EQ(fill.scale.map, ColorMap::diverging);
  }
}

TEST(Coloring, PlainHasNoLegendAndNoFills) {
  const Scene scene = scene_of(example({}));
  EXPECT_TRUE(std::holds_alternative<std::monostate>(plane_named(scene, "input 0").cell_fill));
  EXPECT_FALSE(has_plane(scene, "legend input"));
}

TEST(Coloring, ByWeightTheWindowHasTheKernelsColours) {
  const Scene scene = scene_of(example({.coloring = Coloring::weight}));
  const Plane& kernel = plane_named(scene, "kernel 0,0");
  const auto of_kernel = std::get<ValueFill>(kernel.cell_fill);
  const CellLattice window = plane_named(scene, "input 0").lattices.at(0);
  EXPECT_EQ(window.fill->scale, of_kernel.scale);
  EXPECT_EQ(window.fill->values.tensor->values().size(), 9U);
  EXPECT_TRUE(std::holds_alternative<SwatchFill>(plane_named(scene, "input 0").cell_fill));
}

TEST(Coloring, CoverageShowsAndWritesCounts) {
  const Document document = example({.coloring = Coloring::coverage});
  const Scene scene = scene_of(document);
  const Plane& input = plane_named(scene, "input 0");
  // Two output channels; windows of stride 2 overlap in odd rows and columns, where 2·2·2 taps meet.
  EXPECT_EQ(input.values.tensor->at({0, 0, 1, 1}), 8);
  EXPECT_EQ(input.values.tensor->at({0, 0, 0, 0}), 2);
}

TEST(Gradients, OfASumComeBackToInputAndWeight) {
  const Document document = example({.flow = Flow::gradient_of_sum});
  const Scene scene = scene_of(document);
  EXPECT_EQ(plane_named(scene, "input 0").values.tensor->shape(), document.input->shape());
  EXPECT_NE(plane_named(scene, "input 0").values.tensor, document.input);
  EXPECT_EQ(plane_named(scene, "output 1").values.tensor->at({0, 1, 2, 2}), 1);
  EXPECT_TRUE(std::holds_alternative<ValueFill>(plane_named(scene, "input 0").cell_fill)) << "gradients have colours";
}

TEST(Gradients, OfACellAreZeroBeyondItsWindow) {
  const Document document = example({.flow = Flow::gradient_of_cell});
  const Scene scene = scene_of(document, 4);
  const Plane& input = plane_named(scene, "input 0");
  EXPECT_EQ(input.values.tensor->at({0, 0, 0, 0}), 0);
  EXPECT_EQ(input.values.tensor->at({0, 0, 2, 2}), document.weight->at({0, 0, 1, 1}));
  EXPECT_EQ(plane_named(scene, "kernel 0,0").values.tensor->at({0, 0, 1, 1}), document.input->at({0, 0, 2, 2}));
}

TEST(Stamping, LeavesTheSumOfTheStampsSoFar) {
  const Document document = example({.transposed = TransposedForm::stamping}, Op::conv_transpose2d);
  const Scene first = scene_of(document, 0);
  const Plane& output = plane_named(first, "output 0");
  const float value = document.input->at({0, 0, 0, 0}) * document.weight->at({0, 0, 1, 1}) + document.bias[0];
  EXPECT_FLOAT_EQ(output.values.tensor->at({0, 0, 0, 0}), value) << "padding 1: the stamp's middle lies on the corner";
  EXPECT_FLOAT_EQ(output.values.tensor->at({0, 0, 4, 4}), document.bias[0]) << "nothing is there yet";
  const LayerResult result = compute(document);
  const std::int64_t last = 2 * 25 - 1;
  const StepValues done = step_values(document, result, {.step = last});
  for (std::size_t i = 0; i < result.output->values().size(); ++i) {
    EXPECT_NEAR(done.output.values->values()[i], result.output->values()[i], 1e-4F);
  }
}

TEST(Stamping, GoesOnFromTheLastStep) {
  Document document = example({.pace = Pace::tap, .transposed = TransposedForm::stamping}, Op::conv_transpose2d);
  const LayerResult result = compute(document);
  const Schedule schedule(document);
  CurrentStep current;
  for (std::int64_t tick = 0; tick < schedule.ticks(); tick += 3) {
    const Progress progress = progress_of(schedule.at(static_cast<double>(tick), Motion::stepwise));
    const Tensor expected = *step_values(document, result, progress).output.values;
    EXPECT_EQ(*current.of(document, result, progress).output.values, expected) << tick;
  }
}

TEST(Matrix, StandsBesideTheGridsWithItsRowLit) {
  const Document document = example({.matrix = MatrixForm::sparse});
  const Scene scene = scene_of(document, 5);
  const Plane& matrix = plane_named(scene, "matrix");
  EXPECT_EQ(matrix.rows, 2 * 3 * 3);
  EXPECT_EQ(matrix.columns, 2 * 5 * 5);
  EXPECT_EQ(matrix.frames.at(0), (CellFrame{5, 0, 1, 50, palette_of(Theme::light).kernel_size, 2}));
  const float left = scene.camera.project(matrix.origin).x;
  for (const SceneItem& item : scene.items) {
    const Plane* plane = std::get_if<Plane>(&item);
    if (plane != nullptr && plane->cells.role != PlaneRole::other) {
      const Vec3 far = plane->origin + static_cast<float>(plane->columns) * plane->column_step;
      EXPECT_LT(scene.camera.project(far).x, left) << plane->name;
    }
  }
}

/// Columns of a row that no lattice covers.
std::vector<std::int64_t> bright_columns(const Plane& matrix, float row) {
  std::vector<bool> covered(static_cast<std::size_t>(matrix.columns), false);
  for (const CellLattice& lattice : matrix.lattices) {
    EXPECT_EQ(lattice.row, row);
    for (std::int64_t i = 0; i < lattice.columns; ++i) {
      covered.at(static_cast<std::size_t>(lattice.column + static_cast<float>(i) * lattice.column_spacing)) = true;
    }
  }
  std::vector<std::int64_t> bright;
  for (std::size_t column = 0; column < covered.size(); ++column) {
    if (!covered[column]) {
      bright.push_back(static_cast<std::int64_t>(column));
    }
  }
  return bright;
}

std::vector<std::int64_t> columns_of_taps(const Document& document, std::int64_t step, std::int64_t count) {
  std::vector<std::int64_t> columns;
  for (const Tap& tap : taps(document.sized, output_of_step(document.sized, step))) {
    if (count-- > 0 && tap.input) {
      columns.push_back((tap.input->channel * 5 + tap.input->y) * 5 + tap.input->x);
    }
  }
  return columns;
}

TEST(Matrix, OfCLeavesTheEntriesOfTheTapsBright) {
  const Document document = example({.matrix = MatrixForm::sparse});
  for (const std::int64_t step : {0, 5, 13}) {
    const Scene scene = scene_of(document, step);
    EXPECT_EQ(bright_columns(plane_named(scene, "matrix"), static_cast<float>(step)),
              columns_of_taps(document, step, 99));
  }
}

TEST(Matrix, OfCLeavesTheEntriesThatTheSumHasReachedBright) {
  const Document document = example({.pace = Pace::tap, .matrix = MatrixForm::sparse});
  const LayerResult result = compute(document);
  const Moment moment{.step = 4, .pace = Pace::tap, .part = 12, .parts = 18};
  const Scene scene = build_scene(document, result, moment, {.size = {1200, 800}});
  EXPECT_EQ(bright_columns(plane_named(scene, "matrix"), 4), columns_of_taps(document, 4, 13));
}

TEST(Matrix, Im2colLightsTheColumnOfTheWindow) {
  const Document document = example({.matrix = MatrixForm::im2col});
  const Scene scene = scene_of(document, 9 + 4);
  const Plane& matrix = plane_named(scene, "matrix");
  EXPECT_EQ(matrix.rows, 2 * 9);
  EXPECT_EQ(matrix.columns, 9);
  EXPECT_EQ(matrix.lattices.at(0).column, 4) << "the second channel's windows are the same columns";
}

TEST(Matrix, Im2colLightsTheLargestOfAMaximum) {
  const Document document = example({.matrix = MatrixForm::im2col}, Op::max_pool2d);
  const LayerResult result = compute(document);
  for (const std::int64_t step : {std::int64_t{0}, result.steps / 2, result.steps - 1}) {
    const Scene scene = scene_of(document, step);
    const Plane& matrix = plane_named(scene, "matrix");
    ASSERT_EQ(matrix.lattices.size(), 2U);
    const auto row = static_cast<std::int64_t>(matrix.lattices[1].row);
    const auto column = static_cast<std::int64_t>(matrix.lattices[1].column);
    EXPECT_EQ(matrix.lattices[1].overlay, palette_of(Theme::light).winner);
    EXPECT_EQ(matrix.values.tensor->at({0, 0, row, column}), result.output->values()[static_cast<std::size_t>(step)]);
  }
}

TEST(Matrix, LeavesTheGridsTheirHeadingsInTheSmallestWindow) {
  for (const MatrixForm form : {MatrixForm::im2col, MatrixForm::sparse}) {
    const Scene scene = scene_of(example({.look = Look::flat, .matrix = form}), 0, {.size = {404, 401}});
    for (const std::string name : {"label input", "label kernel", "label output"}) {
      EXPECT_TRUE(std::ranges::any_of(scene.items, [&](const SceneItem& item) {
        const auto* label = std::get_if<Label>(&item);
        return label != nullptr && label->name == name;
      })) << name;
    }
  }
}

TEST(Matrix, TooLargeOnesAreSaid) {
  Document document = example({.matrix = MatrixForm::sparse});
  document.sized.input_size = {128, 128};
  document = with_layer(document, document.sized);
  const LayerResult result = compute(document);
  EXPECT_EQ(result.matrix->values.values, nullptr);
  EXPECT_FALSE(has_plane(scene_of(document), "matrix"));
}

TEST(Overlay, StandsUprightWhateverTheCamera) {
  for (const Camera& camera : {Camera{.scale = 30, .shift = {10, 20}},
                               Camera{.axis_x = {1, -0.5F}, .axis_y = {0.7F, 0.65F}, .axis_z = {0, -1}},
                               Camera{.axis_x = {0, 0}, .axis_y = {0, 1}, .axis_z = {1, 0.2F}, .scale = 3}}) {
    Scene scene;
    scene.camera = camera;
    Overlay overlay(scene);
    overlay.add(Plane{}, {100, 50}, {7, 9});
    const auto& plane = std::get<Plane>(scene.items.at(0));
    const Vec2 corner = camera.project(plane.origin);
    EXPECT_NEAR(corner.x, 100, 1e-3F);
    EXPECT_NEAR(corner.y, 50, 1e-3F);
    const Vec2 column = camera.direction(plane.column_step);
    EXPECT_NEAR(column.x, 7, 1e-4F);
    EXPECT_NEAR(column.y, 0, 1e-4F);
    EXPECT_NEAR(camera.direction(plane.row_step).y, 9, 1e-4F);
  }
}

}  // namespace
}  // namespace convscope
