#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "app/scene/camera.h"
#include "app/scene/slab.h"
#include "app/scene/stack_paint.h"
#include "engine/taps.h"
#include "tests/app/scene/scenes.h"

namespace convscope {
namespace {

Layer layer_of(std::int64_t in, std::int64_t out, std::int64_t groups) {
  return {.in_channels = in, .out_channels = out, .padding = {1, 1, 1, 1}, .groups = groups};
}

Document grouped(std::int64_t groups) { return document_of({layer_of(4, 8, groups), {6, 6}}, Look::stack); }

const CellLattice* cut_of(const Plane& plane) {
  const auto found = std::ranges::find(plane.lattices, true, &CellLattice::cut);
  return found == plane.lattices.end() ? nullptr : &*found;
}

bool cuts(const Plane& plane, std::int64_t row, std::int64_t column) {
  const CellLattice* hole = cut_of(plane);
  if (hole == nullptr) {
    return false;
  }
  const auto hit = [](float first, float spacing, std::int64_t count, std::int64_t place) {
    for (std::int64_t i = 0; i < count; ++i) {
      if (first + static_cast<float>(i) * spacing == static_cast<float>(place)) {
        return true;
      }
    }
    return false;
  };
  return hit(hole->row, hole->row_spacing, hole->rows, row) &&
         hit(hole->column, hole->column_spacing, hole->columns, column);
}

std::int64_t count_named(const Scene& scene, const std::string& begin) {
  const std::vector<Plane> planes = all_of<Plane>(scene);
  return std::ranges::count_if(planes, [&](const Plane& plane) {
    return plane.name.starts_with(begin) && plane.cells.role != PlaneRole::other;
  });
}

bool same_hue(const Color& a, const Color& b) { return a.red == b.red && a.green == b.green && a.blue == b.blue; }

TEST(Stack, IsPure) {
  const Document document = grouped(2);
  const LayerResult result = compute(document);
  const Stage stage{.size = {900, 600}};
  EXPECT_EQ(build_scene(document, result, {40, 0.5F}, stage), build_scene(document, result, {40, 0.5F}, stage));
}

TEST(Stack, AFilterIsAsDeepAsItsGroup) {
  for (const std::int64_t groups : {1, 2, 4}) {
    const Document document = grouped(groups);
    const Scene scene = scene_at(document, 0);
    EXPECT_EQ(count_named(scene, "kernel 0,"), 4 / groups);
    EXPECT_EQ(count_named(scene, "input "), 4);
    EXPECT_EQ(count_named(scene, "output "), 8);
    const Plane& window = plane_named(scene, "window " + std::to_string(4 / groups - 1));
    EXPECT_EQ(window.values.tensor->shape(), (Shape{1, 4 / groups, 3, 3}));
  }
}

TEST(Stack, AGroupHasOneColour) {
  const Document document = grouped(2);
  const Scene scene = scene_at(document, 5 * 36);  // Output channel 5, of group 1.
  const auto fill = [&](const std::string& name) { return plane_named(scene, name).fill; };
  EXPECT_TRUE(same_hue(fill("input 2"), fill("output 4")));
  EXPECT_TRUE(same_hue(fill("input 3"), fill("output 7")));
  EXPECT_TRUE(same_hue(fill("input 0"), fill("output 3")));
  EXPECT_TRUE(same_hue(fill("window 0"), fill("input 2")));
  EXPECT_FALSE(same_hue(fill("input 1"), fill("input 2")));
  EXPECT_EQ(label_named(scene, "label input group").text, "group 1 of 2");
}

TEST(Stack, OneGroupIsBlueAllOver) {
  const Scene scene = scene_at(grouped(1), 0);
  const Color blue = palette_of(Theme::light).input;
  EXPECT_EQ(plane_named(scene, "input 3").fill, blue);
  EXPECT_EQ(plane_named(scene, "output 7").fill, blue);
}

TEST(Stack, GroupColoursAreDistinctAndTheirTextsReadable) {
  const auto luminance = [](const Color& color) {
    const auto linear = [](float c) { return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F); };
    return 0.2126F * linear(color.red) + 0.7152F * linear(color.green) + 0.0722F * linear(color.blue);
  };
  const auto contrast = [&](const Color& a, const Color& b) {
    const float one = luminance(a) + 0.05F;
    const float other = luminance(b) + 0.05F;
    return std::max(one, other) / std::min(one, other);
  };
  for (const Theme theme : {Theme::light, Theme::dark, Theme::high_contrast}) {
    const Color background = palette_of(theme).background;
    for (std::int64_t group = 0; group < group_color_count; ++group) {
      const GroupColors colors = group_colors(theme, group);
      EXPECT_GE(contrast(colors.text, background), theme == Theme::high_contrast ? 7 : 4.5F) << group;
      EXPECT_GE(contrast(colors.number, colors.fill), 3) << group;
      EXPECT_GE(contrast(colors.kernel_number, colors.kernel), 4.5F) << group;
      for (std::int64_t other = 0; other < group; ++other) {
        EXPECT_FALSE(same_hue(colors.fill, group_colors(theme, other).fill)) << group << " and " << other;
      }
      EXPECT_EQ(group_colors(theme, group + group_color_count).fill, colors.fill);
    }
  }
}

TEST(Stack, TheWindowIsCutOutOfItsGroupAlone) {
  Document document = grouped(2);
  document.sized.layer.dilation = {2, 2};
  document = with_layer(document, document.sized);
  const LayerResult result = compute(document);
  for (const std::int64_t step : {std::int64_t{5}, result.steps / 2 + 6, result.steps - 1}) {
    const Scene scene = build_scene(document, result, {step, 0}, {.size = {900, 600}});
    const std::vector<Tap> all = taps(document.sized, output_of_step(document.sized, step));
    for (std::int64_t channel = 0; channel < 4; ++channel) {
      const Plane& plane = plane_named(scene, "input " + std::to_string(channel));
      for (std::int64_t row = 0; row < 6; ++row) {
        for (std::int64_t column = 0; column < 6; ++column) {
          const bool taken = std::ranges::any_of(all, [&](const Tap& tap) {
            return tap.input && *tap.input == Index{0, channel, row, column};
          });
          EXPECT_EQ(cuts(plane, row, column), taken) << channel << ": " << row << ", " << column;
        }
      }
    }
  }
}

TEST(Stack, TheBlockHoldsWhatTheTapsRead) {
  for (const PaddingMode mode : padding_modes) {
    for (const bool flip : {false, true}) {
      Layer layer = layer_of(4, 4, 2);
      layer.padding_mode = mode;
      layer.flip_kernel = flip;
      layer.dilation = {2, 1};
      layer.padding = {2, 2, 1, 1};
      const Document document = document_of({layer, {6, 5}}, Look::stack);
      const LayerResult result = compute(document);
      for (std::int64_t step = 0; step < result.steps; step += 7) {
        const Scene scene = build_scene(document, result, {step, 0}, {.size = {900, 600}});
        const std::span<const float> shown = plane_named(scene, "window 0").values.tensor->values();
        const std::vector<Tap> all = taps(document.sized, output_of_step(document.sized, step));
        ASSERT_EQ(shown.size(), all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
          EXPECT_EQ(shown[i], tap_value(layer, all[i], *document.input, *document.weight).value);
        }
      }
    }
  }
}

TEST(Stack, ChannelByChannelTheHoleGrowsDeeper) {
  Document document = grouped(1);
  document.view.pace = Pace::channel;
  const LayerResult result = compute(document);
  const Scene scene =
      build_scene(document, result, {.step = 9, .pace = Pace::channel, .part = 1, .parts = 4}, {.size = {900, 600}});
  EXPECT_NE(cut_of(plane_named(scene, "input 0")), nullptr);
  EXPECT_NE(cut_of(plane_named(scene, "input 1")), nullptr);
  EXPECT_EQ(cut_of(plane_named(scene, "input 2")), nullptr);
  EXPECT_EQ(plane_named(scene, "window 1").opacity, 1);
  EXPECT_LT(plane_named(scene, "window 2").opacity, 0.5F);
}

TEST(Stack, AStampLiesOnAllOutputsOfTheGroup) {
  Layer layer = layer_of(4, 4, 2);
  layer.op = Op::conv_transpose2d;
  Document document = document_of({layer, {4, 4}}, Look::stack);
  document.view.transposed = TransposedForm::stamping;
  const Scene scene = scene_at(document, 2 * 16 + 5);  // Input channel 2, of group 1.
  EXPECT_TRUE(plane_named(scene, "output 1").lattices.empty());
  EXPECT_FALSE(plane_named(scene, "output 2").lattices.empty());
  EXPECT_FALSE(plane_named(scene, "output 3").lattices.empty());
  EXPECT_EQ(count_named(scene, "kernel 2,0"), 1) << "the kernels of one input channel: output 2";
  EXPECT_EQ(count_named(scene, "kernel 3,0"), 1) << "and output 3";
  EXPECT_EQ(cut_of(plane_named(scene, "input 2")), nullptr);
}

TEST(Stack, ChannelsOfAPoolNeverMix) {
  Layer layer = layer_of(3, 3, 1);
  layer.op = Op::avg_pool2d;
  const Scene scene = scene_at(document_of({layer, {6, 6}}, Look::stack), 36);
  EXPECT_EQ(cut_of(plane_named(scene, "input 0")), nullptr);
  EXPECT_NE(cut_of(plane_named(scene, "input 1")), nullptr);
  EXPECT_EQ(count_named(scene, "kernel"), 0);
  EXPECT_FALSE(same_hue(plane_named(scene, "input 0").fill, plane_named(scene, "input 1").fill));
}

TEST(Stack, TooManyChannelsAreSaidAndNotDrawn) {
  const Document document =
      document_of({{.in_channels = 512, .out_channels = 4, .kernel_size = {1, 1}}, {4, 4}}, Look::stack);
  const Scene scene = scene_at(document, 0);
  EXPECT_LE(count_named(scene, "input "), max_slabs);
  EXPECT_NE(label_named(scene, "label input channels").text.find("512"), std::string::npos);
  EXPECT_NO_THROW((void)plane_named(scene, "input 511"));
}

TEST(Stack, FiltersThatAreNotDrawnAreCounted) {
  const Document document = document_of({layer_of(3, 40, 1), {7, 7}}, Look::stack);
  for (const std::int64_t channel : {0, 17, 39}) {
    const Scene scene = scene_at(document, channel * 49);
    const std::int64_t drawn = count_named(scene, "kernel ") / 3;
    EXPECT_EQ(label_named(scene, "label kernel more").text, "+ " + std::to_string(40 - drawn) + " more");
    EXPECT_NO_THROW((void)plane_named(scene, "kernel " + std::to_string(channel) + ",0"));
  }
}

/// Whose volume a plane belongs to: "input", "output", "window", "kernel 3".
std::string volume_of(const Plane& plane) {
  return plane.name.substr(0, plane.name.find_first_of(plane.name.starts_with("kernel") ? "," : " "));
}

float nearness(Vec3 point, const ViewDirections& view) {
  return point.x * view.towards.x + point.y * view.towards.y + point.z * view.towards.z;
}

/// How much nearer `over` is than `under` where both are seen at a place of `over`; none where they are not.
std::optional<float> nearer_by(const Scene& scene, const ViewDirections& view, const Plane& over, const Plane& under,
                               Vec2 place) {
  const Vec3 point = over.origin + place.x * over.column_step + place.y * over.row_step;
  const Vec2 away = scene.camera.project(point) - scene.camera.project(under.origin);
  const Vec2 column = scene.camera.direction(under.column_step);
  const Vec2 row = scene.camera.direction(under.row_step);
  const float determinant = column.x * row.y - column.y * row.x;
  if (std::abs(determinant) < 1) {
    return std::nullopt;
  }
  const float x = (away.x * row.y - away.y * row.x) / determinant;
  const float y = (column.x * away.y - column.y * away.x) / determinant;
  constexpr float edge = 0.02F;
  const bool within =
      x > edge && y > edge && x < static_cast<float>(under.columns) - edge && y < static_cast<float>(under.rows) - edge;
  if (!within) {
    return std::nullopt;
  }
  return nearness(point, view) - nearness(under.origin + x * under.column_step + y * under.row_step, view);
}

/// Returns how many places were compared.
int expect_nearer_later(Document document) {
  const LayerResult result = compute(document);
  int compared = 0;
  for (float yaw = -170; yaw <= 180; yaw += 35) {
    for (const float pitch : {-22.0F, -10.0F, 20.0F, 60.0F}) {
      document.view.camera = {.yaw = yaw, .pitch = pitch};
      const ViewDirections view = directions_of(angles_of(document.view.camera));
      const Scene scene = build_scene(document, result, {26, 0}, {.size = {900, 600}});
      const std::vector<Plane> planes = all_of<Plane>(scene);
      for (std::size_t later = 0; later < planes.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
          const bool seen = !planes[later].hidden && !planes[earlier].hidden;
          if (!seen || volume_of(planes[later]) != volume_of(planes[earlier])) {
            continue;
          }
          for (const Vec2 share : {Vec2{0.1F, 0.2F}, Vec2{0.9F, 0.3F}, Vec2{0.5F, 0.5F}, Vec2{0.3F, 0.9F}}) {
            const Vec2 place{share.x * static_cast<float>(planes[later].columns),
                             share.y * static_cast<float>(planes[later].rows)};
            if (const auto by = nearer_by(scene, view, planes[later], planes[earlier], place)) {
              ++compared;
              EXPECT_GT(*by, -1e-3F) << planes[later].name << " over " << planes[earlier].name << " at " << yaw << ", "
                                     << pitch;
            }
          }
        }
      }
    }
  }
  return compared;
}

TEST(Stack, PaintsWhatIsNearerLaterFromEveryAngle) {
  EXPECT_GT(expect_nearer_later(document_of({layer_of(4, 3, 1), {4, 5}}, Look::stack)), 1000);
  EXPECT_GT(expect_nearer_later(document_of({layer_of(12, 3, 1), {4, 5}}, Look::stack)), 500) << "slabs as one box";
}

std::int64_t count_seen(const Scene& scene, const std::string& begin) {
  const std::vector<Plane> planes = all_of<Plane>(scene);
  return std::ranges::count_if(planes,
                               [&](const Plane& plane) { return plane.name.starts_with(begin) && !plane.hidden; });
}

TEST(Stack, SlabsThatTouchAndAreAlikeAreOneBox) {
  const Scene scene = scene_at(document_of({layer_of(40, 1, 1), {6, 6}}, Look::stack), 14);
  EXPECT_EQ(count_named(scene, "input "), 40) << "for whoever points at them, or turns to another look";
  EXPECT_EQ(count_seen(scene, "input "), 1 + 2 + 2) << "a face, a top and a side, two walls of the hole";
  EXPECT_EQ(plane_named(scene, "input 0 top").columns, 40) << "a column for each slab";
  EXPECT_EQ(plane_named(scene, "input 0 side").columns, 40);
  const CellLattice* const cut = cut_of(plane_named(scene, "input 0"));
  ASSERT_NE(cut, nullptr);
}

TEST(Stack, SlabsThatDifferAreBoxesOfTheirOwn) {
  Document document = document_of({layer_of(40, 1, 1), {6, 6}}, Look::stack);
  document.view.pace = Pace::channel;
  const Scene scene =
      build_scene(document, compute(document), {.step = 14, .slide = 0, .pace = Pace::channel, .part = 9, .parts = 40},
                  {.size = {900, 600}});
  EXPECT_EQ(plane_named(scene, "input 0 top").columns, 10) << "those that the sum has reached are cut";
  EXPECT_EQ(plane_named(scene, "input 10 top").columns, 30);
  EXPECT_EQ(plane_named(scene, "window 10 top").columns, 30) << "the others are faint";
  const Scene groups = scene_at(document_of({layer_of(12, 12, 12), {6, 6}}, Look::stack), 14);
  EXPECT_EQ(plane_named(groups, "input 11 top").columns, 1) << "each group has its own colour";
}

TEST(Stack, OfManySlabsOfGlassAFewAreDrawn) {
  const Document document = document_of({layer_of(1, 40, 1), {6, 6}}, Look::stack);
  const LayerResult result = compute(document);
  const std::int64_t last_channel = 39 * 36;
  const auto outputs = [&](std::int64_t step) {
    return count_named(build_scene(document, result, {step, 0}, {.size = {900, 600}}), "output ");
  };
  EXPECT_EQ(outputs(0), 40) << "no slab stands before the first";
  EXPECT_LE(outputs(last_channel), 1 + most_glass);
  EXPECT_GE(outputs(last_channel), most_glass);
  EXPECT_NO_THROW(
      (void)plane_named(build_scene(document, result, {last_channel, 0}, {.size = {900, 600}}), "output 0"));
}

}  // namespace
}  // namespace convscope
