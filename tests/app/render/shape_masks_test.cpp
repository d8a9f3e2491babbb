#include "app/render/shape_masks.h"

#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <vector>

#include "app/render/cairo_handles.h"
#include "app/render/cairo_renderer.h"
#include "tests/app/render/cairo_picture.h"

namespace convscope {
namespace {

using Draw = std::function<void(cairo_t* context)>;

/// Draws on a picture of 120 × 90 pixels; through the masks, where given.
std::vector<std::uint32_t> drawn(const Draw& draw, ShapeMasks* masks) {
  std::vector<std::uint32_t> pixels(120 * 90, 0xfffdfdfb);
  const CairoSurface surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels.data()),
                                                                 CAIRO_FORMAT_ARGB32, 120, 90, 4 * 120));
  if (masks != nullptr) {
    masks->begin_picture();
    use_shape_masks(surface.get(), *masks);
  }
  const CairoContext context(cairo_create(surface.get()));
  draw(context.get());
  EXPECT_EQ(cairo_has_current_point(context.get()), 0) << "a new path has begun";
  cairo_surface_flush(surface.get());
  return pixels;
}

/// A fan of slanted lines that leave the picture, too; each width, joint and dash on its own.
void fan(cairo_t* context, double from, double width, bool dashed, ShapeMasks::Kind kind = ShapeMasks::Kind::stroke) {
  const std::array<double, 2> dashes{4.3, 2.1};
  cairo_set_dash(context, dashes.data(), dashed ? 2 : 0, 0);
  cairo_set_line_width(context, width);
  for (int i = 0; i < 9; ++i) {
    cairo_move_to(context, from, 10.3 + i);
    cairo_line_to(context, 60 + 9.7 * i, 45 + 3.1 * i);
    cairo_line_to(context, 30 + 13.3 * i, 95.5);
  }
  draw_still(context, kind);
}

void expect_same(const Draw& draw) {
  ShapeMasks masks;
  const std::vector<std::uint32_t> plain = drawn(draw, nullptr);
  EXPECT_TRUE(drawn(draw, &masks) == plain) << "not known yet";
  EXPECT_TRUE(drawn(draw, &masks) == plain) << "known";
}

TEST(ShapeMasks, CoverExactlyTheSamePixels) {
  for (const bool dashed : {false, true}) {
    for (const double width : {0.4, 1.3, 5.0}) {
      expect_same([&](cairo_t* context) {
        set_color(context, rgb(0x002b36));
        fan(context, -7.5, width, dashed);
        set_color(context, rgb(0xd33682));
        fan(context, 20.25, width, dashed, ShapeMasks::Kind::fill);
        cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD);
        fan(context, 31, width, dashed, ShapeMasks::Kind::fill);
      });
    }
  }
}

TEST(ShapeMasks, ClipsAndTransparentColoursAreCairosOwn) {
  expect_same([](cairo_t* context) {
    set_color(context, rgb(0x002b36, 0.4F));
    fan(context, 3, 2, false);
  });
  expect_same([](cairo_t* context) {
    set_color(context, rgb(0x002b36));
    cairo_arc(context, 60, 45, 30, 0, 6);
    cairo_clip(context);
    fan(context, 3, 2, false);
  });
}

TEST(ShapeMasks, AnotherStrokeIsNotTakenForAKnownOne) {
  ShapeMasks masks;
  const auto with = [](double from, double width, bool dashed) {
    return [=](cairo_t* context) {
      set_color(context, rgb(0x002b36));
      fan(context, from, width, dashed);
    };
  };
  (void)drawn(with(3, 2, false), &masks);
  for (const Draw& other : {Draw(with(3.5, 2, false)), Draw(with(3, 2.5, false)), Draw(with(3, 2, true))}) {
    EXPECT_TRUE(drawn(other, &masks) == drawn(other, nullptr));
  }
}

/// What a scene looks like does not depend on what was drawn before it.
TEST(CairoLeavings, OfOtherPicturesChangeNothing) {
  const FontSet fonts = FontSet::load().value();
  CairoLeavings leavings;
  for (const float slant : {0.0F, 0.3F, 0.3F, 0.0F}) {
    for (const Vec2 size : {Vec2{200, 150}, Vec2{200, 150}, Vec2{150, 200}}) {
      Scene scene = testing::empty_scene();
      scene.size = size;
      Plane plane = testing::plane_of(4, 5);
      plane.column_step.y += slant * plane.column_step.x;
      scene.items.emplace_back(plane);
      render_cairo(scene, fonts, leavings);
      EXPECT_EQ(leavings.image, render_cairo(scene, fonts));
    }
  }
}

}  // namespace
}  // namespace convscope
