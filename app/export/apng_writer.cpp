#include "app/export/apng_writer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "app/export/libav_frames.h"
#include "app/export/libav_stream.h"
#include "app/io/atomic_file.h"
#include "app/render/cairo_renderer.h"
#include "engine/check.h"

namespace convscope {
namespace {

constexpr int ticks_per_second = 1000;

StreamSettings apng(bool loop) {
  return {.format = "APNG",
          .encoder = "apng",
          .container = "apng",
          .pixels = AV_PIX_FMT_RGBA,
          .encoder_options = {{"pred", "none"}},
          .container_options = {{"plays", loop ? "0" : "1"}},
          .file = {},
          .name = {}};
}

/// So many ticks as a fraction of seconds whose numbers fit into the file's 16 bits.
std::string delay_of(std::int64_t ticks) {
  constexpr std::int64_t largest = 0xffff;
  std::int64_t per_second = ticks_per_second;
  for (; ticks > largest && per_second > 1; per_second /= 10) {
    ticks = (ticks + 5) / 10;
  }
  return std::to_string(std::min(ticks, largest)) + "/" + std::to_string(per_second);
}

class ApngWriter : public FrameWriter {
 public:
  ApngWriter(const ExportJob& job, StreamSettings settings, AtomicFile file)
      : animation_(job.animation), settings_(std::move(settings)), file_(std::move(file)) {
    settings_.time_base = {1, ticks_per_second};
    settings_.file = file_.temporary();
    settings_.name = job.path;
  }

  Result<MadeFrame> make(const Scene& scene, Easel& easel) const override {
    render_cairo(scene, easel.fonts, easel.picture);
    return MadeFrame(exact_frame(easel.picture.image, settings_.pixels));
  }
  Status add(std::int64_t frame, MadeFrame made) override {
    Status done = Done{};
    if (stream_) {
      done = show_until(begin_of(frame));
    }
    shown_ = std::get<LibavFrame>(std::move(made));
    shown_->pts = begin_of(frame);
    return done && !stream_ ? start_stream(stream_, settings_, *shown_) : done;
  }
  Status finish() override {
    CHECK_EQ(stream_.has_value(), true);
    const std::int64_t end =
        begin_of(animation_.frames.count) + std::llround(animation_.hold_seconds * ticks_per_second);
    stream_->set_container_option("final_delay", delay_of(end - shown_->pts));
    Status done = show_until(end);
    if (done) {
      done = stream_->finish();
    }
    return done ? file_.commit() : done;
  }

 private:
  [[nodiscard]] std::int64_t begin_of(std::int64_t frame) const {
    return std::llround(static_cast<double>(frame) * animation_.seconds_per_frame * ticks_per_second);
  }

  Status show_until(std::int64_t end) { return stream_->add(*shown_, end - shown_->pts); }

  Animation animation_;
  StreamSettings settings_;
  AtomicFile file_;
  std::optional<LibavStream> stream_;
  LibavFrame shown_;
};

}  // namespace

Result<std::unique_ptr<FrameWriter>> open_apng(const ExportJob& job, const std::filesystem::path& path) {
  Result<AtomicFile> file = AtomicFile::open(path, job.existing());
  if (!file) {
    return file.error();
  }
  return std::unique_ptr<FrameWriter>(std::make_unique<ApngWriter>(job, apng(job.loop), std::move(file).value()));
}

}  // namespace convscope
