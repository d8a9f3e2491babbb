#include <gtest/gtest.h>

#include "app/render/cairo_renderer.h"
#include "tests/app/export/decoded.h"
#include "tests/app/export/export_fixture.h"

namespace convscope {
namespace {

using testing::content_of;
using testing::decode;
using testing::Export;
using testing::Names;
using testing::sharp_scene;

TEST_F(Export, AnSvgDrawsOnceWhatStays) {
  ExportJob svg = job("a.svg", 4);
  svg.animation.scene = [](std::int64_t frame) {
    Scene scene = sharp_scene(frame / 2);
    Plane still = std::get<Plane>(scene.items[0]);
    still.filled = 0;
    still.pending_fill = rgb(0xff0000);
    scene.items.insert(scene.items.begin(), still);
    return scene;
  };
  svg.notes.title = "one & two";
  svg.animation.hold_seconds = 4;
  expect_done(svg);
  const std::string content = content_of(svg.path);
  const auto count = [&](const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = content.find(part); at != std::string::npos; at = content.find(part, at + 1)) {
      ++found;
    }
    return found;
  };
  EXPECT_EQ(count("fill:rgb(100%,0%,0%)"), 1U) << "what stays the same";
  EXPECT_EQ(count("<animate "), 2U) << "what two frames show each";
  EXPECT_NE(content.find("keyTimes=\"0;0.25\" dur=\"8s\" repeatCount=\"indefinite\""), std::string::npos) << content;
  EXPECT_NE(content.find("<title>one &amp; two</title>"), std::string::npos);
}

TEST_F(Export, PngsAreNumberedAndHoldTheirFrame) {
  ExportJob png = job("step_%03d.png", 3);
  png.animation.frames.first = 9;
  expect_done(png);
  EXPECT_EQ(folder_.names(), (Names{"step_009.png", "step_010.png", "step_011.png"}));
  for (std::int64_t i = 0; i < 3; ++i) {
    const auto frames = decode(folder_.path() / folder_.names()[static_cast<std::size_t>(i)]);
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames[0].image, render_cairo(sharp_scene(i), fonts_));
  }
}

TEST_F(Export, APngKeepsHalfTransparentPixels) {
  ExportJob png = job("a.png", 1);
  png.animation.scene = [](std::int64_t) {
    Scene scene = sharp_scene(9);
    scene.background.alpha = 0;
    std::get<Plane>(scene.items[0]).fill.alpha = 0.5F;
    return scene;
  };
  expect_done(png);
  const auto frames = decode(png.path);
  ASSERT_EQ(frames.size(), 1U);
  EXPECT_EQ(frames[0].image, render_cairo(png.animation.scene(0), fonts_));
  EXPECT_EQ(frames[0].image.at(20, 20) >> 24, 0x80U);
}

}  // namespace
}  // namespace convscope
