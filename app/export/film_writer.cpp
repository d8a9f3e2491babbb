#include "app/export/film_writer.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "app/export/libav_frames.h"
#include "app/export/libav_stream.h"
#include "app/io/atomic_file.h"
#include "app/render/cairo_renderer.h"
#include "app/text/export_errors.h"
#include "engine/check.h"

namespace convscope {
namespace {

constexpr double least_rate = 10;

/// The time of one frame of the film as a fraction, exact for whole rates and to a millionth of a second for others.
AVRational frame_time(double seconds) {
  const double rate = 1 / seconds;
  if (std::abs(rate - std::round(rate)) < 1e-6) {
    return {1, static_cast<int>(std::lround(rate))};
  }
  constexpr int millionths = 1'000'000;
  return {static_cast<int>(std::lround(seconds * millionths)), millionths};
}

class FilmWriter : public FrameWriter {
 public:
  FilmWriter(const ExportJob& job, StreamSettings settings, AtomicFile file)
      : job_(job),
        repeats_(film_repeats(job.animation.seconds_per_frame)),
        settings_(std::move(settings)),
        file_(std::move(file)) {
    settings_.time_base = frame_time(job.animation.seconds_per_frame / static_cast<double>(repeats_));
    settings_.file = file_.temporary();
    settings_.name = job.path;
  }

  Result<MadeFrame> make(const Scene& scene, Easel& easel) const override {
    Scene even = scene;
    even.size = written_size(ExportFormat::mp4, scene.size);
    render_cairo(even, easel.fonts, easel.picture);
    return MadeFrame(film_frame(easel.picture.image));
  }
  Status add(std::int64_t frame, MadeFrame made) override {
    Status shown = show_until(frame * repeats_);
    shown_ = std::get<LibavFrame>(std::move(made));
    if (shown && !stream_) {
      shown = start_stream(stream_, settings_, *shown_);
    }
    return shown;
  }
  Status finish() override {
    CHECK_EQ(stream_.has_value(), true);
    const Animation& animation = job_.animation;
    const double frame_seconds = animation.seconds_per_frame / static_cast<double>(repeats_);
    Status done = show_until(animation.frames.count * repeats_ + std::llround(animation.hold_seconds / frame_seconds));
    if (done) {
      done = stream_->finish();
    }
    return done ? file_.commit() : done;
  }

 private:
  /// Shows the picture in all frames of the film before this one that have none yet.
  Status show_until(std::int64_t film_frame) {
    for (; written_ < film_frame; ++written_) {
      if (job_.interrupted && job_.interrupted()) {  // One picture may stand for ten minutes.
        return text::export_interrupted(job_.path);
      }
      shown_->pts = written_;
      if (Status added = stream_->add(*shown_, 1); !added) {
        return added;
      }
    }
    return Done{};
  }

  const ExportJob& job_;
  std::int64_t repeats_;
  StreamSettings settings_;
  AtomicFile file_;
  std::optional<LibavStream> stream_;
  LibavFrame shown_;
  std::int64_t written_ = 0;  ///< Frames of the film.
};

}  // namespace

StreamSettings film_settings(ExportFormat format) {
  // Constant quality at which nothing is seen to be lost. Bytes depend on the number of threads: it is fixed.
  StreamSettings settings{.format = traits(format).name,
                          .encoder = traits(format).encoder,
                          .container = "mp4",
                          .pixels = AV_PIX_FMT_YUV420P,
                          .threads = 4,
                          .file = {},
                          .name = {}};
  if (format == ExportFormat::mp4) {
    settings.encoder_options = {{"preset", "veryfast"}, {"crf", "17"}, {"x264-params", "cpu-independent=1"}};
    settings.container_options = {{"movflags", "+faststart"}};
  } else {
    settings.container = "webm";
    settings.encoder_options = {{"b", "0"}, {"crf", "20"}, {"deadline", "good"}, {"cpu-used", "5"}, {"row-mt", "1"}};
  }
  return settings;
}

std::int64_t film_repeats(double seconds_per_frame) {
  return std::max<std::int64_t>(1, std::llround(std::ceil(seconds_per_frame * least_rate - 1e-9)));
}

Result<std::unique_ptr<FrameWriter>> open_film(const ExportJob& job, const std::filesystem::path& path,
                                               ExportFormat format) {
  Result<AtomicFile> file = AtomicFile::open(path, job.existing());
  if (!file) {
    return file.error();
  }
  return std::unique_ptr<FrameWriter>(
      std::make_unique<FilmWriter>(job, film_settings(format), std::move(file).value()));
}

}  // namespace convscope
