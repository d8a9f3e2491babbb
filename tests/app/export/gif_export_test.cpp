#include <gtest/gtest.h>

#include "app/export/gif_writer.h"
#include "app/export/palette.h"
#include "app/render/cairo_renderer.h"
#include "tests/app/export/decoded.h"
#include "tests/app/export/export_fixture.h"

namespace convscope {
namespace {

using testing::content_of;
using testing::decode;
using testing::DecodedFrame;
using testing::Export;
using testing::Names;
using testing::sharp_scene;

constexpr std::uint32_t kFill = 0xff268bd2;
constexpr std::uint32_t kPending = 0xffe7f3f1;

TEST_F(Export, AGifOfFewColoursHasExactlyTheRenderedPixels) {
  const ExportJob gif = job("a.gif", 10);
  expect_done(gif);
  const std::vector<DecodedFrame> frames = decode(gif.path);
  ASSERT_EQ(frames.size(), 10U);
  for (std::int64_t i = 0; i < 10; ++i) {
    EXPECT_EQ(frames[static_cast<std::size_t>(i)].image, render_cairo(sharp_scene(i), fonts_)) << "frame " << i;
    EXPECT_EQ(frames[static_cast<std::size_t>(i)].ticks, 100) << "frame " << i;
  }
  EXPECT_TRUE(testing::repeats_for_ever(gif.path));
  EXPECT_EQ(folder_.names(), Names{"a.gif"});
}

TEST_F(Export, AGifHasOnePalette) {
  const ExportJob gif = job("a.gif");
  expect_done(gif);
  const std::string bytes = content_of(gif.path);
  const std::string palette = bytes.substr(13, 3 * gif_palette_size);
  EXPECT_EQ(bytes.find(palette, 14), std::string::npos) << "gifsicle cannot unfold a file that has it again";
}

TEST_F(Export, AGifOfExactly256ColoursKeepsThemAll) {
  ExportJob gif = job("a.gif", 2);
  gif.animation.scene = [](std::int64_t frame) {
    Scene scene;
    scene.size = {64, 64};
    for (std::int64_t i = 0; i < 256; ++i) {
      const auto level = static_cast<std::uint32_t>((i + frame) % 256);
      Plane cell;
      cell.origin = {static_cast<float>(i % 16 * 4), static_cast<float>(i / 16 * 4), 0};
      cell.column_step = {4, 0, 0};
      cell.row_step = {0, 4, 0};
      cell.filled = 1;
      cell.fill = rgb(level << 16 | (255 - level) << 8 | 0x40);
      cell.line.alpha = 0;
      scene.items.emplace_back(cell);
    }
    return scene;
  };
  expect_done(gif);
  const std::vector<DecodedFrame> frames = decode(gif.path);
  ASSERT_EQ(frames.size(), 2U);
  EXPECT_EQ(frames[0].image, render_cairo(gif.animation.scene(0), fonts_));
  EXPECT_EQ(frames[1].image, render_cairo(gif.animation.scene(1), fonts_));
}

TEST_F(Export, AGifOfManyColoursIsExactWhereWhatChangesFitsAPalette) {
  ExportJob gif = job("a.gif", 4);
  gif.animation.scene = [](std::int64_t frame) {
    Scene scene;
    scene.size = {100, 40};
    for (std::int64_t i = 0; i < 200; ++i) {  // New colours in each frame, 800 in all.
      Plane cell;
      cell.origin = {static_cast<float>(i % 25 * 4), static_cast<float>(i / 25 * 4), 0};
      cell.column_step = {4, 0, 0};
      cell.row_step = {0, 4, 0};
      cell.filled = 1;
      cell.fill = rgb(static_cast<std::uint32_t>(frame << 16 | (255 - i) << 8 | i));
      cell.line.alpha = 0;
      scene.items.emplace_back(cell);
    }
    return scene;
  };
  expect_done(gif);
  const std::vector<DecodedFrame> frames = decode(gif.path);
  ASSERT_EQ(frames.size(), 4U);
  for (std::int64_t i = 0; i < 4; ++i) {
    EXPECT_EQ(frames[static_cast<std::size_t>(i)].image, render_cairo(gif.animation.scene(i), fonts_)) << "frame " << i;
  }
}

TEST_F(Export, RoundedDelaysDoNotDrift) {
  ExportJob gif = job("a.gif", 10);
  gif.animation.seconds_per_frame = 1.0 / 3;
  expect_done(gif);
  std::vector<std::int64_t> ticks;
  for (const DecodedFrame& frame : decode(gif.path)) {
    ticks.push_back(frame.ticks);
  }
  EXPECT_EQ(ticks, (std::vector<std::int64_t>{33, 34, 33, 33, 34, 33, 33, 34, 33, 33}));
}

TEST_F(Export, AFrameLikeTheOneBeforeLengthensIt) {
  ExportJob gif = job("a.gif", 6);
  gif.animation.scene = [](std::int64_t frame) { return sharp_scene(frame / 2); };
  gif.animation.seconds_per_frame = 0.5;
  expect_done(gif);
  const std::vector<DecodedFrame> frames = decode(gif.path);
  ASSERT_EQ(frames.size(), 3U);
  for (std::int64_t i = 0; i < 3; ++i) {
    EXPECT_EQ(frames[static_cast<std::size_t>(i)].ticks, 100);
    EXPECT_EQ(frames[static_cast<std::size_t>(i)].image, render_cairo(sharp_scene(i), fonts_));
  }
}

TEST_F(Export, WithoutALoopAGifPlaysOnce) {
  ExportJob gif = job("a.gif");
  gif.loop = false;
  gif.animation.hold_seconds = 2;
  expect_done(gif);
  EXPECT_FALSE(testing::repeats_for_ever(gif.path));
  EXPECT_EQ(decode(gif.path).back().ticks, 300);
}

TEST_F(Export, ATransparentGifShowsWhatLiesBehindIt) {
  ExportJob gif = job("a.gif", 4);
  gif.animation.scene = [](std::int64_t frame) {
    Scene scene = sharp_scene(frame);
    scene.background.alpha = 0;
    return scene;
  };
  expect_done(gif);
  const std::vector<DecodedFrame> frames = decode(gif.path);
  ASSERT_EQ(frames.size(), 4U);
  for (std::int64_t i = 0; i < 4; ++i) {
    const Image rendered = render_cairo(gif.animation.scene(i), fonts_);
    const Image& shown = frames[static_cast<std::size_t>(i)].image;
    ASSERT_EQ(shown.pixels.size(), rendered.pixels.size());
    for (std::size_t p = 0; p < rendered.pixels.size(); ++p) {
      const bool transparent = rendered.pixels[p] == 0;
      ASSERT_EQ(shown.pixels[p] >> 24, transparent ? 0U : 0xffU) << "pixel " << p << " of frame " << i;
      ASSERT_TRUE(transparent || shown.pixels[p] == rendered.pixels[p]);
    }
  }
  EXPECT_EQ(frames[0].image.at(1, 1) >> 24, 0U);
  EXPECT_EQ(frames[0].image.at(20, 20), kPending);
  EXPECT_EQ(frames[1].image.at(20, 20), kFill);
}

TEST_F(Export, HalfTransparentPixelsAreMixedWithTheMatte) {
  Image image{4, 1, {0xff112233, 0x80ff0000, 0x3fff0000, 0x00000000}};
  flatten_alpha(image, 0xffffff);
  EXPECT_EQ(image.pixels, (std::vector<std::uint32_t>{0xff112233, 0xffff7f7f, 0, 0}));
}

}  // namespace
}  // namespace convscope
