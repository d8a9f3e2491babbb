#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "tests/app/scene/scenes.h"

namespace convscope {
namespace {

/// Every layout fits its stage: no text lies over another or over a grid, and nothing leaves the stage.

struct Case {
  const char* name;
  SizedLayer sized;
};

std::vector<Case> cases() {
  const auto layer = [](std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t padding) {
    return Layer{.in_channels = in,
                 .out_channels = out,
                 .kernel_size = {kernel, kernel},
                 .padding = {padding, padding, padding, padding}};
  };
  Layer preset = layer(3, 2, 3, 1);
  preset.stride = {2, 2};
  preset.dilation = {2, 2};
  Layer depthwise = layer(8, 8, 3, 1);
  depthwise.groups = 8;
  Layer grouped = layer(8, 16, 3, 1);
  grouped.groups = 2;
  Layer transposed = layer(3, 4, 3, 1);
  transposed.op = Op::conv_transpose2d;
  transposed.stride = {2, 2};
  Layer pool = layer(4, 4, 2, 0);
  pool.op = Op::max_pool2d;
  pool.stride = {2, 2};
  return {{"1x1", {layer(1, 1, 1, 0), {1, 1}}},
          {"1x1 to 40", {layer(1, 40, 1, 0), {1, 1}}},
          {"1x64", {layer(1, 1, 3, 1), {1, 64}}},
          {"64x1", {layer(1, 1, 3, 1), {64, 1}}},
          {"64x1 of 3", {layer(3, 2, 3, 1), {64, 1}}},
          {"5x5", {layer(1, 1, 3, 1), {5, 5}}},
          {"7x7x3", {preset, {7, 7}}},
          {"40 channels", {layer(40, 40, 3, 1), {9, 9}}},
          {"512 channels", {layer(512, 512, 1, 0), {4, 4}}},
          {"depthwise", {depthwise, {7, 7}}},
          {"grouped", {grouped, {7, 7}}},
          {"512x512x8", {layer(8, 8, 1, 0), {512, 512}}},
          {"kernel 11 on 32", {layer(1, 1, 11, 5), {32, 32}}},
          {"one output of 96", {layer(1, 1, 96, 0), {96, 96}}},
          {"padding larger than the input", {layer(1, 1, 7, 6), {2, 2}}},
          {"transposed", {transposed, {4, 4}}},
          {"pool", {pool, {8, 8}}}};
}

constexpr Stage stages[] = {{.size = {404, 546}},
                            {.size = {660, 625}},
                            {.size = {1300, 985}},
                            {.size = {2560, 700}},
                            {.size = {3200, 2000}},
                            {.size = {404, 546}, .content_scale = 1.5F},
                            {.size = {900, 700}, .content_scale = 1.5F},
                            {.size = {404, 546}, .content_scale = 2},
                            {.size = {808, 1092}, .content_scale = 2},
                            {.size = {3200, 2000}, .content_scale = 2},
                            {.size = {404, 546}, .language = text::Language::korean},
                            {.size = {900, 700}, .content_scale = 1.5F, .language = text::Language::korean}};

/// Whether a box and a parallelogram have more than `slack` pixels in common, by separating axes.
bool overlap(const TextBox& box, const std::array<Vec2, 4>& corners, float slack) {
  const std::array<Vec2, 4> points{box.low, Vec2{box.high.x, box.low.y}, box.high, Vec2{box.low.x, box.high.y}};
  const Vec2 side = corners[1] - corners[0];
  const Vec2 down = corners[3] - corners[0];
  for (const Vec2 axis : {Vec2{1, 0}, Vec2{0, 1}, Vec2{-side.y, side.x}, Vec2{-down.y, down.x}}) {
    const float length = std::hypot(axis.x, axis.y);
    if (length < 1e-6F) {
      continue;
    }
    float box_low = 1e9F;
    float box_high = -1e9F;
    float low = 1e9F;
    float high = -1e9F;
    for (std::size_t i = 0; i < 4; ++i) {
      const float of_box = (points[i].x * axis.x + points[i].y * axis.y) / length;
      const float of_plane = (corners[i].x * axis.x + corners[i].y * axis.y) / length;
      box_low = std::min(box_low, of_box);
      box_high = std::max(box_high, of_box);
      low = std::min(low, of_plane);
      high = std::max(high, of_plane);
    }
    if (box_high <= low + slack || high <= box_low + slack) {
      return false;
    }
  }
  return true;
}

void expect_within(const Stage& stage, Vec2 point, const std::string& what) {
  constexpr float rounding = 0.05F;
  EXPECT_GE(point.x, -rounding) << what;
  EXPECT_GE(point.y, -rounding) << what;
  EXPECT_LE(point.x, stage.size.x + rounding) << what;
  EXPECT_LE(point.y, stage.size.y + rounding) << what;
}

void expect_in_order(const Scene& scene, const Stage& stage) {
  const std::vector<Label> labels = all_of<Label>(scene);
  const std::vector<Plane> planes = all_of<Plane>(scene);
  for (const Plane& plane : planes) {
    for (const Vec2 point : corners_of(scene, plane, true)) {
      expect_within(stage, point, plane.name);
    }
  }
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const TextBox box = text_box(scene, labels[i]);
    expect_within(stage, box.low, labels[i].name);
    expect_within(stage, box.high, labels[i].name);
    for (const Plane& plane : planes) {
      EXPECT_FALSE(overlap(box, corners_of(scene, plane, true), 0.5F)) << labels[i].name << " over " << plane.name;
    }
    for (std::size_t j = 0; j < i; ++j) {
      const TextBox other = text_box(scene, labels[j]);
      const std::array<Vec2, 4> corners{other.low, Vec2{other.high.x, other.low.y}, other.high,
                                        Vec2{other.low.x, other.high.y}};
      EXPECT_FALSE(overlap(box, corners, 0)) << labels[i].name << " over " << labels[j].name;
    }
  }
}

class Layouts : public testing::TestWithParam<Look> {};

TEST_P(Layouts, FitEveryStageWithoutOverlap) {
  for (const Case& one : cases()) {
    Document document = document_of(one.sized, GetParam());
    for (const TransposedForm form : {TransposedForm::stretched, TransposedForm::stamping}) {
      if (form == TransposedForm::stamping && one.sized.layer.op != Op::conv_transpose2d) {
        continue;
      }
      document.view.transposed = form;
      const LayerResult result = compute(document);
      const std::int64_t last = is_stamping(document) ? element_count(document.input->shape()) - 1 : result.steps - 1;
      for (const Stage& stage : stages) {
        for (const std::int64_t step : {std::int64_t{0}, last / 2, last}) {
          SCOPED_TRACE(testing::Message() << one.name << " on " << stage.size.x << " x " << stage.size.y << " at "
                                          << stage.content_scale << ", step " << step);
          expect_in_order(build_scene(document, result, {step, 0}, stage), stage);
          if (HasFailure()) {
            return;
          }
        }
      }
    }
  }
}

TEST_P(Layouts, LegendsAndMatricesFitToo) {
  for (const Case& one : cases()) {
    Document document = document_of(one.sized, GetParam());
    document.view.coloring = Coloring::sequential;
    for (const MatrixForm form : {MatrixForm::none, MatrixForm::im2col}) {
      document.view.matrix = form;
      const LayerResult result = compute(document);
      const Vec2 small = form == MatrixForm::none ? Vec2{404, 401} : Vec2{660, 512};
      for (const Vec2 size : {small, natural_size(document, result, {})}) {
        SCOPED_TRACE(testing::Message() << one.name << " on " << size.x << " x " << size.y << ", matrix "
                                        << (form != MatrixForm::none));
        Scene scene = build_scene(document, result, {}, {.size = size});
        std::erase_if(scene.items, [](const SceneItem& item) {
          const auto* plane = std::get_if<Plane>(&item);
          return plane != nullptr && plane->name == "matrix backdrop";
        });
        expect_in_order(scene, {.size = size});
      }
    }
  }
}

TEST_P(Layouts, KeepTheirTextsWhereThereIsRoom) {
  for (const Case& one : cases()) {
    const Document document = document_of(one.sized, GetParam());
    EXPECT_NO_THROW((void)label_named(scene_at(document, 0, {.size = {404, 546}}), "label input")) << one.name;
    const Scene scene = scene_at(document, 0, {.size = {660, 512}});  // Of a window of 1280 × 720.
    EXPECT_NO_THROW((void)label_named(scene, "label output shape")) << one.name;
  }
}

TEST_P(Layouts, LeaveNotesOutWhereCellsWouldBeTiny) {
  if (GetParam() == Look::oblique) {
    GTEST_SKIP() << "its texts stand beside the grids";
  }
  const std::vector<Case> all = cases();
  const auto found = std::ranges::find(all, std::string_view("7x7x3"), &Case::name);
  ASSERT_NE(found, all.end());
  const Document document = document_of(found->sized, GetParam());
  const Scene scene = scene_at(document, 0, {.size = {404, 402}});
  EXPECT_THROW((void)label_named(scene, "label output shape"), std::runtime_error);
  const Vec3 step = plane_named(scene, "input 0").column_step;
  EXPECT_GT(std::hypot(scene.camera.direction(step).x, scene.camera.direction(step).y), 13);
}

INSTANTIATE_TEST_SUITE_P(AllLooks, Layouts, testing::ValuesIn(all_looks));

}  // namespace
}  // namespace convscope
