#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "app/scene/camera.h"
#include "app/scene/slab.h"
#include "tests/app/scene/scenes.h"

namespace convscope {
namespace {

Plane grid(std::int64_t rows, std::int64_t columns, float z) {
  Plane plane;
  plane.rows = rows;
  plane.columns = columns;
  plane.origin = {0, 0, z};
  return plane;
}

CellLattice hole(float row, float column, std::int64_t rows, std::int64_t columns) {
  CellLattice lattice;
  lattice.row = row;
  lattice.column = column;
  lattice.rows = rows;
  lattice.columns = columns;
  lattice.cut = true;
  return lattice;
}

bool within(const std::vector<CellRect>& rects, float row, float column) {
  for (const CellRect& rect : rects) {
    if (row >= rect.row && row <= rect.row + rect.rows && column >= rect.column &&
        column <= rect.column + rect.columns) {
      return true;
    }
  }
  return false;
}

/// Whether a plane covers a pixel of the picture: within its edges and not in a cut cell.
bool covers(const Scene& scene, const Plane& plane, Vec2 pixel) {
  const Vec2 away = pixel - scene.camera.project(plane.origin);
  const Vec2 column = scene.camera.direction(plane.column_step);
  const Vec2 row = scene.camera.direction(plane.row_step);
  const float determinant = column.x * row.y - column.y * row.x;
  const float x = (away.x * row.y - away.y * row.x) / determinant;
  const float y = (column.x * away.y - column.y * away.x) / determinant;
  if (x < 0 || y < 0 || x > static_cast<float>(plane.columns) || y > static_cast<float>(plane.rows)) {
    return false;
  }
  for (const CellLattice& lattice : plane.lattices) {
    const bool in_hole = y >= lattice.row && y <= lattice.row + static_cast<float>(lattice.rows) &&
                         x >= lattice.column && x <= lattice.column + static_cast<float>(lattice.columns);
    if (lattice.cut && in_hole) {
      return false;
    }
  }
  return true;
}

TEST(SlabVisible, WhatIsNotDrawnIsCovered) {
  std::mt19937 random(4);
  const auto between = [&](float low, float high) { return std::uniform_real_distribution<float>(low, high)(random); };
  int drawn = 0;
  int left_out = 0;
  for (int round = 0; round < 400; ++round) {
    Scene scene;
    scene.camera = camera_along(directions_of({between(-80, 80), between(0, 80)}));
    scene.camera.scale = between(4, 60);
    const Plane behind = grid(6, 8, 0);
    Plane before = grid(6, 8, between(0.1F, 3));
    if (round % 2 == 0) {
      before.lattices.push_back(hole(between(-1, 5), between(-1, 7), 3, 2));
    }
    const auto parts = parts_not_hidden(scene.camera, behind, before);
    for (int i = 0; i < 200; ++i) {
      const float row = between(0, 6);
      const float column = between(0, 8);
      const bool seen = parts && (parts->empty() || within(*parts, row, column));
      seen ? ++drawn : ++left_out;
      if (!seen) {
        EXPECT_TRUE(covers(scene, before, on_plane(scene, behind, row, column))) << row << ", " << column;
      }
    }
  }
  EXPECT_GT(left_out, drawn / 4) << "it is worth the trouble";
}

TEST(SlabVisible, PartsLieApart) {
  const Camera camera = [] {
    Camera turned = camera_along(directions_of(stack_angles));
    turned.scale = 30;
    return turned;
  }();
  Plane before = grid(5, 5, 1);
  before.lattices.push_back(hole(1, 1, 3, 3));
  const std::vector<CellRect> parts = parts_not_hidden(camera, grid(5, 5, 0), before).value();
  ASSERT_EQ(parts.size(), 3U) << "above and to the right of what is hidden, and the hole";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const CellRect& a = parts[i];
      const CellRect& b = parts[j];
      const bool apart = a.row >= b.row + b.rows || b.row >= a.row + a.rows || a.column >= b.column + b.columns ||
                         b.column >= a.column + a.columns;
      EXPECT_TRUE(apart) << i << " and " << j;
    }
  }
}

TEST(SlabVisible, OneStraightBehindIsNotSeen) {
  Camera camera;
  camera.scale = 20;
  const auto parts = parts_not_hidden(camera, grid(5, 5, 0), grid(5, 5, 1));
  ASSERT_TRUE(parts.has_value()) << "its outline is wider than the one before";
  EXPECT_FALSE(within(*parts, 2.5F, 2.5F));
}

TEST(SlabVisible, OneFarAwayHidesNothing) {
  Camera camera = camera_along(directions_of({-60, 30}));
  camera.scale = 20;
  const auto parts = parts_not_hidden(camera, grid(5, 5, 0), grid(5, 5, 100));
  ASSERT_TRUE(parts.has_value());
  EXPECT_TRUE(parts->empty());
}

}  // namespace
}  // namespace convscope
