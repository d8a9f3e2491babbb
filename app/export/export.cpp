#include "app/export/export.h"

#include <memory>
#include <utility>

#include "app/export/apng_writer.h"
#include "app/export/files_writer.h"
#include "app/export/film_writer.h"
#include "app/export/format.h"
#include "app/export/frame_pipeline.h"
#include "app/export/gif_writer.h"
#include "app/export/html_writer.h"
#include "app/export/pdf_writer.h"
#include "app/export/png_encoder.h"
#include "app/export/svg_writer.h"
#include "app/export/target.h"
#include "app/export/webp_writer.h"
#include "app/render/cairo_renderer.h"
#include "app/text/export_errors.h"
#include "engine/check.h"

namespace convscope {
namespace {

/// The target, when the frames can go there.
Result<ExportTarget> checked_target(const std::filesystem::path& path, const FrameNumbers& frames, bool overwrite) {
  Result<ExportTarget> target = parse_target(path);
  if (!target) {
    return target;
  }
  if (frames.count > max_export_frames) {
    return text::too_many_frames(frames.count, max_export_frames);
  }
  if (const Status encoder = check_encoder(target.value().format); !encoder) {
    return encoder.error();
  }
  if (const Status status = check_target(target.value(), frames, overwrite); !status) {
    return status.error();
  }
  return target;
}

Result<std::unique_ptr<FrameWriter>> open_writer(const ExportJob& job, const ExportTarget& target,
                                                 const FontSet& fonts) {
  const std::filesystem::path path = target.path(job.animation.frames.first);
  switch (target.format) {
    case ExportFormat::gif:
      return open_gif(job, path, fonts);
    case ExportFormat::apng:
      return open_apng(job, path);
    case ExportFormat::webp:
      return open_webp(job, path);
    case ExportFormat::mp4:
    case ExportFormat::webm:
      return open_film(job, path, target.format);
    case ExportFormat::png:
      return open_files(job, target, [](const Scene& scene, Easel& easel) {
        render_cairo(scene, easel.fonts, easel.picture);
        return encode_png(easel.picture.image);
      });
    case ExportFormat::svg:
      return target.numbered ? open_files(job, target, svg_file_maker(job.notes.title, target.folder))
                             : open_svg(job, path, fonts);
    case ExportFormat::pdf:
      return target.numbered ? open_files(job, target, pdf_file_maker(job.notes.title)) : open_pdf(job, path, fonts);
    case ExportFormat::html:
      break;
  }
  return open_html(job, path, fonts);
}

}  // namespace

Status check_export(const std::filesystem::path& path, const FrameNumbers& frames, bool overwrite) {
  const Result<ExportTarget> target = checked_target(path, frames, overwrite);
  return target ? Status(Done{}) : Status(target.error());
}

Status run_export(const ExportJob& job, const FontSet& fonts) {
  CHECK_GE(job.animation.frames.count, 1);
  const Result<ExportTarget> target = checked_target(job.path, job.animation.frames, job.overwrite);
  if (!target) {
    return target.error();
  }
  Result<std::unique_ptr<FrameWriter>> opened = open_writer(job, target.value(), fonts);
  if (!opened) {
    return opened.error();
  }
  const std::unique_ptr<FrameWriter> writer = std::move(opened).value();
  const Status drawn = draw_frames(job, 0, fonts, *writer);
  return drawn ? writer->finish() : drawn;
}

}  // namespace convscope
