#include "app/export/webp_writer.h"

#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "app/export/frame_pipeline.h"
#include "app/export/ordered_work.h"
#include "app/export/webp_file.h"
#include "app/export/webp_image.h"
#include "app/io/atomic_file.h"
#include "app/render/cairo_renderer.h"
#include "app/text/export_errors.h"

namespace convscope {
namespace {

constexpr double ticks_per_second = 1000;

class WebpWriter : public FrameWriter {
 public:
  WebpWriter(const ExportJob& job, AtomicFile file) : job_(job), atomic_(std::move(file)), work_(thread_count(job)) {}

  Result<MadeFrame> make(const Scene& scene, Easel& easel) const override {
    render_cairo(scene, easel.fonts, easel.picture);
    return MadeFrame(easel.picture.image);
  }
  Status add(std::int64_t frame, MadeFrame made) override {
    auto picture = std::make_shared<const Image>(std::get<Image>(std::move(made)));
    if (!file_) {
      opaque_ = job_.animation.scene(frame).background.alpha == 1;
      Result<WebpFile> started = WebpFile::start(
          atomic_, {.width = picture->width, .height = picture->height, .transparent = true, .repeats = job_.loop});
      if (!started) {
        return started.error();
      }
      file_ = std::move(started).value();
    }
    work_.push([frame, before = std::exchange(before_, picture), picture, opaque = opaque_] {
      return Encoded{frame, webp_image(before.get(), *picture, opaque)};
    });
    return work_.size() > 2 * thread_count(job_) ? write_next() : Done{};
  }
  Status finish() override {
    while (work_.size() > 0) {
      if (Status written = write_next(); !written) {
        return written;
      }
    }
    const Animation& animation = job_.animation;
    const std::int64_t hold = std::llround(animation.hold_seconds * ticks_per_second);
    Status done = show_until(begin_of(animation.frames.count) + hold);
    if (done) {
      done = file_->finish();
    }
    return done ? atomic_.commit() : done;
  }

 private:
  struct Encoded {
    std::int64_t frame = 0;
    Result<std::optional<WebpImage>> image = std::optional<WebpImage>();
  };

  [[nodiscard]] std::int64_t begin_of(std::int64_t frame) const {
    return std::llround(static_cast<double>(frame) * job_.animation.seconds_per_frame * ticks_per_second);
  }

  Status write_next() {
    if (job_.interrupted && job_.interrupted()) {
      return text::export_interrupted(job_.path);
    }
    Encoded next = work_.pop();
    if (!next.image) {
      return next.image.error();
    }
    if (!next.image.value()) {
      return Done{};
    }
    Status shown = show_until(begin_of(next.frame));
    shown_ = std::move(next);
    return shown;
  }
  /// Writes the image that is shown, now that its end is known.
  Status show_until(std::int64_t end) {
    const std::optional<WebpImage>& image = shown_.image.value();
    return image ? file_->add(*image, end - begin_of(shown_.frame)) : Status(Done{});
  }

  const ExportJob& job_;
  AtomicFile atomic_;
  std::optional<WebpFile> file_;
  bool opaque_ = true;
  std::shared_ptr<const Image> before_;
  Encoded shown_;
  OrderedWork<Encoded> work_;  // Last: its threads end before what they use.
};

}  // namespace

Result<std::unique_ptr<FrameWriter>> open_webp(const ExportJob& job, const std::filesystem::path& path) {
  Result<AtomicFile> file = AtomicFile::open(path, job.existing());
  if (!file) {
    return file.error();
  }
  return std::unique_ptr<FrameWriter>(std::make_unique<WebpWriter>(job, std::move(file).value()));
}

}  // namespace convscope
