#pragma once

#include <gtest/gtest.h>

#include "app/render/gl/renderer.h"
#include "app/scene/scene.h"
#include "tests/app/render/gl/offscreen.h"

namespace convscope::testing {

/// A part of a picture: pixels [left, right) × [top, bottom).
struct Box {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
};

inline constexpr Color white = rgb(0xffffff);
inline constexpr Color black = rgb(0x000000);
inline constexpr Color blue = rgb(0x268bd2);
inline constexpr Color green = rgb(0x2aa198);
inline constexpr Color orange = rgb(0xb35c00);

/// `top` over an opaque `below`, as 8-bit values.
[[nodiscard]] Rgba blended(Color top, Color below, float coverage = 1);
[[nodiscard]] inline Rgba solid(Color color) { return blended(color, color); }

/// Colours may differ by one step of rounding.
[[nodiscard]] ::testing::AssertionResult same_color(Rgba actual, Rgba expected);

/// A white scene of this size; cells are 20 pixels large and cell (0, 0) begins at (40, 40).
[[nodiscard]] Scene make_scene(Vec2 size);
/// 3 rows and 4 columns of blue, all computed, without lines.
[[nodiscard]] Plane make_plane();
/// The same with the values 0, 1, 2, …, written in white.
[[nodiscard]] Plane make_numbered_plane();

/// rows × columns cells that touch, from (row, column) on, without fill or numbers of their own.
[[nodiscard]] CellLattice make_lattice(float row, float column, Size size, Color overlay);

/// The smallest box around pixels that differ; empty (all 0) when none does.
[[nodiscard]] Box difference(const Picture& a, const Picture& b);
[[nodiscard]] int differing_pixels(const Picture& a, const Picture& b, const Box& within);

/// Draws scenes into an offscreen framebuffer of 200 × 160 pixels.
class PictureTest : public ::testing::Test {
 protected:
  static constexpr int width = 200;
  static constexpr int height = 160;
  static constexpr Vec2 size{width, height};

  [[nodiscard]] Picture draw(const Scene& scene);
  [[nodiscard]] Picture draw(const Plane& plane);

  Offscreen offscreen_{width, height};
  FontSet fonts_ = FontSet::load().value();
  GlRenderer renderer_ = GlRenderer::create(fonts_, 0).value();
};

}  // namespace convscope::testing
