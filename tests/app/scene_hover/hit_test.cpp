#include "app/scene/hit.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/app/scene_hover/example.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

/// What a plane has at a row and a column, written out for itself.
CellRef expected_at(const Plane& plane, std::int64_t row, std::int64_t column) {
  const CellRef place{plane.cells.role, {plane.cells.batch, plane.cells.channel, row, column}};
  if (row < 0 || column < 0 || row >= plane.rows || column >= plane.columns) {
    return {place.role, place.index, CellKind::padding};
  }
  for (std::int64_t y = 0; y * plane.stretch.by.height <= row; ++y) {
    for (std::int64_t x = 0; x * plane.stretch.by.width <= column; ++x) {
      if (y * plane.stretch.by.height == row && x * plane.stretch.by.width == column) {
        return {place.role, {plane.cells.batch, plane.cells.channel, y, x}};
      }
    }
  }
  return {place.role, place.index, CellKind::gap};
}

void each_place(const Plane& plane, const auto& visit) {
  const Sides& border = plane.border.cells;
  for (std::int64_t row = -border.top; row < plane.rows + border.bottom; ++row) {
    for (std::int64_t column = -border.left; column < plane.columns + border.right; ++column) {
      visit(row, column, Vec2{static_cast<float>(column) + 0.5F, static_cast<float>(row) + 0.5F});
    }
  }
}

/// With one channel of each tensor no plane hides another in the flat look.
SizedLayer single_channels(SizedLayer sized) {
  sized.layer.in_channels = 1;
  sized.layer.out_channels = 1;
  sized.layer.groups = 1;
  return sized;
}

RC_GTEST_PROP(HitTest, TheMiddleOfEveryCellHitsIt, ()) {
  Document document = document_of(single_channels(*testing::valid_layer()));
  document.view.transposed = *rc::gen::element(TransposedForm::stretched, TransposedForm::stamping);
  const Scene scene = scene_of(document);
  for (const Plane* const plane : tensor_planes(scene)) {
    each_place(*plane, [&](std::int64_t row, std::int64_t column, Vec2 middle) {
      const auto hit = hit_test(scene, pixel_of(scene, *plane, middle));
      RC_ASSERT(hit.has_value());
      RC_ASSERT(*hit == expected_at(*plane, row, column));
      RC_ASSERT(has_cell(document, *hit));
    });
  }
}

RC_GTEST_PROP(HitTest, TheFrontPlaneOfALookIsHitEverywhere, ()) {
  const Look look = *rc::gen::element(Look::flat, Look::oblique);
  const Scene scene = scene_of(document_of(*testing::valid_layer(), look));
  const Plane& front = *tensor_planes(scene).back();
  each_place(front, [&](std::int64_t row, std::int64_t column, Vec2 middle) {
    RC_ASSERT(hit_test(scene, pixel_of(scene, front, middle)) == expected_at(front, row, column));
  });
}

RC_GTEST_PROP(HitTest, EveryHitIsSeenThere, ()) {
  const Look look = *rc::gen::element(Look::flat, Look::oblique);
  const Scene scene = scene_of(document_of(*testing::valid_layer(), look));
  int hits = 0;
  for (float y = 3; y < scene.size.y; y += 31) {
    for (float x = 2; x < scene.size.x; x += 29) {
      const auto hit = hit_test(scene, {x, y});
      if (!hit) {
        continue;
      }
      ++hits;
      const auto box = cell_box(scene, *hit);
      RC_ASSERT(box.has_value());
      RC_ASSERT(x >= box->low.x - 0.01F && x <= box->high.x + 0.01F);
      RC_ASSERT(y >= box->low.y - 0.01F && y <= box->high.y + 0.01F);
    }
  }
  RC_ASSERT(hits > 0);
}

TEST(HitTest, BesideThePlanesThereIsNothing) {
  const Scene scene = scene_of(document_of({.layer = {.padding = {1, 1, 2, 2}}}));
  const Plane& input = plane_named(scene, "input 0");
  for (const Vec2 outside : {Vec2{-2.05F, 2}, Vec2{7.05F, 2}, Vec2{2, -1.05F}, Vec2{2, 6.05F}}) {
    EXPECT_EQ(hit_test(scene, pixel_of(scene, input, outside)), std::nullopt);
  }
  EXPECT_EQ(hit_test(scene, {1, 1}), std::nullopt);
}

TEST(HitTest, NumbersPaddingFromTheInputsFirstCell) {
  const Scene scene = scene_of(document_of({.layer = {.padding = {1, 1, 2, 2}}}));
  const Plane& input = plane_named(scene, "input 0");
  EXPECT_EQ(hit_test(scene, pixel_of(scene, input, {-1.5F, 5.5F})),
            (CellRef{PlaneRole::input, {0, 0, 5, -2}, CellKind::padding}));
}

TEST(HitTest, AWeightHasTheChannelsOfItsPlane) {
  const Scene scene = scene_of(document_of({.layer = {.in_channels = 4, .out_channels = 2, .groups = 2}}), {.step = 9});
  const Plane& kernel = plane_named(scene, "kernel 1,0");
  EXPECT_EQ(hit_test(scene, pixel_of(scene, kernel, {2.5F, 0.5F})), (CellRef{PlaneRole::weight, {1, 0, 0, 2}}));
}

/// Two planes over each other, the second in front.
Scene two_planes() {
  Scene scene;
  scene.camera.scale = 10;
  for (const std::int64_t channel : {0, 1}) {
    Plane plane;
    plane.cells = {PlaneRole::input, 0, channel};
    plane.rows = 4;
    plane.columns = 4;
    scene.items.emplace_back(plane);
  }
  return scene;
}

std::int64_t channel_at(const Scene& scene, Vec2 pixel) { return hit_test(scene, pixel).value().index.channel; }

TEST(HitTest, TheFrontPlaneIsHit) { EXPECT_EQ(channel_at(two_planes(), {15, 15}), 1); }

TEST(HitTest, CutCellsAreLookedThrough) {
  Scene scene = two_planes();
  auto& front = std::get<Plane>(scene.items[1]);
  CellLattice lattice;
  lattice.column = 1;
  lattice.rows = 2;
  lattice.row_spacing = 2;
  front.lattices.push_back(lattice);
  EXPECT_EQ(channel_at(scene, {15, 5}), 1) << "it is not cut";
  front.lattices.back().cut = true;
  EXPECT_EQ(channel_at(scene, {15, 5}), 0);
  EXPECT_EQ(channel_at(scene, {15, 15}), 1) << "between two cells of the lattice";
  EXPECT_EQ(channel_at(scene, {15, 25}), 0);
  EXPECT_EQ(channel_at(scene, {15, 35}), 1) << "after the last";
  EXPECT_EQ(channel_at(scene, {5, 5}), 1);
}

TEST(HitTest, WhatIsNoTensorOrHardlyThereIsLookedThrough) {
  Scene scene = two_planes();
  auto& front = std::get<Plane>(scene.items[1]);
  front.opacity = 0.2F;
  EXPECT_EQ(channel_at(scene, {15, 15}), 0);
  front.opacity = 1;
  front.cells.role = PlaneRole::other;
  EXPECT_EQ(channel_at(scene, {15, 15}), 0);
}

TEST(HitTest, APlaneSeenFromItsEdgeIsNotHit) {
  Scene scene = two_planes();
  scene.camera.axis_y = {2, 0};
  EXPECT_EQ(hit_test(scene, {15, 0}), std::nullopt);
}

TEST(CellRef, IsGoneWithTheLayerThatHadIt) {
  const Document small = document_of({.layer = {}, .input_size = {4, 4}});
  EXPECT_TRUE(has_cell(small, {PlaneRole::input, {0, 0, 3, 3}}));
  EXPECT_FALSE(has_cell(small, {PlaneRole::input, {0, 0, 4, 3}}));
  EXPECT_FALSE(has_cell(small, {PlaneRole::output, {0, 0, 2, 0}}));
  EXPECT_FALSE(has_cell(small, {PlaneRole::weight, {0, 1, 0, 0}}));
  EXPECT_FALSE(has_cell(small, {PlaneRole::input, {0, 0, -1, 0}, CellKind::padding}));
  const Document padded = document_of({.layer = {.padding = {1, 1, 1, 1}}, .input_size = {4, 4}});
  EXPECT_TRUE(has_cell(padded, {PlaneRole::input, {0, 0, -1, 4}, CellKind::padding}));
  EXPECT_FALSE(has_cell(padded, {PlaneRole::input, {0, 0, 1, 1}, CellKind::padding})) << "that is inside";
  EXPECT_FALSE(has_cell(padded, {PlaneRole::input, {0, 0, 1, 1}, CellKind::gap}));
}

}  // namespace
}  // namespace convscope
