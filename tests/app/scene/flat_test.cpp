#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tests/app/scene/scenes.h"

/// What the flat look says of channels that it does not draw, and where its arrows lead.
namespace convscope {
namespace {

std::vector<std::string> drawn_outputs(const Scene& scene) {
  std::vector<std::string> names;
  for (const Plane& plane : all_of<Plane>(scene)) {
    if (plane.cells.role == PlaneRole::output) {
      names.push_back(plane.name);
    }
  }
  return names;
}

TEST(Flat, SaysHowManyFiltersAreNotDrawn) {
  const Document document = document_of({{.in_channels = 3, .out_channels = 6}, {12, 12}}, Look::flat);
  const Scene scene = scene_at(document, 0, {.size = {1300, 841}});
  const auto drawn = static_cast<int>(drawn_outputs(scene).size());
  ASSERT_LT(drawn, 6);
  EXPECT_EQ(label_named(scene, "label kernel footer 0").text, "+ " + std::to_string(6 - drawn) + " more");
}

TEST(Flat, SaysHowManyChannelsOfAPoolAreNotDrawn) {
  Layer pool{.op = Op::max_pool2d, .in_channels = 6, .out_channels = 6, .kernel_size = {2, 2}, .stride = {2, 2}};
  const Scene scene = scene_at(document_of({pool, {6, 6}}, Look::flat), 0, {.size = {1300, 841}});
  const auto drawn = static_cast<int>(drawn_outputs(scene).size());
  ASSERT_LT(drawn, 6);
  EXPECT_EQ(label_named(scene, "label output footer 0").text, "+ " + std::to_string(6 - drawn) + " more");
}

TEST(Flat, SaysNothingWhereAllFiltersAreDrawn) {
  const Document document =
      document_of({{.in_channels = 3, .out_channels = 2, .stride = {2, 2}}, {12, 12}}, Look::flat);
  const Scene scene = scene_at(document, 0, {.size = {1300, 841}});
  for (const Label& label : all_of<Label>(scene)) {
    EXPECT_FALSE(label.text.starts_with('+')) << label.text;
  }
}

TEST(Flat, DrawsAsManyFiltersOnTheLastPageAsOnTheFirst) {
  const Document document = document_of({{.in_channels = 1, .out_channels = 5, .stride = {3, 3}}, {9, 9}}, Look::flat);
  const LayerResult result = compute(document);
  const Stage stage{.size = {1300, 841}};
  const std::vector<std::string> first = drawn_outputs(build_scene(document, result, {}, stage));
  const std::vector<std::string> last = drawn_outputs(build_scene(document, result, {result.steps - 1, 0}, stage));
  ASSERT_GT(first.size(), 1U);
  EXPECT_NE(5 % first.size(), 0U) << "the last page must not be full by itself";
  EXPECT_EQ(first.size(), last.size());
  EXPECT_EQ(last.back(), "output 4");
}

TEST(Flat, ChannelsBehindAreClearOfThePaddingsNumbers) {
  for (const std::int64_t channels : {2, 3, 40}) {
    const Document document = document_of({{.in_channels = channels, .padding = {1, 1, 1, 1}}, {5, 5}}, Look::flat);
    const Scene scene = scene_at(document, 0, {.size = {1300, 841}});
    const Plane& front = plane_named(scene, "input 0");
    int behind = 0;
    for (const Plane& plane : all_of<Plane>(scene)) {
      if (plane.name.starts_with("input") && plane.name.find("behind") != std::string::npos) {
        ++behind;
        EXPECT_LT(front.origin.y - plane.origin.y, 0.09F) << "weights stand a twelfth of a cell above the input";
        EXPECT_LT(plane.origin.x - front.origin.x, 0.3F) << "numbers begin a third of a cell to the right of it";
      }
    }
    EXPECT_GE(behind, 1);
  }
}

TEST(Flat, KernelAndOutputOfOneFilterHaveTheirMiddlesOnOneLine) {
  const Document document = document_of({{.in_channels = 1, .out_channels = 1}, {7, 7}}, Look::flat);
  const Scene scene = scene_at(document, 0, {.size = {1300, 841}});
  const auto middle = [&](const char* name) {
    const Plane& plane = plane_named(scene, name);
    return on_plane(scene, plane, static_cast<float>(plane.rows) / 2, 0).y;
  };
  EXPECT_NEAR(middle("kernel 0,0"), middle("output 0"), 1);
}

TEST(Flat, ReplicatedPaddingLeadsFromCellToCell) {
  for (const std::int64_t dilation : {1, 2}) {
    SizedLayer sized{{.padding = {2, 2, 2, 2}, .dilation = {dilation, dilation}}, {5, 5}};
    sized.layer.padding_mode = PaddingMode::replicate;
    const Scene scene = scene_at(document_of(sized, Look::flat), 0, {.size = {1300, 841}});
    int copies = 0;
    for (const Line& line : all_of<Line>(scene)) {
      ++copies;
      const float longest = std::max(std::abs(line.to.x - line.from.x), std::abs(line.to.y - line.from.y));
      EXPECT_LT(longest, static_cast<float>(dilation)) << line.name;
    }
    EXPECT_EQ(copies, dilation == 1 ? 8 : 5);
  }
}

TEST(Flat, ArrowsOfGradientsLeadToTheInputWhereverItStands) {
  Document document = document_of({{.padding = {1, 1, 1, 1}}, {5, 5}}, Look::flat);
  document.view.flow = Flow::gradient_of_cell;
  const Scene wide = scene_at(document, 0, {.size = {1300, 600}});
  const Line beside = line_named(wide, "flow from kernel");
  EXPECT_LT(beside.to.x, beside.from.x);
  EXPECT_EQ(beside.to.y, beside.from.y);
  const Scene narrow = scene_at(document, 0, {.size = {404, 700}});
  ASSERT_LT(plane_named(narrow, "input 0").origin.y + 5, plane_named(narrow, "kernel 0,0").origin.y);
  const Line above = line_named(narrow, "flow from kernel");
  EXPECT_LT(above.to.y, above.from.y);
  EXPECT_EQ(above.to.x, above.from.x);
}

TEST(Flat, ALongRowOfCellsHasARowOfThePictureForItself) {
  Document document = document_of({{.kernel_size = {1, 3}, .padding = {0, 0, 1, 1}}, {1, 64}}, Look::flat);
  document.view.flow = Flow::gradient_of_cell;
  const Scene scene = scene_at(document, 0, {.size = {660, 481}});
  const Plane& input = plane_named(scene, "input 0");
  const Plane& kernel = plane_named(scene, "kernel 0,0");
  const Plane& output = plane_named(scene, "output 0");
  EXPECT_LT(input.origin.y + 1, kernel.origin.y);
  EXPECT_LT(kernel.origin.y + 1, output.origin.y);
  EXPECT_GT(on_plane(scene, input, 0, 64).x - on_plane(scene, input, 0, 0).x, 570) << "of 620";
  for (const char* name : {"flow from output", "flow from kernel"}) {
    const Line arrow = line_named(scene, name);
    EXPECT_LT(arrow.to.y, arrow.from.y) << name;
    EXPECT_EQ(arrow.to.x, arrow.from.x) << name;
  }
}

/// A box of the picture around a grid.
struct GridBox {
  Vec2 low;
  Vec2 high;
};

GridBox grid_box(const Scene& scene, const Plane& plane) {
  return {on_plane(scene, plane, 0, 0),
          on_plane(scene, plane, static_cast<float>(plane.rows), static_cast<float>(plane.columns))};
}

TEST(Flat, AKernelBesideAPhotographCanBeSeen) {
  for (const Vec2 size : {Vec2{404, 401}, Vec2{660, 481}, Vec2{1300, 841}}) {
    const Document document = document_of({{.in_channels = 3, .out_channels = 8}, {270, 480}}, Look::flat);
    const Scene scene = scene_at(document, 0, {.size = size});
    const GridBox input = grid_box(scene, plane_named(scene, "input 0"));
    const GridBox kernel = grid_box(scene, plane_named(scene, "kernel 0,0"));
    const GridBox output = grid_box(scene, plane_named(scene, "output 0"));
    EXPECT_GE(kernel.high.x - kernel.low.x, 54) << "three cells";
    EXPECT_NEAR(kernel.high.x - kernel.low.x, kernel.high.y - kernel.low.y, 0.01);
    EXPECT_GT(input.high.x - input.low.x, 150) << "nor does it push the photograph aside";
    const bool apart = kernel.low.x > input.high.x || kernel.low.y > input.high.y;
    EXPECT_TRUE(apart && output.low.x > kernel.high.x);
    EXPECT_LE(std::max(kernel.high.y, output.high.y), size.y);
    EXPECT_LE(output.high.x, size.x);
  }
}

TEST(Flat, FewCellsMadeOfManyCanBeSeen) {
  const Layer pool{.op = Op::avg_pool2d, .kernel_size = {64, 64}, .stride = {64, 64}};
  const Scene scene = scene_at(document_of({pool, {256, 256}}, Look::flat), 0, {.size = {660, 481}});
  const GridBox output = grid_box(scene, plane_named(scene, "output 0"));
  EXPECT_GE(output.high.x - output.low.x, 54);
}

TEST(Flat, CellsThatCanBeSeenAreOfOneSize) {
  const Scene scene = scene_at(document_of({{.kernel_size = {3, 3}}, {16, 16}}, Look::flat), 0, {.size = {404, 401}});
  for (const Plane& plane : all_of<Plane>(scene)) {
    EXPECT_EQ(plane.column_step.x, 1) << plane.name;
    EXPECT_EQ(plane.row_step.y, 1) << plane.name;
  }
}

}  // namespace
}  // namespace convscope
