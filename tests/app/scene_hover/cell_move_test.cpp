#include "app/scene/cell_move.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <tuple>

#include "app/scene/hit.h"
#include "tests/app/scene_hover/example.h"
#include "tests/engine/random_layer.h"

namespace convscope {
namespace {

CellRef cell(PlaneRole role, std::int64_t y, std::int64_t x, CellKind kind = CellKind::cell) {
  return {role, {0, 0, y, x}, kind};
}

Scene picture(const SizedLayer& sized, Look look = Look::flat) { return scene_of(document_of(sized, look)); }

TEST(CellMove, GoesThroughTheGridToTheEndOfItsPadding) {
  const Scene scene = picture({{.kernel_size = {3, 3}, .padding = {Sides{1, 1, 1, 1}}}, {2, 2}});
  EXPECT_EQ(moved(scene, cell(PlaneRole::input, 0, 0), CellMove::right), cell(PlaneRole::input, 0, 1));
  EXPECT_EQ(moved(scene, cell(PlaneRole::input, 0, 0), CellMove::down), cell(PlaneRole::input, 1, 0));
  const CellRef above = cell(PlaneRole::input, -1, 0, CellKind::padding);
  EXPECT_EQ(moved(scene, cell(PlaneRole::input, 0, 0), CellMove::up), above);
  EXPECT_EQ(moved(scene, above, CellMove::up), above);
  EXPECT_EQ(moved(scene, above, CellMove::down), cell(PlaneRole::input, 0, 0));
  EXPECT_EQ(moved(scene, cell(PlaneRole::output, 1, 1), CellMove::right), cell(PlaneRole::output, 1, 1));
}

TEST(CellMove, StopsInTheGapsOfAStretchedInput) {
  const Scene scene = picture({{.op = Op::conv_transpose2d, .kernel_size = {2, 2}, .stride = {2, 2}}, {2, 2}});
  const CellRef gap = cell(PlaneRole::input, 0, 1, CellKind::gap);
  EXPECT_EQ(moved(scene, cell(PlaneRole::input, 0, 0), CellMove::right), gap);
  EXPECT_EQ(moved(scene, gap, CellMove::right), cell(PlaneRole::input, 0, 1));
}

TEST(CellMove, GoesFromGridToGridAndAround) {
  const Scene scene = picture({{.kernel_size = {2, 2}}, {4, 4}});
  EXPECT_EQ(moved(scene, cell(PlaneRole::input, 3, 3), CellMove::next_grid), cell(PlaneRole::weight, 1, 1));
  EXPECT_EQ(moved(scene, cell(PlaneRole::weight, 1, 0), CellMove::next_grid), cell(PlaneRole::output, 1, 0));
  EXPECT_EQ(moved(scene, cell(PlaneRole::output, 2, 2), CellMove::next_grid), cell(PlaneRole::input, 2, 2));
  EXPECT_EQ(moved(scene, cell(PlaneRole::input, 2, 2), CellMove::previous_grid), cell(PlaneRole::output, 2, 2));
}

TEST(CellMove, HasNoWayFromWhatIsNotShown) {
  const Scene scene = picture({{.kernel_size = {2, 2}}, {4, 4}});
  EXPECT_EQ(moved(scene, {PlaneRole::input, {0, 7, 0, 0}}, CellMove::left), std::nullopt);
  EXPECT_EQ(moved({}, cell(PlaneRole::input, 0, 0), CellMove::left), std::nullopt);
}

/// Of grids that lie behind each other, too: whatever a picture has, keys come to it.
RC_GTEST_PROP(CellMove, ComesToEveryGridAndStaysOnThePicture, ()) {
  const Document document =
      document_of(*testing::valid_layer(), *rc::gen::element(Look::flat, Look::oblique, Look::stack));
  const Scene scene = scene_of(document);
  std::set<std::tuple<PlaneRole, std::int64_t, std::int64_t>> all;
  for (const Plane* const plane : tensor_planes(scene)) {
    if (can_be_pointed_at(*plane)) {
      all.insert({plane->cells.role, plane->cells.batch, plane->cells.channel});
    }
  }
  CellRef at{PlaneRole::output, {}};
  std::set<std::tuple<PlaneRole, std::int64_t, std::int64_t>> met;
  for (std::size_t i = 0; i < 2 * all.size(); ++i) {
    const auto step = *rc::gen::element(CellMove::left, CellMove::right, CellMove::up, CellMove::down);
    at = moved(scene, at, step).value();
    RC_ASSERT(has_cell(document, at));
    at = moved(scene, at, CellMove::next_grid).value();
    RC_ASSERT(has_cell(document, at));
    met.insert({at.role, at.index.batch, at.index.channel});
  }
  RC_ASSERT(met == all);
}

}  // namespace
}  // namespace convscope
