#include "app/export/gif_writer.h"

#include <cmath>
#include <deque>
#include <utility>

#include "app/export/frame_pipeline.h"
#include "app/export/frame_times.h"
#include "app/export/gif_file.h"
#include "app/export/gif_image.h"
#include "app/export/ordered_work.h"
#include "app/io/atomic_file.h"
#include "app/render/cairo_renderer.h"
#include "app/text/export_errors.h"

namespace convscope {
namespace {

constexpr std::uint32_t min_alpha = 0x40;
constexpr std::size_t memory_for_pictures = 32U << 20U;

using Picture = std::shared_ptr<const StoredPicture>;

std::uint32_t without_alpha(const Color& color) {
  const auto channel = [](float value) { return static_cast<std::uint32_t>(std::lround(value * 255)); };
  return channel(color.red) << 16 | channel(color.green) << 8 | channel(color.blue);
}

std::uint32_t flattened(std::uint32_t pixel, std::uint32_t matte) {
  const std::uint32_t alpha = pixel >> 24;
  if (alpha < min_alpha) {
    return transparent_pixel;
  }
  const auto mixed = [&](unsigned shift) {
    const std::uint32_t sum = (pixel >> shift & 0xff) * alpha + (matte >> shift & 0xff) * (0xff - alpha);
    return (sum + 0x7f) / 0xff << shift;
  };
  return 0xff000000 | mixed(16) | mixed(8) | mixed(0);
}

StoredPicture draw_flattened(const Scene& scene, Easel& easel) {
  render_cairo(scene, easel.fonts, easel.picture);
  if (scene.background.alpha < 1) {
    flatten_alpha(easel.picture.image, without_alpha(scene.background));
  }
  return store_picture(easel.picture.image);
}

std::vector<std::uint32_t> shared_palette(const ColorHistogram& histogram, const std::vector<ColorCount>& colors) {
  if (colors.empty()) {
    return {opaque_black};
  }
  // One entry stays free for transparent pixels. They also make files smaller, where a pixel does not change; a picture
  // that has exactly as many colours as fit keeps them all.
  const bool fits = colors.size() <= gif_palette_size && !histogram.has_transparency();
  return choose_palette(colors, fits ? gif_palette_size : gif_palette_size - 1);
}

/// The second half: the palette is known, pictures become the file's images in several threads.
class GifEncoder : public FrameWriter {
 public:
  GifEncoder(GifFile file, PaletteIndex colors, bool transparent, const ExportJob& job)
      : file_(std::move(file)),
        colors_(std::move(colors)),
        transparent_(transparent),
        job_(job),
        work_(thread_count(job)) {}

  Result<MadeFrame> make(const Scene& scene, Easel& easel) const override {
    return MadeFrame(draw_flattened(scene, easel));
  }
  Status add(std::int64_t frame, MadeFrame made) override {
    return add_picture(frame, std::make_shared<const StoredPicture>(std::get<StoredPicture>(std::move(made))));
  }
  Status add_picture(std::int64_t frame, const Picture& picture) {
    work_.push([this, frame, before = std::exchange(before_, picture), picture] {
      return Encoded{frame,
                     transparent_ ? gif_image_alone(*picture, colors_) : gif_image(before.get(), *picture, colors_)};
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
    return file_.finish(gif_time(animation.frames.count, animation.seconds_per_frame) +
                        std::llround(animation.hold_seconds * gif_ticks_per_second));
  }

 private:
  struct Encoded {
    std::int64_t frame;
    std::optional<GifImage> image;
  };

  Status write_next() {
    if (job_.interrupted && job_.interrupted()) {
      return text::export_interrupted(job_.path);
    }
    Encoded next = work_.pop();
    return next.image ? file_.add(std::move(*next.image), gif_time(next.frame, job_.animation.seconds_per_frame))
                      : Status(Done{});
  }

  GifFile file_;
  PaletteIndex colors_;
  bool transparent_;
  const ExportJob& job_;
  Picture before_;
  OrderedWork<Encoded> work_;  // Last: its threads end before what they use.
};

/// The first half: draws, counts colours and keeps pictures.
class GifWriter : public FrameWriter {
 public:
  GifWriter(const ExportJob& job, const FontSet& fonts, AtomicFile file)
      : job_(job), fonts_(fonts), file_(std::move(file)) {}

  Result<MadeFrame> make(const Scene& scene, Easel& easel) const override {
    return MadeFrame(draw_flattened(scene, easel));
  }

  Status add(std::int64_t frame, MadeFrame made) override {
    auto picture = std::get<StoredPicture>(std::move(made));
    histogram_.add(picture.colors);
    width_ = picture.width;
    height_ = picture.height;
    bytes_ += picture.bytes();
    if (!first_left_out_ && bytes_ > memory_for_pictures) {
      first_left_out_ = frame;
    }
    if (!first_left_out_) {
      kept_.emplace_back(frame, std::make_shared<const StoredPicture>(std::move(picture)));
    }
    return Done{};
  }

  Status finish() override {
    const std::vector<ColorCount> colors = histogram_.colors();
    PaletteIndex index(shared_palette(histogram_, colors), colors);
    Result<GifFile> file =
        GifFile::start(file_, {.width = width_, .height = height_, .palette = index.palette(), .repeats = job_.loop});
    if (!file) {
      return file.error();
    }
    GifEncoder encoder(std::move(file).value(), std::move(index), histogram_.has_transparency(), job_);
    for (; !kept_.empty(); kept_.pop_front()) {
      if (Status added = encoder.add_picture(kept_.front().first, kept_.front().second); !added) {
        return added;
      }
    }
    if (first_left_out_) {
      if (Status drawn = draw_frames(job_, *first_left_out_, fonts_, encoder); !drawn) {
        return drawn;
      }
    }
    const Status finished = encoder.finish();
    return finished ? file_.commit() : finished;
  }

 private:
  const ExportJob& job_;
  const FontSet& fonts_;
  AtomicFile file_;
  ColorHistogram histogram_;
  std::deque<std::pair<std::int64_t, Picture>> kept_;
  std::optional<std::int64_t> first_left_out_;
  std::size_t bytes_ = 0;
  int width_ = 1;
  int height_ = 1;
};

}  // namespace

void flatten_alpha(Image& image, std::uint32_t matte) {
  for (std::uint32_t& pixel : image.pixels) {
    if (pixel < opaque_black) {
      pixel = flattened(pixel, matte);
    }
  }
}

Result<std::unique_ptr<FrameWriter>> open_gif(const ExportJob& job, const std::filesystem::path& path,
                                              const FontSet& fonts) {
  Result<AtomicFile> file = AtomicFile::open(path, job.existing());
  if (!file) {
    return file.error();
  }
  return std::unique_ptr<FrameWriter>(std::make_unique<GifWriter>(job, fonts, std::move(file).value()));
}

}  // namespace convscope
