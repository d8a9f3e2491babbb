#include "app/export/svg_writer.h"

#include <span>
#include <utility>
#include <vector>

#include "app/io/atomic_file.h"

namespace convscope {
namespace {

class SvgTextWriter : public FrameWriter {
 public:
  SvgTextWriter(const ExportJob& job, const FontSet& fonts, AtomicFile file, bool with_dark, WriteText write)
      : job_(job), layers_(fonts, file.folder()), file_(std::move(file)), write_(std::move(write)) {
    if (with_dark && job.dark) {
      dark_.emplace(fonts, file_.folder());
    }
  }

  Result<MadeFrame> make(const Scene& scene, Easel&) const override { return MadeFrame(scene); }
  Status add(std::int64_t frame, MadeFrame made) override {
    const Status added = layers_.add(frame, std::get<Scene>(made));
    return added && dark_ ? dark_->add(frame, job_.dark(frame)) : added;
  }
  Status finish() override {
    const std::int64_t frames = job_.animation.frames.count;
    Result<SvgAnimation> animation = layers_.finish(frames);
    if (!animation) {
      return animation.error();
    }
    DrawnFrames drawn{std::move(animation).value(), layers_.texts()};
    if (dark_) {
      Result<SvgAnimation> dark = dark_->finish(frames);
      if (!dark) {
        return dark.error();
      }
      drawn.dark = std::move(dark).value();
      drawn.dark_texts = &dark_->texts();
    }
    std::string newest;
    const auto flush = [&] {
      Status written = file_.append(std::as_bytes(std::span(newest)));
      newest.clear();
      return written;
    };
    Status written = write_(drawn, [&](std::string_view text) {
      constexpr std::size_t at_once = std::size_t{1} << 16;
      newest += text;
      return newest.size() < at_once ? Status(Done{}) : flush();
    });
    if (written) {
      written = flush();
    }
    return written ? file_.commit() : written;
  }

 private:
  const ExportJob& job_;
  SvgLayers layers_;
  std::optional<SvgLayers> dark_;
  AtomicFile file_;
  WriteText write_;
};

}  // namespace

Result<std::unique_ptr<FrameWriter>> open_svg_text(const ExportJob& job, const std::filesystem::path& path,
                                                   const FontSet& fonts, bool with_dark, WriteText write) {
  Result<AtomicFile> file = AtomicFile::open(path, job.existing());
  if (!file) {
    return file.error();
  }
  return std::unique_ptr<FrameWriter>(
      std::make_unique<SvgTextWriter>(job, fonts, std::move(file).value(), with_dark, std::move(write)));
}

Result<std::unique_ptr<FrameWriter>> open_svg(const ExportJob& job, const std::filesystem::path& path,
                                              const FontSet& fonts) {
  const Animation& animation = job.animation;
  const SvgPlayback playback{
      animation.frames.count, animation.seconds_per_frame,
      static_cast<double>(animation.frames.count) * animation.seconds_per_frame + animation.hold_seconds, job.loop};
  return open_svg_text(job, path, fonts, false,
                       [playback, title = job.notes.title](const DrawnFrames& drawn, const TextSink& sink) {
                         return write_svg(drawn.animation, drawn.texts, playback, title, sink);
                       });
}

FileMaker svg_file_maker(const std::string& title, const std::filesystem::path& folder) {
  return [title, folder](const Scene& scene, Easel& easel) -> Result<std::vector<std::byte>> {
    SvgLayers layers(easel.fonts, folder);
    if (const Status added = layers.add(0, scene); !added) {
      return added.error();
    }
    const Result<SvgAnimation> animation = layers.finish(1);
    if (!animation) {
      return animation.error();
    }
    std::vector<std::byte> bytes;
    const TextSink sink = [&bytes](std::string_view text) {
      const auto more = std::as_bytes(std::span(text));
      bytes.insert(bytes.end(), more.begin(), more.end());
      return Status(Done{});
    };
    const Status written = write_svg(animation.value(), layers.texts(), {}, title, sink);
    return written ? Result<std::vector<std::byte>>(std::move(bytes)) : written.error();
  };
}

}  // namespace convscope
