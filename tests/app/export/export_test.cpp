#include "app/export/export.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <stdexcept>

#include "app/export/gif_export.h"
#include "app/export/palette.h"
#include "app/render/cairo_renderer.h"
#include "tests/app/export/decoded.h"
#include "tests/app/io/temporary_folder.h"

namespace convscope {
namespace {

namespace fs = std::filesystem;
using testing::content_of;
using testing::decode;
using testing::DecodedFrame;
using testing::TemporaryFolder;
using Names = std::vector<std::string>;

constexpr std::uint32_t kFill = 0xff268bd2;
constexpr std::uint32_t kPending = 0xffe7f3f1;

/// A plane of 3 × 3 cells on whole pixels, one more filled in each frame: few colours.
Scene sharp_scene(std::int64_t filled) {
  Scene scene;
  scene.size = {100, 90};
  scene.background = rgb(0xfdfdfb);
  scene.camera.scale = 24;
  Plane plane;
  plane.origin = {0.5F, 0.5F, 0};
  plane.rows = plane.columns = 3;
  plane.filled = filled;
  plane.fill = rgb(0x268bd2);
  plane.pending_fill = rgb(0xe7f3f1);
  plane.line = rgb(0x002b36);
  plane.line_width = 2;
  scene.items.emplace_back(plane);
  return scene;
}

/// Sets the largest size of a file for as long as it lives, as a full disk would; without the signal that ends a
/// program.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, signal_);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  void (*signal_)(int);
  rlimit before_{};
};

class Export : public ::testing::Test {
 protected:
  [[nodiscard]] ExportJob job(const std::string& name, std::int64_t frames = 3) const {
    ExportJob job;
    job.animation.frames.count = frames;
    job.animation.scene = sharp_scene;
    job.path = folder_.path() / name;
    return job;
  }
  [[nodiscard]] Status run(const ExportJob& job) const { return run_export(job, fonts_); }
  void expect_done(const ExportJob& job) const {
    const Status status = run(job);
    EXPECT_TRUE(status.ok()) << (status ? "" : status.error().what);
  }

  TemporaryFolder folder_;
  FontSet fonts_ = FontSet::load().value();
};

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

TEST_F(Export, TwoRunsGiveTheSameBytes) {
  for (const std::string suffix : {".gif", "_%d.png"}) {
    expect_done(job("a" + suffix));
    expect_done(job("b" + suffix));
  }
  EXPECT_EQ(content_of(folder_.path() / "a.gif"), content_of(folder_.path() / "b.gif"));
  EXPECT_EQ(content_of(folder_.path() / "a_2.png"), content_of(folder_.path() / "b_2.png"));
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

TEST_F(Export, ExistingFilesAreReplacedOnlyWhenAsked) {
  for (const std::string name : {"a.gif", "a.png"}) {
    folder_.write(name, "old");
    ExportJob again = job(name, 1);
    EXPECT_FALSE(run(again).ok());
    EXPECT_FALSE(check_export(again.path, again.animation.frames, false).ok());
    EXPECT_EQ(content_of(again.path), "old");
    again.overwrite = true;
    expect_done(again);
    EXPECT_EQ(decode(again.path).size(), 1U);
  }
  EXPECT_EQ(folder_.names(), (Names{"a.gif", "a.png"}));
}

TEST_F(Export, NothingIsDrawnForATargetThatCannotBe) {
  for (const std::string name : {"a.mp4", "no/a.gif", "%s.png", "a.png"}) {
    ExportJob bad = job(name, 2);
    bad.animation.scene = [](std::int64_t) -> Scene { throw std::logic_error("a frame was drawn"); };
    EXPECT_FALSE(run(bad).ok()) << name;
  }
  EXPECT_EQ(folder_.names(), Names{});
}

TEST_F(Export, TooManyFramesAreRefused) {
  EXPECT_TRUE(check_export(folder_.path() / "a.gif", {0, max_export_frames}, false).ok());
  EXPECT_FALSE(check_export(folder_.path() / "a.gif", {0, max_export_frames + 1}, false).ok());
}

TEST_F(Export, AnInterruptedExportLeavesTheOldFilesAndNothingElse) {
  for (const std::string name : {"a.gif", "a_%d.png"}) {
    folder_.write("a.gif", "old");
    folder_.write("a_0.png", "old");
    for (const int frames_before : {0, 1, 5, 9}) {
      ExportJob stopped = job(name, 5);
      stopped.overwrite = true;
      stopped.interrupted = [left = frames_before]() mutable { return left-- == 0; };
      const Status status = run(stopped);
      if (name == "a_%d.png" && frames_before >= 5) {
        EXPECT_TRUE(status.ok()) << "it had only five frames to draw";
        break;
      }
      ASSERT_FALSE(status.ok()) << name << " after " << frames_before;
      EXPECT_EQ(folder_.names(), (Names{"a.gif", "a_0.png"}));
      EXPECT_EQ(content_of(folder_.path() / "a.gif"), "old");
      EXPECT_EQ(content_of(folder_.path() / "a_0.png"), "old");
    }
  }
}

TEST_F(Export, AFullDiskIsOneClearErrorAndLeavesNothing) {
  folder_.write("a.gif", "old");
  for (const std::string name : {"a.gif", "a_%d.png"}) {
    ExportJob big = job(name, 5);
    big.overwrite = true;
    const Status status = [&] {
      const SmallDisk disk(200);
      return run(big);
    }();
    ASSERT_FALSE(status.ok()) << name;
    EXPECT_NE(status.error().what.find("File too large"), std::string::npos) << status.error().what;
    EXPECT_NE(status.error().what.find(name == "a.gif" ? "a.gif" : "a_0.png"), std::string::npos)
        << status.error().what;
    EXPECT_EQ(folder_.names(), Names{"a.gif"});
    EXPECT_EQ(content_of(folder_.path() / "a.gif"), "old");
  }
}

TEST_F(Export, PngsThatCannotAllGetTheirNamesAreTakenBack) {
  ExportJob png = job("a_%d.png", 3);
  const fs::path in_the_way = folder_.path() / "a_2.png";
  png.interrupted = [&, asked = 0]() mutable {
    if (++asked == 3) {
      fs::create_directories(in_the_way / "full");  // Comes between the check and the end.
    }
    return false;
  };
  EXPECT_FALSE(run(png).ok());
  EXPECT_EQ(folder_.names(), Names{"a_2.png"});
}

}  // namespace
}  // namespace convscope
