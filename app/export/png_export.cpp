#include "app/export/png_export.h"

#include <system_error>
#include <utility>
#include <vector>

#include "app/export/png_encoder.h"
#include "app/io/atomic_file.h"
#include "app/render/cairo_renderer.h"
#include "app/text/export_errors.h"

namespace convscope {
namespace {

/// A frame's file, complete but without its name.
Result<AtomicFile> staged_frame(const ExportJob& job, const ExportTarget& target, const FontSet& fonts,
                                std::int64_t frame) {
  const auto png = encode_png(render_cairo(job.animation.scene(frame), fonts));
  if (!png) {
    return png.error();
  }
  return stage_file(target.path(job.animation.frames.first + frame), {std::as_bytes(std::span(png.value()))});
}

/// All or none: when one cannot get its name, those that have are removed.
Status commit_all(std::vector<AtomicFile> files, const ExportTarget& target, std::int64_t first_number) {
  for (std::size_t done = 0; done < files.size(); ++done) {
    const Status committed = files[done].commit();
    if (!committed) {
      for (std::size_t i = 0; i < done; ++i) {
        std::error_code ignored;
        std::filesystem::remove(target.path(first_number + static_cast<std::int64_t>(i)), ignored);
      }
      return committed;
    }
  }
  return Done{};
}

}  // namespace

Status export_png(const ExportJob& job, const ExportTarget& target, const FontSet& fonts) {
  std::vector<AtomicFile> files;
  for (std::int64_t frame = 0; frame < job.animation.frames.count; ++frame) {
    if (job.interrupted && job.interrupted()) {
      return text::export_interrupted(job.path);
    }
    Result<AtomicFile> file = staged_frame(job, target, fonts, frame);
    if (!file) {
      return file.error();
    }
    files.push_back(std::move(file).value());
  }
  return commit_all(std::move(files), target, job.animation.frames.first);
}

}  // namespace convscope
