#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "app/scene/camera.h"
#include "app/scene/palette.h"
#include "tests/app/scene/scenes.h"

/// The stack look's lines from and to its window, and from padding to what it copies.
namespace convscope {
namespace {

const Layer one_channel{.padding = {1, 1, 1, 1}};

float distance(Vec2 point, Vec2 from, Vec2 to) {
  const Vec2 along = to - from;
  const Vec2 there = point - from;
  const float share = (there.x * along.x + there.y * along.y) / (along.x * along.x + along.y * along.y);
  const Vec2 away = there - std::clamp(share, 0.0F, 1.0F) * along;
  return std::hypot(away.x, away.y);
}

/// `apart`: cells from the numbers' middles that lines keep.
void expect_no_line_over_numbers(const Scene& scene, float apart, const std::string& when) {
  for (const std::string name : {"input 0", "output 0"}) {
    const Plane& plane = plane_named(scene, name);
    const float cell = scene.camera.scale * std::hypot(plane.row_step.x, plane.row_step.y, plane.row_step.z);
    for (std::int64_t i = 0; i < plane.rows * plane.columns; ++i) {
      const Vec2 number = on_plane(scene, plane, static_cast<float>(i / plane.columns) + 0.5F,
                                   static_cast<float>(i % plane.columns) + 0.5F);
      for (const Line& line : all_of<Line>(scene)) {
        EXPECT_GT(distance(number, scene.camera.project(line.from), scene.camera.project(line.to)), apart * cell)
            << line.name << " at " << when << ", " << name << " cell " << i;
      }
    }
  }
}

TEST(StackWindow, PaddingHasItsColourWhateverItHolds) {
  for (const PaddingMode mode :
       {PaddingMode::zeros, PaddingMode::reflect, PaddingMode::replicate, PaddingMode::circular}) {
    SizedLayer sized{one_channel, {5, 5}};
    sized.layer.padding_mode = mode;
    const Scene scene = scene_at(document_of(sized, Look::stack), 0);  // Its window begins in the corner's padding.
    const Color color = palette_of(Theme::light).padding;
    std::int64_t cells = 0;
    for (const CellLattice& lattice : plane_named(scene, "window 0").lattices) {
      cells += lattice.number_color == color ? lattice.rows * lattice.columns : 0;
    }
    EXPECT_EQ(cells, 5) << "mode " << static_cast<int>(mode);
  }
}

TEST(StackLines, CrossNoOtherFilterOnTheirWayToAnOutputBelow) {
  const Layer grouped{.in_channels = 8, .out_channels = 16, .padding = {1, 1, 1, 1}, .groups = 2};
  const Scene scene = scene_at(document_of({grouped, {7, 7}}, Look::stack), 0, {.size = {404, 700}});
  const Plane& kernel = plane_named(scene, "kernel 0,0");
  ASSERT_GT(on_plane(scene, plane_named(scene, "output 0"), 0, 0).y, on_plane(scene, kernel, 3, 3).y);
  for (const Plane& plane : all_of<Plane>(scene)) {
    EXPECT_FALSE(plane.name.starts_with("kernel 1,")) << plane.name;
  }
}

TEST(StackLines, NoLineCrossesANumber) {
  const Document document = document_of({one_channel, {5, 5}}, Look::stack);
  const std::int64_t steps = compute(document).steps;
  for (std::int64_t step = 0; step < steps; ++step) {
    expect_no_line_over_numbers(scene_at(document, step), 0.25F, "step " + std::to_string(step));
  }
}

TEST(StackLines, NoLineCrossesANumberOnTheWayToAnotherRow) {
  SizedLayer sized{one_channel, {5, 5}};
  for (const std::int64_t stride : {1, 2}) {
    sized.layer.stride = {stride, stride};
    const Document document = document_of(sized, Look::stack);
    const LayerResult result = compute(document);
    for (int percent = 0; percent < 100; percent += 5) {
      const Moment moment{.step = result.output->shape().width - 1, .slide = static_cast<float>(percent) / 100};
      expect_no_line_over_numbers(build_scene(document, result, moment, {.size = {900, 600}}), 0.2F,
                                  "slide " + std::to_string(percent));
    }
  }
}

TEST(StackLines, FadeBeforeTheyGo) {
  const Document document = document_of({one_channel, {5, 5}}, Look::stack);
  const LayerResult result = compute(document);
  const std::int64_t end_of_row = result.output->shape().width - 1;
  int faded = 0;
  for (int percent = 0; percent < 100; ++percent) {
    const Moment moment{.step = end_of_row, .slide = static_cast<float>(percent) / 100};
    const Scene scene = build_scene(document, result, moment, {.size = {900, 600}});
    const float whole = line_named(scene, "window line 1").color.alpha;
    for (const Line& line : all_of<Line>(scene)) {
      faded += line.name == "window line 1 on input" && line.color.alpha < whole ? 1 : 0;
    }
  }
  EXPECT_GT(faded, 1);
}

TEST(StackLines, CopiesWithinTheWindowLieOnItsVolume) {
  SizedLayer sized{one_channel, {5, 5}};
  sized.layer.padding_mode = PaddingMode::reflect;
  const Scene scene = scene_at(document_of(sized, Look::stack), 1);
  const Plane& window = plane_named(scene, "window 0");
  int copies = 0;
  for (const Line& line : all_of<Line>(scene)) {
    if (line.name.starts_with("copy line")) {
      ++copies;
      EXPECT_LT(
          distance(scene.camera.project(line.from), on_plane(scene, window, 0, 0.2F + static_cast<float>(copies - 1)),
                   on_plane(scene, window, 1, 0.2F + static_cast<float>(copies - 1))),
          0.01F);
    }
  }
  EXPECT_EQ(copies, 3);
}

TEST(StackLines, LinesStayOnTheWayAlongARow) {
  const Document document = document_of({one_channel, {5, 5}}, Look::stack);
  const Scene scene = build_scene(document, compute(document), {.step = 1, .slide = 0.5F}, {.size = {900, 600}});
  EXPECT_EQ(line_named(scene, "window line 1 on input").color.alpha, line_named(scene, "window line 1").color.alpha);
  EXPECT_EQ(line_named(scene, "result line 0 on output").color.alpha, line_named(scene, "result line 0").color.alpha);
}

}  // namespace
}  // namespace convscope
