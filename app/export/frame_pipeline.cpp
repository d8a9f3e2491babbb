#include "app/export/frame_pipeline.h"

#include <algorithm>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "app/export/ordered_work.h"
#include "app/text/export_errors.h"

namespace convscope {
namespace {

/// Frames that are drawn or wait for their turn may take this much memory together.
constexpr double memory_for_frames = 512.0 * 1024 * 1024;

/// An easel for each thread that asks at a time.
class EaselPool {
 public:
  explicit EaselPool(FontFiles fonts) : fonts_(std::move(fonts)) {}

  Result<Easel> take() {
    const std::scoped_lock lock(mutex_);
    if (free_.empty()) {
      Result<FontSet> fonts = FontSet::open(fonts_);
      return fonts ? Result<Easel>(Easel{std::move(fonts).value()}) : Result<Easel>(fonts.error());
    }
    Easel easel = std::move(free_.back());
    free_.pop_back();
    return easel;
  }
  void give_back(Easel easel) {
    const std::scoped_lock lock(mutex_);
    free_.push_back(std::move(easel));
  }

 private:
  FontFiles fonts_;
  std::mutex mutex_;
  std::vector<Easel> free_;
};

Result<MadeFrame> make_frame(const FrameWriter& writer, const Scene& scene, EaselPool& pool) {
  Result<Easel> taken = pool.take();
  if (!taken) {
    return taken.error();
  }
  Easel easel = std::move(taken).value();
  Result<MadeFrame> made = writer.make(scene, easel);
  pool.give_back(std::move(easel));
  return made;
}

/// How many frames may be on their way at once.
std::size_t frames_at_once(const ExportJob& job, std::size_t threads) {
  const Vec2 size = job.animation.scene(0).size;
  const double bytes = 4.0 * static_cast<double>(size.x) * static_cast<double>(size.y);
  return std::clamp<std::size_t>(static_cast<std::size_t>(memory_for_frames / std::max(bytes, 1.0)), 1, 2 * threads);
}

}  // namespace

std::size_t thread_count(const ExportJob& job) {
  constexpr unsigned most = 16;
  return std::clamp(job.threads != 0 ? job.threads : std::thread::hardware_concurrency(), 1U, most);
}

Status draw_frames(const ExportJob& job, std::int64_t first, const FontSet& fonts, FrameWriter& writer) {
  struct Made {
    std::int64_t frame;
    Result<MadeFrame> content;
  };
  const std::int64_t count = job.animation.frames.count;
  const std::size_t most = frames_at_once(job, thread_count(job));
  EaselPool pool(fonts.files());
  OrderedWork<Made> work(std::min(most, thread_count(job)));
  Scene before;
  std::int64_t next = first;
  while (next < count || work.size() > 0) {
    if (job.interrupted && job.interrupted()) {
      return text::export_interrupted(job.path);
    }
    for (; next < count && work.size() < most; ++next) {
      Scene scene = job.animation.scene(next);
      if (next == first || scene != before) {
        before = scene;
        work.push([&writer, &pool, frame = next, drawn = std::move(scene)] {
          return Made{frame, make_frame(writer, drawn, pool)};
        });
      }
    }
    if (work.size() == 0) {
      break;
    }
    Made made = work.pop();
    if (!made.content) {
      return made.content.error();
    }
    if (Status added = writer.add(made.frame, std::move(made.content).value()); !added) {
      return added;
    }
    if (job.progress) {
      job.progress(made.frame + 1, count);
    }
  }
  return Done{};
}

}  // namespace convscope
