#include <cmath>
#include <functional>

#include "tests/app/render/gl/picture_test.h"

namespace convscope::testing {
namespace {

constexpr int wide = 700;
constexpr int high = 500;
constexpr Vec2 large{wide, high};

std::shared_ptr<const Tensor> waves(float phase) {
  auto tensor = std::make_shared<Tensor>(Shape{1, 1, 300, 400});
  float at = phase;
  for (float& value : tensor->values()) {
    value = std::fmod(at += 0.37F, 11.0F);
  }
  return tensor;
}

/// Cells of two pixels that cover all of the picture.
Scene photograph() {
  Scene scene = make_scene(large);
  scene.camera.scale = 2.2F;
  Plane plane = make_plane();
  plane.rows = 300;
  plane.columns = 400;
  plane.filled = plane.rows * plane.columns;
  plane.origin = {-20, -15, 0};
  plane.values.tensor = waves(0);
  plane.cell_fill = ValueFill{plane.values, {ColorMap::sequential, 0, 11}};
  scene.items = {plane};
  return scene;
}

/// What is kept of a large drawing that stands still must never be seen: each change looks as if drawn for the first
/// time, and so does each frame after it.
TEST(GlKeptDrawing, ShowsEveryChangeAsAFreshRendererDoes) {
  const Offscreen offscreen(wide, high);
  const FontSet fonts = FontSet::load().value();
  GlRenderer renderer = GlRenderer::create(fonts, 0).value();
  Scene scene = photograph();
  Viewport viewport = offscreen.viewport();
  const auto plane = [&]() -> Plane& { return std::get<Plane>(scene.items.front()); };
  const auto set_values = [&](const std::shared_ptr<const Tensor>& tensor) {
    plane().values.tensor = tensor;
    std::get<ValueFill>(plane().cell_fill).values.tensor = tensor;
  };
  const std::vector<std::function<void()>> changes{
      [] {},
      [&] {
        Tensor one = *plane().values.tensor;
        one.values()[100 * 400 + 100] = 0;
        set_values(std::make_shared<Tensor>(one));
      },
      [&] { set_values(waves(5)); },
      [&] { std::get<ValueFill>(plane().cell_fill).scale.map = ColorMap::diverging; },
      [&] { scene.camera.shift.x += 3.25F; },
      [&] { scene.camera.scale = 2.3F; },
      [&] { plane().name = "another of the same size"; },
      [&] {
        viewport = {12, 7, wide - 12, high - 30, high};
      },
      [&] { viewport = offscreen.viewport(); },
      [&] { plane().opacity = 0.5F; },
      [&] { plane().opacity = 1; },
      [&] { plane().hidden = true; },
      [&] { plane().hidden = false; },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    changes[i]();
    const auto drawn_by = [&](GlRenderer& one) {
      one.clear(white);
      scene.size = {static_cast<float>(viewport.width), static_cast<float>(viewport.height)};
      one.draw(scene, viewport);
      return offscreen.read();
    };
    GlRenderer fresh = GlRenderer::create(fonts, 0).value();
    const Picture expected = drawn_by(fresh);
    for (int frame = 0; frame < 4; ++frame) {
      EXPECT_EQ(drawn_by(renderer).rgba == expected.rgba, true) << "change " << i << ", frame " << frame;
    }
  }
}

}  // namespace
}  // namespace convscope::testing
