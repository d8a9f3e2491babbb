#include "app/scene/camera.h"

#include <gtest/gtest.h>

#include <cmath>

#include "app/scene/numbers.h"
#include "tests/app/scene/scenes.h"

namespace convscope {
namespace {

constexpr Stage stage{.size = {900, 600}, .content_scale = 1.5F};

void expect_near(Vec2 a, Vec2 b, float by = 0.02F) {
  EXPECT_NEAR(a.x, b.x, by);
  EXPECT_NEAR(a.y, b.y, by);
}

Document example(Look look) {
  return document_of({{.in_channels = 3, .out_channels = 2, .padding = {1, 1, 1, 1}}, {7, 7}}, look);
}

TEST(Camera, DirectionsAreAtRightAnglesAndOfLengthOne) {
  const auto dot = [](Vec3 a, Vec3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; };
  for (const ViewAngles angles : {ViewAngles{}, stack_angles, ViewAngles{130, 85}}) {
    const ViewDirections view = directions_of(angles);
    EXPECT_NEAR(dot(view.right, view.right), 1, 1e-5);
    EXPECT_NEAR(dot(view.down, view.down), 1, 1e-5);
    EXPECT_NEAR(dot(view.towards, view.towards), 1, 1e-5);
    EXPECT_NEAR(dot(view.right, view.down), 0, 1e-5);
    EXPECT_NEAR(dot(view.right, view.towards), 0, 1e-5);
    EXPECT_NEAR(dot(view.down, view.towards), 0, 1e-5);
  }
  EXPECT_GT(directions_of({0, 20}).towards.z, 0) << "the front is seen";
  EXPECT_LT(directions_of({0, 20}).towards.y, 0) << "and the upper side";
}

TEST(Camera, ZoomHoldsWhatLiesUnderTheMouse) {
  for (const Look look : all_looks) {
    Document document = example(look);
    document.view.camera = {.zoom = 1.5F, .pan_x = 30, .pan_y = -12};
    const Scene before = scene_at(document, 4, stage);
    const Plane& input = plane_named(before, "input 0");
    const Vec2 mouse = on_plane(before, input, 2.25F, 4.5F);
    document.view.camera = zoomed(document.view.camera, 3, mouse, stage);
    EXPECT_FLOAT_EQ(document.view.camera.zoom, 4.5F);
    const Scene after = scene_at(document, 4, stage);
    expect_near(on_plane(after, plane_named(after, "input 0"), 2.25F, 4.5F), mouse, 0.1F);
    EXPECT_FLOAT_EQ(after.camera.scale, 3 * before.camera.scale);
  }
}

TEST(Camera, PanMovesEverythingByPixels) {
  for (const Look look : all_looks) {
    Document document = example(look);
    const Scene before = scene_at(document, 4, stage);
    document.view.camera = panned(document.view.camera, {45, -18}, stage);
    const Scene after = scene_at(document, 4, stage);
    for (const Plane& plane : all_of<Plane>(before)) {
      expect_near(on_plane(after, plane_named(after, plane.name), 1, 1), on_plane(before, plane, 1, 1) + Vec2{45, -18});
    }
  }
}

TEST(Camera, ZoomStaysWithinItsLimits) {
  const CameraMove far = zoomed({}, 1e-9F, {450, 300}, stage);
  EXPECT_EQ(far.zoom, least_zoom);
  EXPECT_EQ(zoomed({}, 1e9F, {450, 300}, stage).zoom, largest_zoom);
  const CameraMove cell = zoomed({}, 1e9F, {450, 300}, stage, 60);
  EXPECT_FLOAT_EQ(cell.zoom * 60, 600) << "one cell fills the stage";
  EXPECT_EQ(zoomed(cell, 2, {10, 10}, stage, 600), cell) << "and nothing moves when it goes no further";
}

TEST(Camera, OrbitKeepsThePitchAndComesRound) {
  const CameraMove low = orbited({}, 0, -500);
  EXPECT_EQ(angles_of(low).pitch, 0);
  EXPECT_EQ(angles_of(orbited({}, 0, 500)).pitch, steepest_pitch);
  EXPECT_NEAR(orbited({}, 350, 0).yaw, -10, 1e-3);
  EXPECT_EQ(angles_of({.pitch = 900}).pitch, steepest_pitch) << "a move from a file is limited, too";
  EXPECT_EQ(angles_of({}), stack_angles);
}

TEST(Camera, OnlyTheStackTurns) {
  for (const Look look : all_looks) {
    Document document = example(look);
    const LayerResult result = compute(document);
    const Scene before = build_scene(document, result, {4, 0}, stage);
    document.view.camera = orbited({}, 30, 10);
    EXPECT_EQ(build_scene(document, result, {4, 0}, stage) == before, look != Look::stack);
  }
}

TEST(Camera, TextsKeepTheirSizeAndStayAtTheirGrids) {
  for (const Look look : {Look::flat, Look::oblique}) {
    Document document = example(look);
    const Scene before = scene_at(document, 4, stage);
    document.view.camera.zoom = 6;
    const Scene after = scene_at(document, 4, stage);
    // From the corner of the grid with its padding to the text: as many pixels as before.
    const auto away = [&](const Scene& scene) {
      const std::size_t corner = look == Look::flat ? 0 : 2;
      return text_box(scene, label_named(scene, "label input")).low -
             corners_of(scene, plane_named(scene, "input 0"), true)[corner];
    };
    expect_near(away(after), away(before), 0.2F);
    EXPECT_EQ(label_named(after, "label input").size, label_named(before, "label input").size);
  }
}

TEST(Camera, ZoomOfAPhotographReachesReadableNumbers) {
  Document document = document_of({{.kernel_size = {1, 1}}, {1080, 1920}}, Look::flat);
  document.view.camera.zoom = largest_zoom;
  for (const Stage& window : {Stage{.size = {404, 546}}, Stage{.size = {1600, 1000}}}) {
    const Scene scene = scene_at(document, 0, window);
    EXPECT_TRUE(number_layout(scene, plane_named(scene, "input 0")).visible);
  }
}

}  // namespace
}  // namespace convscope
