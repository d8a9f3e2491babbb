#include "app/export/png_export.h"

#include <utility>
#include <vector>

#include "app/export/png_encoder.h"
#include "app/io/atomic_file.h"
#include "app/render/cairo_renderer.h"
#include "app/text/export_errors.h"

namespace convscope {
namespace {

/// A file for each frame, still without its name. All are opened before the first frame is drawn: what forbids one
/// shows early, and their small pieces of memory do not come to lie between the frames' large ones.
Result<std::vector<AtomicFile>> open_all(const ExportTarget& target, const FrameNumbers& frames) {
  std::vector<AtomicFile> files;
  files.reserve(static_cast<std::size_t>(frames.count));
  for (std::int64_t i = 0; i < frames.count; ++i) {
    Result<AtomicFile> file = AtomicFile::open(target.path(frames.first + i));
    if (!file) {
      return file.error();
    }
    files.push_back(std::move(file).value());
  }
  return files;
}

Status write_frame(const Scene& scene, const FontSet& fonts, const AtomicFile& file) {
  const auto png = encode_png(render_cairo(scene, fonts));
  return png ? file.write({png.value()}) : Status(png.error());
}

}  // namespace

Status export_png(const ExportJob& job, const ExportTarget& target, const FontSet& fonts) {
  Result<std::vector<AtomicFile>> opened = open_all(target, job.animation.frames);
  if (!opened) {
    return opened.error();
  }
  std::vector<AtomicFile> files = std::move(opened).value();
  for (std::size_t frame = 0; frame < files.size(); ++frame) {
    if (job.interrupted && job.interrupted()) {
      return text::export_interrupted(job.path);
    }
    const Scene scene = job.animation.scene(static_cast<std::int64_t>(frame));
    if (Status written = write_frame(scene, fonts, files[frame]); !written) {
      return written;
    }
  }
  return commit_all(std::move(files));
}

}  // namespace convscope
