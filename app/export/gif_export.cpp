#include "app/export/gif_export.h"

#include <cmath>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "app/export/frame_times.h"
#include "app/export/gif_encoder.h"
#include "app/export/palette.h"
#include "app/io/atomic_file.h"
#include "app/render/cairo_renderer.h"
#include "app/text/export_errors.h"

namespace convscope {
namespace {

constexpr std::uint32_t min_alpha = 0x40;

std::uint32_t without_alpha(const Color& color) {
  const auto channel = [](float value) { return static_cast<std::uint32_t>(std::lround(value * 255)); };
  return channel(color.red) << 16 | channel(color.green) << 8 | channel(color.blue);
}

std::uint32_t flattened(std::uint32_t pixel, std::uint32_t matte) {
  const std::uint32_t alpha = pixel >> 24;
  if (alpha == 0xff) {
    return pixel;
  }
  if (alpha < min_alpha) {
    return transparent_pixel;
  }
  const auto mixed = [&](unsigned shift) {
    const std::uint32_t sum = (pixel >> shift & 0xff) * alpha + (matte >> shift & 0xff) * (0xff - alpha);
    return (sum + 0x7f) / 0xff << shift;
  };
  return 0xff000000 | mixed(16) | mixed(8) | mixed(0);
}

/// Calls `use(frame, image)` for every frame that differs from the one before.
Status for_each_picture(const ExportJob& job, const FontSet& fonts,
                        const std::function<Status(std::int64_t, const Image&)>& use) {
  std::optional<Scene> shown;
  for (std::int64_t frame = 0; frame < job.animation.frames.count; ++frame) {
    if (job.interrupted && job.interrupted()) {
      return text::export_interrupted(job.path);
    }
    Scene scene = job.animation.scene(frame);
    if (scene == shown) {
      continue;
    }
    shown = std::move(scene);
    Image image = render_cairo(*shown, fonts);
    flatten_alpha(image, without_alpha(shown->background));
    if (Status used = use(frame, image); !used) {
      return used;
    }
  }
  return Done{};
}

Result<std::vector<std::uint32_t>> shared_palette(const ExportJob& job, const FontSet& fonts) {
  ColorHistogram histogram;
  const Status drawn = for_each_picture(job, fonts, [&](std::int64_t, const Image& image) -> Status {
    histogram.add(image.pixels);
    return Done{};
  });
  if (!drawn) {
    return drawn.error();
  }
  const std::vector<ColorCount> colors = histogram.colors();
  if (colors.empty()) {
    return std::vector<std::uint32_t>{opaque_black};
  }
  // One entry stays free for transparent pixels. They also make files smaller, where a pixel does not change; a picture
  // that has exactly as many colours as fit keeps them all.
  const bool fits = colors.size() <= gif_palette_size && !histogram.has_transparency();
  return choose_palette(colors, fits ? gif_palette_size : gif_palette_size - 1);
}

}  // namespace

void flatten_alpha(Image& image, std::uint32_t matte) {
  for (std::uint32_t& pixel : image.pixels) {
    pixel = flattened(pixel, matte);
  }
}

Status export_gif(const ExportJob& job, const ExportTarget& target, const FontSet& fonts) {
  Result<AtomicFile> opened = AtomicFile::open(target.path(0));
  if (!opened) {
    return opened.error();
  }
  AtomicFile file = std::move(opened).value();
  Result<std::vector<std::uint32_t>> palette = shared_palette(job, fonts);
  if (!palette) {
    return palette.error();
  }
  PaletteIndex index(std::move(palette).value());
  const Scene first = job.animation.scene(0);
  Result<GifEncoder> started = GifEncoder::start({.width = static_cast<int>(std::lround(first.size.x)),
                                                  .height = static_cast<int>(std::lround(first.size.y)),
                                                  .palette = index.palette(),
                                                  .file = file.temporary(),
                                                  .name = job.path});
  if (!started) {
    return started.error();
  }
  GifEncoder encoder = std::move(started).value();
  const double seconds = job.animation.seconds_per_frame;
  Status written = for_each_picture(job, fonts, [&](std::int64_t frame, const Image& image) {
    return encoder.add(index.indices(image.pixels), gif_time(frame, seconds));
  });
  if (written) {
    written = encoder.finish(gif_time(job.animation.frames.count, seconds));
  }
  return written ? file.commit() : written;
}

}  // namespace convscope
