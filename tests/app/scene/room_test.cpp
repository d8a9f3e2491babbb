#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "tests/app/scene/scenes.h"

/// How much of a stage the grids get: in large stages, with long names, and beside a matrix.
namespace convscope {
namespace {

/// Pixels at scale 1.
float cell_of(const Scene& scene, const char* plane) {
  const Vec2 step = scene.camera.direction(plane_named(scene, plane).column_step);
  return std::hypot(step.x, step.y) / scene.content_scale;
}

TEST(Room, CellsGrowWithALargeStage) {
  for (const Look look : all_looks) {
    const Document document = document_of({{}, {5, 5}}, look);
    EXPECT_GT(cell_of(scene_at(document, 0, {.size = {3270, 1900}}), "input 0"), 145);
    const float small =
        cell_of(scene_at(document_of({{.kernel_size = {1, 1}}, {1, 1}}, look), 0, {.size = {1300, 841}}), "input 0");
    EXPECT_LT(small, 115) << "a single cell does not fill a usual stage";
  }
}

TEST(Room, NamesOfGradientsAreShortInANarrowStage) {
  Layer layer{.in_channels = 3, .out_channels = 2, .stride = {2, 2}, .padding = {1, 1, 1, 1}, .dilation = {2, 2}};
  for (const Look look : all_looks) {
    Document document = document_of({layer, {7, 7}}, look);
    for (const Flow flow : {Flow::gradient_of_cell, Flow::gradient_of_sum}) {
      document.view.flow = flow;
      const Scene narrow = scene_at(document, 0, {.size = {606, 602}, .content_scale = 1.5F});
      EXPECT_EQ(label_named(narrow, "label input").text, "∂ input");
      EXPECT_EQ(label_named(narrow, "label output").text, "∂ output");
      EXPECT_GT(cell_of(narrow, "input 0"), 12);
      const std::string wide = label_named(scene_at(document, 0, {.size = {1300, 841}}), "label input").text;
      EXPECT_EQ(wide, flow == Flow::gradient_of_cell ? "∂ cell / ∂ input" : "∂ sum / ∂ input");
    }
  }
}

TEST(Room, TheObliqueInputsTextsStandBelowItWhereTheStageIsNarrow) {
  const Document document = document_of({{.stride = {2, 2}, .padding = {1, 1, 1, 1}}, {7, 7}}, Look::oblique);
  const Scene narrow = scene_at(document, 0, {.size = {404, 401}});
  const Plane& input = plane_named(narrow, "input 0");
  EXPECT_GT(cell_of(narrow, "input 0"), 22);
  EXPECT_GT(text_box(narrow, label_named(narrow, "label input")).low.y, on_plane(narrow, input, 8, 8).y);
  const Scene wide = scene_at(document, 0, {.size = {900, 600}});
  EXPECT_GT(text_box(wide, label_named(wide, "label input")).low.x,
            on_plane(wide, plane_named(wide, "input 0"), 8, 8).x);
}

TEST(Room, VolumesStandStillWhenANumberInTheirNotesGetsLonger) {
  const Document document =
      document_of({{.in_channels = 40, .out_channels = 40, .padding = {1, 1, 1, 1}}, {9, 9}}, Look::stack);
  const LayerResult result = compute(document);
  const Stage stage{.size = {660, 481}};
  const Scene first = build_scene(document, result, {}, stage);
  const Scene last = build_scene(document, result, {result.steps - 1, 0}, stage);
  for (const char* name : {"input 0", "output 39"}) {
    EXPECT_EQ(on_plane(first, plane_named(first, name), 0, 0), on_plane(last, plane_named(last, name), 0, 0)) << name;
  }
}

TEST(Room, AWideMatrixStandsBelowWhereThatMakesBothLarger) {
  Document document = document_of({{.stride = {2, 2}, .padding = {1, 1, 1, 1}}, {5, 5}}, Look::oblique);
  document.view.matrix = MatrixForm::sparse;  // 9 × 25
  const Scene small = scene_at(document, 0, {.size = {606, 602}, .content_scale = 1.5F});
  EXPECT_GT(cell_of(small, "input 0"), 12);
  EXPECT_GT(cell_of(small, "matrix"), 8);
  EXPECT_GT(on_plane(small, plane_named(small, "matrix"), 0, 0).y,
            on_plane(small, plane_named(small, "input 0"), 5, 0).y);
  const Scene wide = scene_at(document, 0, {.size = {1300, 600}});
  EXPECT_GT(on_plane(wide, plane_named(wide, "matrix"), 0, 0).x, on_plane(wide, plane_named(wide, "input 0"), 5, 5).x);
}

TEST(Room, AMatrixOfWordsAloneLeavesTheGridsTheirWidth) {
  Layer pool{.op = Op::max_pool2d, .kernel_size = {2, 2}, .stride = {2, 2}};
  for (const SizedLayer& sized : {SizedLayer{pool, {6, 6}}, SizedLayer{{.in_channels = 8}, {512, 512}}}) {
    Document document = document_of(sized, Look::flat);
    document.view.matrix = MatrixForm::sparse;
    for (const Vec2 size : {Vec2{404, 401}, Vec2{660, 481}}) {
      for (const text::Language language : {text::Language::english, text::Language::korean}) {
        const Scene scene = scene_at(document, 0, {.size = size, .language = language});
        for (const Label& label : all_of<Label>(scene)) {
          const TextBox box = text_box(scene, label);
          EXPECT_LE(box.high.x, size.x) << label.text;
          EXPECT_LE(box.high.y, size.y) << label.text;
        }
        const Plane& output = plane_named(scene, "output 0");
        EXPECT_GT(on_plane(scene, output, 0, static_cast<float>(output.columns)).x, size.x / 2);
      }
    }
  }
}

}  // namespace
}  // namespace convscope
