#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "app/compute/step_values.h"
#include "engine/arithmetic.h"
#include "engine/taps.h"
#include "tests/app/scene/scenes.h"

namespace convscope {
namespace {

constexpr std::int64_t shown_step = 3;
constexpr Stage room{.size = {900, 600}};

Document example(Look look) {
  return document_of({{.in_channels = 2, .out_channels = 3, .padding = {1, 1, 1, 1}}, {5, 5}}, look);
}

Scene scene_pointing_at(const Document& document, const LayerResult& result, const CellRef& cell) {
  const Moment moment{shown_step, 0.25F};
  const StepValues values = step_values(document, result, progress_of(moment));
  return build_scene({document, result, values, moment, cell}, room);
}

Scene scene_pointing_at(const Document& document, const CellRef& cell) {
  return scene_pointing_at(document, compute(document), cell);
}

/// The planes of a role without what the steps before have filled.
std::vector<Plane> planes_of(const Scene& scene, PlaneRole role) {
  std::vector<Plane> planes;
  for (Plane& plane : all_of<Plane>(scene)) {
    if (plane.cells.role == role) {
      plane.filled = 0;
      planes.push_back(std::move(plane));
    }
  }
  return planes;
}

TEST(Pointed, AnOutputCellShowsItsOwnWindowAtRest) {
  const Index cell{0, 2, 4, 1};
  for (const Look look : all_looks) {
    const Document document = example(look);
    const LayerResult result = compute(document);
    const Scene pointed = scene_pointing_at(document, result, {PlaneRole::output, cell});
    const Scene own = build_scene(document, result, {(2 * 5 + 4) * 5 + 1, 0}, room);
    for (const PlaneRole role : {PlaneRole::input, PlaneRole::weight, PlaneRole::output}) {
      EXPECT_TRUE(planes_of(pointed, role) == planes_of(own, role)) << static_cast<int>(look);
    }
  }
}

TEST(Pointed, WhatIsFilledStaysTheMoments) {
  for (const Look look : all_looks) {
    const Scene pointed = scene_pointing_at(example(look), {PlaneRole::output, {0, 0, 4, 1}});
    EXPECT_EQ(plane_named(pointed, "output 0").filled, shown_step + 1) << static_cast<int>(look);
  }
}

TEST(Pointed, PaddingAndWeightsLeaveTheMomentsWindow) {
  const Document document = example(Look::stack);
  const LayerResult result = compute(document);
  const Scene moment = build_scene(document, result, {shown_step, 0.25F}, room);
  EXPECT_TRUE(scene_pointing_at(document, result, {PlaneRole::input, {0, 0, -1, 0}, CellKind::padding}) == moment);
  EXPECT_TRUE(scene_pointing_at(document, result, {PlaneRole::weight, {0, 1, 2, 2}}) == moment);
}

TEST(Pointed, AnInputCellOfAStampingLayerStamps) {
  Document document = example(Look::flat);
  document.sized.layer.op = Op::conv_transpose2d;
  document = with_layer(document, document.sized);
  document.view.transposed = TransposedForm::stamping;
  const Scene pointed = scene_pointing_at(document, {PlaneRole::input, {0, 1, 2, 3}});
  const CellLattice& stamp = plane_named(pointed, "output 0").lattices.at(0);
  EXPECT_EQ(stamp.row, 2 - 1);
  EXPECT_EQ(stamp.column, 3 - 1);
}

struct LitLine {
  CellRef cell;
  MatrixForm form;
  CellRect lit;
  std::string note;
};

TEST(Pointed, TheMatrixLightsTheLineOfTheCell) {
  const std::vector<LitLine> cases{
      {{PlaneRole::output, {0, 2, 4, 1}}, MatrixForm::sparse, {71, 0, 1, 50}, "row 71 makes this output"},
      {{PlaneRole::input, {0, 1, 2, 3}}, MatrixForm::sparse, {0, 38, 75, 1}, "column 38 is what is lit"},
      {{PlaneRole::output, {0, 2, 4, 1}}, MatrixForm::im2col, {0, 21, 18, 1}, "column 21 is what is lit"},
      {{PlaneRole::weight, {1, 1, 0, 2}}, MatrixForm::im2col, {11, 0, 1, 25}, "row 11 is what is lit"},
  };
  for (const LitLine& expected : cases) {
    Document document = example(Look::flat);
    document.view.matrix = expected.form;
    const Scene scene = scene_pointing_at(document, expected.cell);
    const CellFrame& frame = plane_named(scene, "matrix").frames.at(0);
    EXPECT_EQ((CellRect{frame.row, frame.column, frame.rows, frame.columns}), expected.lit) << expected.note;
    const std::vector<Label> labels = all_of<Label>(scene);
    EXPECT_TRUE(std::ranges::any_of(labels, [&](const Label& label) { return label.text == expected.note; }))
        << expected.note;
  }
}

TEST(Pointed, CopyLinesAreInEveryLook) {
  for (const Look look : all_looks) {
    Document document = example(look);
    document.sized.layer.padding_mode = PaddingMode::reflect;
    document = with_layer(document, document.sized);
    const Scene scene = scene_pointing_at(document, {PlaneRole::output, {0, 0, 0, 2}});
    EXPECT_EQ(line_named(scene, "copy line 2").arrow, true);
    EXPECT_THROW((void)line_named(scene, "copy line 3"), std::runtime_error)
        << "three cells of this window are padding";
  }
}

}  // namespace
}  // namespace convscope
