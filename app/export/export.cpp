#include "app/export/export.h"

#include "app/export/gif_export.h"
#include "app/export/png_export.h"
#include "app/export/target.h"
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
  if (const Status status = check_target(target.value(), frames, overwrite); !status) {
    return status.error();
  }
  return target;
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
  return target.value().format == ExportFormat::gif ? export_gif(job, target.value(), fonts)
                                                    : export_png(job, target.value(), fonts);
}

}  // namespace convscope
