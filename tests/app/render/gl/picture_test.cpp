#include "tests/app/render/gl/picture_test.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <ostream>

namespace convscope::testing {

Rgba blended(Color top, Color below, float coverage) {
  const float alpha = top.alpha * coverage;
  const auto channel = [alpha](float a, float b) {
    return static_cast<int>(std::lround(255 * (alpha * a + (1 - alpha) * b)));
  };
  return {channel(top.red, below.red), channel(top.green, below.green), channel(top.blue, below.blue), 255};
}

::testing::AssertionResult same_color(Rgba actual, Rgba expected) {
  for (std::size_t i = 0; i < actual.size(); ++i) {
    if (std::abs(actual.at(i) - expected.at(i)) > 1) {
      return ::testing::AssertionFailure()
             << ::testing::PrintToString(actual) << ", expected " << ::testing::PrintToString(expected);
    }
  }
  return ::testing::AssertionSuccess();
}

Scene make_scene(Vec2 size) {
  Scene scene;
  scene.camera.scale = 20;
  scene.camera.shift = {40, 40};
  scene.size = size;
  scene.background = white;
  return scene;
}

Plane make_plane() {
  Plane plane;
  plane.name = "input 0";
  plane.rows = 3;
  plane.columns = 4;
  plane.fill = blue;
  plane.filled = 12;
  plane.pending_fill = rgb(0xe6f2f1);
  plane.line = with_alpha(black, 0);
  plane.line_width = 2;
  plane.border.line = with_alpha(black, 0);
  return plane;
}

Plane make_numbered_plane() {
  Plane plane = make_plane();
  std::vector<float> values(12);
  std::iota(values.begin(), values.end(), 0.0F);
  plane.values = {std::make_shared<Tensor>(Shape{1, 1, 3, 4}, std::move(values)), 0, 0};
  plane.numbers = true;
  plane.number_color = white;
  return plane;
}

CellLattice make_lattice(float row, float column, Size size, Color overlay) {
  CellLattice lattice;
  lattice.row = row;
  lattice.column = column;
  lattice.rows = size.height;
  lattice.columns = size.width;
  lattice.overlay = overlay;
  return lattice;
}

Box difference(const Picture& a, const Picture& b) {
  Box box{a.width, a.height, 0, 0};
  for (int y = 0; y < a.height; ++y) {
    for (int x = 0; x < a.width; ++x) {
      if (a.at(x, y) != b.at(x, y)) {
        box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x + 1), std::max(box.bottom, y + 1)};
      }
    }
  }
  return box.right == 0 ? Box{} : box;
}

int differing_pixels(const Picture& a, const Picture& b, const Box& within) {
  int count = 0;
  for (int y = within.top; y < within.bottom; ++y) {
    for (int x = within.left; x < within.right; ++x) {
      count += a.at(x, y) != b.at(x, y) ? 1 : 0;
    }
  }
  return count;
}

Picture PictureTest::draw(const Scene& scene) {
  renderer_.clear(with_alpha(black, 0));
  renderer_.draw(scene, offscreen_.viewport());
  return offscreen_.read();
}

Picture PictureTest::draw(const Plane& plane) {
  Scene scene = make_scene(size);
  scene.items.emplace_back(plane);
  return draw(scene);
}

}  // namespace convscope::testing
