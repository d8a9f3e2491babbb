#include <gtest/gtest.h>

#include <algorithm>

#include "app/export/format.h"
#include "app/render/cairo_renderer.h"
#include "tests/app/export/decoded.h"
#include "tests/app/export/export_fixture.h"

namespace convscope {
namespace {

using testing::decode;
using testing::DecodedFrame;
using testing::Export;
using testing::sharp_scene;

TEST_F(Export, ExactAnimationsHaveTheRenderedPixelsAndTimes) {
  for (const std::string name : {"a.apng", "a.webp"}) {
    for (const bool transparent : {false, true}) {
      ExportJob exact = job(name, 6);
      exact.overwrite = true;
      exact.animation.seconds_per_frame = 0.25;
      exact.animation.hold_seconds = 1;
      exact.animation.scene = [transparent](std::int64_t frame) {
        Scene scene = sharp_scene(frame / 2);
        scene.background.alpha = transparent ? 0 : 1;
        std::get<Plane>(scene.items[0]).pending_fill.alpha = 0.5F;
        return scene;
      };
      expect_done(exact);
      const std::vector<DecodedFrame> frames = name == "a.apng" ? decode(exact.path) : testing::decode_webp(exact.path);
      ASSERT_EQ(frames.size(), 3U) << name << ": equal frames are one that stays longer";
      for (std::int64_t i = 0; i < 3; ++i) {
        const DecodedFrame& frame = frames[static_cast<std::size_t>(i)];
        EXPECT_EQ(frame.image, render_cairo(exact.animation.scene(2 * i), fonts_)) << name << " frame " << i;
        EXPECT_EQ(frame.ticks, i == 2 ? 150 : 50) << name << " frame " << i;
      }
    }
  }
}

/// The delay fraction of each frame of an APNG, in seconds.
std::vector<double> apng_delays(const std::string& content) {
  const auto number = [&](std::size_t at, std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + bytes; ++i) {
      value = value << 8U | static_cast<unsigned char>(content[i]);
    }
    return value;
  };
  std::vector<double> delays;
  for (std::size_t at = 8; at < content.size(); at += 12 + number(at, 4)) {
    if (content.substr(at + 4, 4) == "fcTL") {
      delays.push_back(static_cast<double>(number(at + 28, 2)) / number(at + 30, 2));
    }
  }
  return delays;
}

TEST_F(Export, AnApngsPicturesStayForTheirTimeHoweverLongItIs) {
  for (const double seconds : {0.25, 70.123, 600.0}) {
    ExportJob slow = job("a.apng", 3);
    slow.overwrite = true;
    slow.animation.seconds_per_frame = seconds;
    slow.animation.hold_seconds = 55;
    expect_done(slow);
    const std::vector<double> delays = apng_delays(testing::content_of(slow.path));
    ASSERT_EQ(delays.size(), 3U);
    EXPECT_NEAR(delays[0], seconds, 0.01);
    EXPECT_NEAR(delays[1], seconds, 0.01);
    EXPECT_NEAR(delays[2], seconds + 55, 0.01);
  }
}

TEST_F(Export, FilmsShowEveryFrameForItsTime) {
  for (const std::string name : {"a.mp4", "a.webm"}) {
    ExportJob film = job(name, 9);
    film.animation.seconds_per_frame = 0.5;
    film.animation.hold_seconds = 1;
    expect_done(film);
    const std::vector<DecodedFrame> frames = decode(film.path);
    ASSERT_EQ(frames.size(), 9U * 5 + 10) << name << ": five for each, so that there are ten a second";
    for (std::size_t i = 0; i < frames.size(); ++i) {
      const auto shown = static_cast<std::int64_t>(std::min<std::size_t>(i / 5, 8));
      const Image expected = render_cairo(sharp_scene(shown), fonts_);
      ASSERT_EQ(frames[i].image.pixels.size(), expected.pixels.size());
      EXPECT_LT(testing::mean_squared_error(frames[i].image, expected), 120) << name << ", film frame " << i;
      for (const Vec2 spot : {Vec2{24, 24}, Vec2{48, 48}, Vec2{72, 72}}) {  // Middles of cells.
        const auto x = static_cast<int>(spot.x);
        const auto y = static_cast<int>(spot.y);
        for (const unsigned shift : {16U, 8U, 0U}) {
          EXPECT_NEAR(frames[i].image.at(x, y) >> shift & 0xff, expected.at(x, y) >> shift & 0xff, 4)
              << name << ", film frame " << i;
        }
      }
    }
  }
}

TEST_F(Export, AFilmOfOddSidesHasOnePixelMoreOfBackground) {
  ExportJob film = job("a.mp4", 1);
  film.animation.scene = [](std::int64_t frame) {
    Scene scene = sharp_scene(frame);
    scene.size = {99, 89};
    return scene;
  };
  expect_done(film);
  EXPECT_EQ(written_size(ExportFormat::mp4, {99, 89}), (Vec2{100, 90}));
  const Image shown = decode(film.path).at(0).image;
  EXPECT_EQ(shown.width, 100);
  EXPECT_EQ(shown.height, 90);
  for (const unsigned shift : {16U, 8U, 0U}) {
    EXPECT_NEAR(shown.at(99, 89) >> shift & 0xff, 0xfdfdfbU >> shift & 0xff, 4);
  }
}

TEST_F(Export, SmoothFilmsHaveTheFramesOfTheAnimation) {
  for (const std::string name : {"a.mp4", "a.webm"}) {
    ExportJob film = job(name, 30);
    film.animation.seconds_per_frame = 1.0 / 30;
    film.animation.scene = [](std::int64_t frame) { return sharp_scene(frame % 10); };
    expect_done(film);
    EXPECT_EQ(decode(film.path).size(), 30U) << name;
  }
}

}  // namespace
}  // namespace convscope
