#include "app/export/export_task.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <thread>

#include "tests/app/export/decoded.h"
#include "tests/app/export/export_fixture.h"

namespace convscope {
namespace {

using testing::Names;
using testing::sharp_scene;

class ExportTaskTest : public testing::Export {
 protected:
  /// Waits for the end, which a time limit of the test program enforces.
  static ExportState ended(const ExportTask& task) {
    ExportState state = task.state();
    for (; !state.result; state = task.state()) {
      std::this_thread::yield();
    }
    return state;
  }
};

TEST_F(ExportTaskTest, EndsWithTheFileAndSaysHowFarItIs) {
  const ExportJob gif = job("a.gif", 10);
  const ExportTask task(gif, fonts_.files());
  std::int64_t before = 0;
  for (ExportState state = task.state(); !state.result; state = task.state()) {
    EXPECT_GE(state.frames_done, before);
    EXPECT_EQ(state.frames, 10);
    EXPECT_EQ(state.seconds_left().has_value(), state.frames_done > 0);
    before = state.frames_done;
  }
  const ExportState end = task.state();
  EXPECT_TRUE(end.result->ok());
  EXPECT_FALSE(end.cancelled);
  EXPECT_EQ(end.frames_done, 10);
  EXPECT_EQ(end.seconds_left(), 0);
  EXPECT_GT(end.speed(), 0);
  EXPECT_EQ(task.state().seconds, end.seconds) << "time stands still at the end";
  EXPECT_EQ(testing::decode(gif.path).size(), 10U);
}

TEST_F(ExportTaskTest, IsTheSameAsWithoutAThread) {
  ExportTask task(job("a.gif", 5), fonts_.files());
  (void)ended(task);
  expect_done(job("b.gif", 5));
  EXPECT_EQ(testing::content_of(folder_.path() / "a.gif"), testing::content_of(folder_.path() / "b.gif"));
}

/// A job that goes on until it is cancelled; `begun` is set when its first frames are asked for.
ExportJob endless(ExportJob job, const std::shared_ptr<std::atomic<bool>>& begun) {
  job.animation.frames.count = max_export_frames;
  job.animation.scene = [begun](std::int64_t frame) {
    *begun = true;
    return sharp_scene(frame % 10);
  };
  return job;
}

TEST_F(ExportTaskTest, CancelledItLeavesNothing) {
  const auto begun = std::make_shared<std::atomic<bool>>(false);
  ExportTask task(endless(job("a.apng"), begun), fonts_.files());
  while (!*begun) {
    std::this_thread::yield();
  }
  task.cancel();
  const ExportState end = ended(task);
  EXPECT_FALSE(end.result->ok());
  EXPECT_TRUE(end.cancelled);
  EXPECT_LT(end.frames_done, end.frames);
  EXPECT_EQ(folder_.names(), Names{});
}

TEST_F(ExportTaskTest, IsCancelledWhileOnePictureStandsForLong) {
  for (const char* name : {"a.mp4", "a.webm", "a.pdf"}) {
    ExportJob still = job(name);
    still.animation.frames.count = max_export_frames;
    still.animation.seconds_per_frame = 600;
    const auto asked = std::make_shared<std::atomic<std::int64_t>>(0);
    still.animation.scene = [asked](std::int64_t frame) {
      *asked = frame;
      return sharp_scene(0);
    };
    ExportTask task(still, fonts_.files());
    while (*asked < max_export_frames - 1) {
      std::this_thread::yield();
    }
    task.cancel();
    EXPECT_TRUE(ended(task).cancelled) << name;
    EXPECT_EQ(folder_.names(), Names{}) << name;
  }
}

TEST_F(ExportTaskTest, DestroyedItLeavesNothing) {
  const auto begun = std::make_shared<std::atomic<bool>>(false);
  {
    const ExportTask task(endless(job("a.apng"), begun), fonts_.files());
    while (!*begun) {
      std::this_thread::yield();
    }
  }
  EXPECT_EQ(folder_.names(), Names{});
}

TEST_F(ExportTaskTest, FailuresAreItsResult) {
  folder_.write("a.gif", "old");
  const ExportTask in_the_way(job("a.gif"), fonts_.files());
  const ExportState end = ended(in_the_way);
  EXPECT_FALSE(end.result->ok());
  EXPECT_FALSE(end.cancelled);
  EXPECT_EQ(testing::content_of(folder_.path() / "a.gif"), "old");

  ExportJob throwing = job("b.gif");
  throwing.animation.scene = [](std::int64_t) -> Scene { throw std::runtime_error("no scene"); };
  const ExportTask task(throwing, fonts_.files());
  EXPECT_NE(ended(task).result->error().what.english().find("no scene"), std::string::npos);
  EXPECT_EQ(folder_.names(), Names{"a.gif"});
}

}  // namespace
}  // namespace convscope
