#include <functional>
#include <numeric>

#include "app/render/gl/plane_textures.h"
#include "tests/app/render/gl/picture_test.h"

namespace convscope::testing {
namespace {

std::shared_ptr<const Tensor> counted_values(float first) {
  std::vector<float> values(12);
  std::iota(values.begin(), values.end(), first);
  return std::make_shared<Tensor>(Shape{1, 1, 3, 4}, std::move(values));
}

Plane make_full_plane() {
  Plane plane = make_numbered_plane();
  plane.line = black;
  plane.cell_fill = ValueFill{plane.values, {ColorMap::sequential, 0, 11}};
  plane.border.cells = {1, 1, 1, 1};
  plane.border.numbers = true;
  plane.border.line = orange;
  plane.hatch = black;
  AxisReads rows;
  rows.first = -1;
  rows.counts = {1, 1, 1, 0, 0};
  rows.kernel_cells = {1, 1, 1, 0, 0};
  AxisReads columns;
  columns.first = -1;
  columns.counts = {1, 1, 1, 1, 1, 1};
  columns.kernel_cells = {1, 1, 1, 1, 1, 1};
  plane.reads = std::make_shared<LayerReads>(LayerReads{rows, columns});
  CellLattice lattice = make_lattice(0, 1, {2, 2}, with_alpha(black, 0.3F));
  lattice.fill = ValueFill{{std::make_shared<Tensor>(Shape{1, 1, 2, 2}, std::vector<float>{0, 1, 2, 3}), 0, 0},
                           {ColorMap::weights, 0, 4}};
  lattice.corner_values = lattice.fill->values;
  lattice.corner_color = white;
  plane.lattices = {lattice};
  return plane;
}

using GlCaches = PictureTest;

/// What is kept from frame to frame must never be seen: each change looks as if drawn for the first time.
TEST_F(GlCaches, ShowEveryChangeAsAFreshRendererDoes) {
  Scene scene = make_scene(size);
  scene.camera.scale = 26;
  scene.items = {make_full_plane()};
  const auto plane = [&]() -> Plane& { return std::get<Plane>(scene.items.front()); };
  const auto set_values = [&](const std::shared_ptr<const Tensor>& tensor, ColorScale scale) {
    plane().values.tensor = tensor;
    plane().cell_fill = ValueFill{plane().values, scale};
  };
  const std::vector<std::function<void()>> changes{
      [] {},
      [] {},
      [&] {
        set_values(counted_values(0), {ColorMap::sequential, 0, 11});
      },
      [&] {
        Tensor one = *counted_values(0);
        one.values()[7] = 2;
        set_values(std::make_shared<Tensor>(one), {ColorMap::sequential, 0, 11});
      },
      [&] {
        set_values(counted_values(4), {ColorMap::sequential, 0, 20});
      },
      [&] {
        set_values(counted_values(4), {ColorMap::diverging, 0, 20});
      },
      [&] { plane().lattices.front().column = 1.4F; },
      [&] { plane().lattices.front().column = 1.5F; },
      [&] { plane().lattices.front().column = 1.6F; },
      [&] { plane().lattices.front().fill->scale.high = 7; },
      [&] { plane().lattices.front().number_color = green; },
      [&] { plane().lattices.front().cut = true; },
      [&] { plane().lattices.clear(); },
      [&] { plane().filled = 5; },
      [&] {
        plane().other_numbers = {{0, 2, 77}};
      },
      [&] { plane().frames = {CellFrame{.color = orange}}; },
      [&] { plane().opacity = 0.6F; },
      [&] {
        scene.camera.shift = {43.3F, 31};
      },
      [&] { scene.camera.scale = 5; },
      [&] { scene.camera.scale = 0.4F; },
      [&] { scene.camera.scale = 30; },
      [&] {
        AxisReads rows = plane().reads->rows;
        rows.counts[1] = 0;
        plane().reads = std::make_shared<LayerReads>(LayerReads{rows, plane().reads->columns});
      },
      [&] {
        plane().cell_fill = SwatchFill{{2, 1}, {ColorMap::weights, 0, 2}};
      },
      [&] { plane().border.cells.left = 2; },
      [&] { scene.content_scale = 1.5F; },
      [&] { plane() = make_full_plane(); },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    changes[i]();
    const Picture used = draw(scene);
    GlRenderer fresh = GlRenderer::create(fonts_).value();
    fresh.clear(with_alpha(black, 0));
    fresh.draw(scene, offscreen_.viewport());
    EXPECT_EQ(difference(used, offscreen_.read()).right, 0) << "change " << i;
  }
}

TEST_F(GlCaches, ForgetPlanesThatAreNoLongerDrawn) {
  gl::PlaneTextureCache cache;
  Plane plane = make_full_plane();
  cache.begin_frame();
  static_cast<void>(cache.of(plane));
  EXPECT_EQ(cache.size(), 1U);
  plane.name = "another";
  for (int frame = 0; frame < 10; ++frame) {
    cache.begin_frame();
    static_cast<void>(cache.of(plane));
  }
  EXPECT_EQ(cache.size(), 1U);
}

TEST_F(GlCaches, LetGoOfTensorsThatAreNoLongerShown) {
  Plane plane = make_full_plane();
  const std::weak_ptr<const Tensor> values = plane.values.tensor;
  Scene scene = make_scene(size);
  scene.items = {plane};
  static_cast<void>(draw(scene));
  scene.items.clear();
  plane = {};
  for (int frame = 0; frame < 10; ++frame) {
    static_cast<void>(draw(scene));
  }
  EXPECT_TRUE(values.expired());
}

}  // namespace
}  // namespace convscope::testing
