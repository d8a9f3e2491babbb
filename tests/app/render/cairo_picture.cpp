#include "tests/app/render/cairo_picture.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <string>

namespace convscope::testing {
namespace {

std::string hex(std::uint32_t pixel) {
  char text[16];
  std::snprintf(text, sizeof text, "%08x", pixel);
  return text;
}

}  // namespace

Color color_of(std::uint32_t argb) { return rgb(argb & 0xffffff); }

std::uint32_t pixel_of(const Color& opaque) {
  const auto channel = [](float value, unsigned shift) {
    return static_cast<std::uint32_t>(std::lround(255 * value)) << shift;
  };
  return 0xff000000 | channel(opaque.red, 16) | channel(opaque.green, 8) | channel(opaque.blue, 0);
}

Scene empty_scene() {
  Scene scene;
  scene.size = {400, 300};
  scene.background = color_of(kBackground);
  scene.camera = Camera{.scale = kCell};
  return scene;
}

Plane plane_of(std::int64_t rows, std::int64_t columns) {
  Plane plane;
  plane.name = "plane";
  plane.origin = {static_cast<float>(kLeft) / kCell, static_cast<float>(kTop) / kCell, 0};
  plane.rows = rows;
  plane.columns = columns;
  plane.filled = rows * columns;
  plane.fill = color_of(kFill);
  plane.pending_fill = color_of(kPending);
  plane.line = color_of(kLine);
  plane.line_width = 2;
  plane.number_color = color_of(kNumber);
  return plane;
}

Plane plain_plane() { return plane_of(2, 3); }

CellLattice cell_lattice(float row, float column, const Color& overlay) {
  CellLattice lattice;
  lattice.row = row;
  lattice.column = column;
  lattice.overlay = overlay;
  lattice.number_color = color_of(kNumber);
  return lattice;
}

ChannelValues values_of(std::int64_t rows, std::int64_t columns, std::vector<float> values) {
  return {std::make_shared<const Tensor>(Shape{1, 1, rows, columns}, std::move(values)), 0, 0};
}

Vec2 quiet_spot(std::int64_t row, std::int64_t column) {
  return {static_cast<float>(kLeft + column * kCell + 4), static_cast<float>(kTop + row * kCell + 4)};
}

std::uint32_t at(const Image& image, Vec2 spot) { return image.at(static_cast<int>(spot.x), static_cast<int>(spot.y)); }

void expect_near(std::uint32_t actual, std::uint32_t expected, int tolerance) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    EXPECT_NEAR(static_cast<int>(actual >> shift & 0xff), static_cast<int>(expected >> shift & 0xff), tolerance)
        << hex(actual) << " instead of " << hex(expected);
  }
}

std::uint32_t over(const Color& top, std::uint32_t bottom) {
  const auto mixed = [&](float channel, unsigned shift) {
    const float below = static_cast<float>(bottom >> shift & 0xff);
    return static_cast<std::uint32_t>(std::lround(top.alpha * channel * 255 + (1 - top.alpha) * below)) << shift;
  };
  return 0xff000000 | mixed(top.red, 16) | mixed(top.green, 8) | mixed(top.blue, 0);
}

Box difference(const Image& a, const Image& b) {
  Box box;
  for (int y = 0; y < a.height; ++y) {
    for (int x = 0; x < a.width; ++x) {
      if (a.at(x, y) != b.at(x, y)) {
        box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x + 1), std::max(box.bottom, y + 1)};
      }
    }
  }
  return box;
}

int count_in_cell(const Image& image, int row, int column, std::uint32_t color) {
  int pixels = 0;
  for (int y = kTop + row * kCell + 3; y < kTop + (row + 1) * kCell - 3; ++y) {
    for (int x = kLeft + column * kCell + 3; x < kLeft + (column + 1) * kCell - 3; ++x) {
      pixels += image.at(x, y) == color ? 1 : 0;
    }
  }
  return pixels;
}

Image CairoPicture::render(const Plane& plane) const {
  Scene scene = empty_scene();
  scene.items.emplace_back(plane);
  return render(scene);
}

}  // namespace convscope::testing
