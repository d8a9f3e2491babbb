#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <vector>

#include "app/render/cairo_renderer.h"

namespace convscope::testing {

constexpr std::uint32_t kBackground = 0xfffdfdfb;
constexpr std::uint32_t kFill = 0xff268bd2;
constexpr std::uint32_t kPending = 0xffe7f3f1;
constexpr std::uint32_t kLine = 0xff002b36;
constexpr std::uint32_t kNumber = 0xffffffff;
constexpr std::uint32_t kRed = 0xffc00020;

constexpr int kCell = 40;
constexpr int kLeft = 60;  ///< Where the plane's first cell starts on the picture.
constexpr int kTop = 80;

[[nodiscard]] Color color_of(std::uint32_t argb);
[[nodiscard]] std::uint32_t pixel_of(const Color& opaque);

/// A picture of 400 × 300 on which cells are 40 pixels wide.
[[nodiscard]] Scene empty_scene();

/// 2 rows × 3 columns, its corner at (kLeft, kTop), with lines of two pixels on whole pixels.
[[nodiscard]] Plane plain_plane();
/// A plane that lies like the other.
[[nodiscard]] Plane plane_of(std::int64_t rows, std::int64_t columns);

/// One cell at a place, with this overlay.
[[nodiscard]] CellLattice cell_lattice(float row, float column, const Color& overlay);

[[nodiscard]] ChannelValues values_of(std::int64_t rows, std::int64_t columns, std::vector<float> values);

/// A spot of a cell that neither number nor line touches.
[[nodiscard]] Vec2 quiet_spot(std::int64_t row, std::int64_t column);
[[nodiscard]] std::uint32_t at(const Image& image, Vec2 spot);

/// Each channel at most `tolerance` away.
void expect_near(std::uint32_t actual, std::uint32_t expected, int tolerance);

/// `top` with its alpha over the opaque `bottom`.
[[nodiscard]] std::uint32_t over(const Color& top, std::uint32_t bottom);

struct Box {
  int left = 1 << 30;
  int top = 1 << 30;
  int right = -1;  ///< Behind the last.
  int bottom = -1;
  [[nodiscard]] bool empty() const { return right < 0; }
};

/// Where two pictures of one size differ.
[[nodiscard]] Box difference(const Image& a, const Image& b);

/// Pixels of exactly this colour within a cell, its lines left out.
[[nodiscard]] int count_in_cell(const Image& image, int row, int column, std::uint32_t color);

class CairoPicture : public ::testing::Test {
 protected:
  [[nodiscard]] Image render(const Scene& scene) const { return render_cairo(scene, fonts_); }
  [[nodiscard]] Image render(const Plane& plane) const;

  FontSet fonts_ = FontSet::load().value();
};

}  // namespace convscope::testing
