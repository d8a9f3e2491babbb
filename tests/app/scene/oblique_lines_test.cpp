#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "app/scene/highlight.h"
#include "tests/app/scene/scenes.h"

/// The oblique look's lines from the window to the output leave the input's numbers free.
namespace convscope {
namespace {

/// A point of the picture in cells of a plane.
Vec2 in_cells(const Scene& scene, const Plane& plane, Vec2 pixel) {
  const Vec2 at = pixel - scene.camera.project(plane.origin);
  const Vec2 column = scene.camera.direction(plane.column_step);
  const Vec2 row = scene.camera.direction(plane.row_step);
  const float determinant = column.x * row.y - column.y * row.x;
  return {(at.x * row.y - at.y * row.x) / determinant, (column.x * at.y - column.y * at.x) / determinant};
}

/// Numbers of one digit.
bool over_number(const Plane& plane, Vec2 cell) {
  const Sides& border = plane.border.cells;
  const bool on_plane = cell.x > static_cast<float>(-border.left) && cell.y > static_cast<float>(-border.top) &&
                        cell.x < static_cast<float>(plane.columns + border.right) &&
                        cell.y < static_cast<float>(plane.rows + border.bottom);
  return on_plane && std::abs(cell.x - std::floor(cell.x) - 0.5F) < 0.13F &&
         std::abs(cell.y - std::floor(cell.y) - 0.5F) < 0.17F;
}

/// How much of the lines lies over numbers, and on the plane in all, in samples.
struct Crossed {
  int numbers = 0;
  int lines = 0;
};

Crossed crossed(const Scene& scene) {
  const Plane& plane = plane_named(scene, "input 0");
  Crossed crossed;
  for (const Line& line : all_of<Line>(scene)) {
    ++crossed.lines;
    const Vec2 from = in_cells(scene, plane, scene.camera.project(line.from));
    const Vec2 to = in_cells(scene, plane, scene.camera.project(line.to));
    for (int i = 0; i <= 400; ++i) {
      crossed.numbers += over_number(plane, from + static_cast<float>(i) / 400 * (to - from)) ? 1 : 0;
    }
  }
  return crossed;
}

Document numbered(Flow flow = Flow::forward) {
  Document document = document_of({{.padding = {1, 1, 1, 1}}, {5, 5}}, Look::oblique);
  document.view.numbers_when_oblique = true;
  document.view.flow = flow;
  return document;
}

TEST(ObliqueLines, CrossNoNumberAtAnyStep) {
  for (const Flow flow : {Flow::forward, Flow::gradient_of_cell}) {
    const Document document = numbered(flow);
    const LayerResult result = compute(document);
    bool any_gap = false;
    for (std::int64_t step = 0; step < result.steps; ++step) {
      const Crossed found = crossed(build_scene(document, result, {step, 0}, {.size = {900, 700}}));
      EXPECT_EQ(found.numbers, 0) << "step " << step;
      EXPECT_GE(found.lines, 4) << "step " << step;
      any_gap = any_gap || found.lines > 4;
    }
    EXPECT_TRUE(any_gap);
  }
}

TEST(ObliqueLines, KeepTheirArrowsAtTheirEndsAlone) {
  const Document document = numbered(Flow::gradient_of_cell);
  int arrows = 0;
  for (const Line& line : all_of<Line>(scene_at(document, 12, {.size = {900, 700}}))) {
    arrows += line.arrow ? 1 : 0;
  }
  EXPECT_EQ(arrows, 4);
}

TEST(ObliqueLines, AreWholeWhereNoNumberCanBeRead) {
  Document document = document_of({{.padding = {1, 1, 1, 1}}, {40, 40}}, Look::oblique);
  for (const std::int64_t step : {0, 500, 1599}) {
    document.view.numbers_when_oblique = false;
    const std::vector<Line> whole = all_of<Line>(scene_at(document, step));
    document.view.numbers_when_oblique = true;
    EXPECT_EQ(all_of<Line>(scene_at(document, step)), whole);
  }
}

TEST(ObliqueLines, OfACellThatIsPointedAtCrossNoNumberEither) {
  const Document document = numbered();
  const Scene scene = scene_at(document, 0, {.size = {900, 700}});
  for (std::int64_t i = 0; i < 25; ++i) {
    const CellRef cell{PlaneRole::output, {0, 0, i / 5, i % 5}, CellKind::cell};
    EXPECT_EQ(crossed(with_focus(scene, document, make_focus(document, cell), false)).numbers, 0) << i;
  }
}

}  // namespace
}  // namespace convscope
