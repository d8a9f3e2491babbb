#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <string>

#include "app/render/gl/plane_textures.h"
#include "tests/app/render/gl/gl_calls.h"
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

int largest_difference(const Picture& a, const Picture& b) {
  int largest = 0;
  for (std::size_t i = 0; i < a.rgba.size(); ++i) {
    largest = std::max(largest, std::abs(int{a.rgba[i]} - int{b.rgba[i]}));
  }
  return largest;
}

class GlCaches : public PictureTest {
 protected:
  void expect_as_if_drawn_for_the_first_time(const Scene& scene, const std::string& when) {
    const Picture used = draw(scene);
    GlRenderer fresh = GlRenderer::create(fonts_, 0).value();
    fresh.clear(with_alpha(black, 0));
    fresh.draw(scene, offscreen_.viewport());
    EXPECT_EQ(difference(used, offscreen_.read()).right, 0) << when;
  }
};

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
    expect_as_if_drawn_for_the_first_time(scene, "change " + std::to_string(i));
  }
}

/// 640 × 800 cells in all colours, as large as a small photograph.
Plane make_large_plane(const std::string& name, float seed) {
  std::vector<float> values(640 * 800);
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = std::fmod(static_cast<float>(i) * 0.37F + seed, 11.0F);
  }
  Plane plane = make_plane();
  plane.name = name;
  plane.rows = 640;
  plane.columns = 800;
  plane.filled = plane.rows * plane.columns;
  plane.cell_fill = ValueFill{{std::make_shared<Tensor>(Shape{1, 1, 640, 800}, std::move(values)), 0, 0},
                              {ColorMap::sequential, 0, 11}};
  return plane;
}

/// Of a large plane only those texels are made that are seen.
TEST_F(GlCaches, ShowLargePlanesThatComeOutFromBehindOthers) {
  Scene scene = make_scene(size);
  scene.camera.scale = 0.2F;
  scene.items = {make_large_plane("behind", 0), make_large_plane("front", 5)};
  const auto behind = [&]() -> Plane& { return std::get<Plane>(scene.items.front()); };
  const auto front = [&]() -> Plane& { return std::get<Plane>(scene.items.back()); };
  const std::vector<std::function<void()>> changes{
      [] {},
      [&] { front().origin.x += 150; },
      [&] { front().origin.y -= 77; },
      [&] { behind() = make_large_plane("behind", 2); },
      [&] { front().origin.x -= 300; },
      [&] { std::get<ValueFill>(behind().cell_fill).scale.high = 7; },
      [&] {
        Tensor changed = *std::get<ValueFill>(behind().cell_fill).values.tensor;
        std::ranges::fill(changed.values().subspan(800 * 300, 800 * 9), 10.0F);
        std::get<ValueFill>(behind().cell_fill).values.tensor = std::make_shared<Tensor>(changed);
      },
      [&] { scene.items.pop_back(); },
      [&] { scene.camera.scale = 0.17F; },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    changes[i]();
    expect_as_if_drawn_for_the_first_time(scene, "change " + std::to_string(i));
  }
}

TEST(TexelChoice, HasWhatThePartsShow) {
  Plane plane = make_plane();
  plane.rows = 100;
  plane.columns = 100;
  const gl::TexelGrid grid{.parts = {1, 1}, .block = {10, 10}};
  const gl::TexelRange all = gl::all_texels(plane, grid);
  const std::vector<gl::PlanePart> sides{{0, 0, 5, 100}, {95, 0, 100, 100}};
  const gl::TexelChoice choice(plane, grid, all, sides);
  EXPECT_EQ(choice.runs(4).size(), 2U);
  EXPECT_EQ(choice.count(), 10 * (2 + 2));  // With a texel beside, for filtering.
  EXPECT_TRUE(gl::TexelChoice(all).contains(choice));
  EXPECT_FALSE(choice.contains(gl::TexelChoice(all)));
  EXPECT_EQ(choice.row(4).count(), 4);
  EXPECT_EQ(gl::TexelChoice(all).count(), 100);
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

/// Planes whose colours are pictures of one size: slabs of a tensor, each beside the one before.
std::vector<SceneItem> make_slabs(int count, const ColorScale& scale) {
  const auto values = std::make_shared<Tensor>(Shape{1, count, 3, 4});
  std::iota(values->values().begin(), values->values().end(), 0.0F);
  std::vector<SceneItem> slabs;
  for (int channel = 0; channel < count; ++channel) {
    Plane plane = make_plane();
    plane.name = "input " + std::to_string(channel);
    plane.line = black;
    plane.origin = {0.4F * static_cast<float>(channel), 0.2F * static_cast<float>(channel), 0};
    plane.values = {values, 0, channel};
    plane.cell_fill = ValueFill{plane.values, scale};
    plane.lattices = {make_lattice(0, 1, {2, 2}, with_alpha(black, 0.3F))};
    slabs.emplace_back(std::move(plane));
  }
  return slabs;
}

TEST_F(GlCaches, UploadWhatMovesAlone) {
  Scene scene = make_scene(size);
  scene.items = make_slabs(8, {ColorMap::sequential, 0, 95});
  static_cast<void>(draw(scene));
  GlCallCounter counter;
  scene.camera.shift = {43.3F, 31};
  for (SceneItem& item : scene.items) {
    std::get<Plane>(item).lattices.front().column = 1.25F;
  }
  static_cast<void>(draw(scene));
  const GlCalls moved = counter.take();
  EXPECT_EQ(moved.texels, 0U);
  EXPECT_LT(moved.geometry, 32U * 1024U) << "where the planes lie and what their parts are";
  Plane& plane = std::get<Plane>(scene.items[3]);
  Tensor changed = *plane.values.tensor;
  changed.values()[3 * 12 + 5] = 1;
  const auto tensor = std::make_shared<const Tensor>(std::move(changed));
  for (SceneItem& item : scene.items) {
    Plane& slab = std::get<Plane>(item);
    slab.values.tensor = tensor;
    std::get<ValueFill>(slab.cell_fill).values.tensor = tensor;
  }
  static_cast<void>(draw(scene));
  EXPECT_EQ(counter.take().texels, 4U * 4U) << "one row of one channel";
}

TEST_F(GlCaches, DrawManyPlanesByFewCalls) {
  Scene scene = make_scene(size);
  scene.items = make_slabs(8, {ColorMap::sequential, 0, 95});
  static_cast<void>(draw(scene));
  GlCallCounter counter;
  static_cast<void>(draw(scene));
  EXPECT_EQ(counter.take().draws, 1U);
  for (std::size_t i = 0; i < scene.items.size(); i += 2) {
    std::get<Plane>(scene.items[i]).cell_fill = std::monostate{};
  }
  static_cast<void>(draw(scene));
  EXPECT_EQ(counter.take().draws, 1U) << "those without colours from a texture go with the others";
}

/// Planes that are drawn together look as they do one by one.
TEST_F(GlCaches, DrawTogetherWhatTheyDrawAlone) {
  Scene scene = make_scene(size);
  scene.camera.scale = 7;
  scene.items = make_slabs(5, {ColorMap::diverging, 0, 59});
  const auto plane = [&](std::size_t i) -> Plane& { return std::get<Plane>(scene.items[i]); };
  plane(1).cell_fill = std::monostate{};
  plane(1).filled = 6;
  plane(2).lattices.clear();
  plane(2).filled = 0;
  plane(3).lattices.front().cut = true;
  plane(4).hatch = make_full_plane().hatch;
  plane(4).reads = make_full_plane().reads;
  plane(4).opacity = 0.7F;
  static_cast<void>(draw(scene));
  GlCallCounter counter;
  const Picture together = draw(scene);
  EXPECT_EQ(counter.take().draws, 1U);
  renderer_.clear(white);
  for (const SceneItem& item : scene.items) {
    Scene one = scene;
    one.background.alpha = 0;
    one.items = {item};
    renderer_.draw(one, offscreen_.viewport());
  }
  EXPECT_LT(largest_difference(together, offscreen_.read()), 2);
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
