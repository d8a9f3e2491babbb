#include "app/export/export.h"

#include "app/export/gif_export.h"
#include "app/export/png_export.h"
#include "app/export/target.h"
#include "app/text/export_errors.h"
#include "engine/check.h"

namespace convscope {
namespace {

/// The target, when the job can go there.
Result<ExportTarget> checked_target(const ExportJob& job) {
  Result<ExportTarget> target = parse_target(job.path);
  if (!target) {
    return target;
  }
  if (job.animation.frames > max_export_frames) {
    return text::too_many_frames(job.animation.frames, max_export_frames);
  }
  const FrameNumbers numbers{job.animation.first_number, job.animation.frames};
  if (const Status status = check_target(target.value(), numbers, job.overwrite); !status) {
    return status.error();
  }
  return target;
}

}  // namespace

Status check_export(const ExportJob& job) {
  const Result<ExportTarget> target = checked_target(job);
  return target ? Status(Done{}) : Status(target.error());
}

Status run_export(const ExportJob& job, const FontSet& fonts) {
  CHECK_GE(job.animation.frames, 1);
  const Result<ExportTarget> target = checked_target(job);
  if (!target) {
    return target.error();
  }
  return target.value().format == ExportFormat::gif ? export_gif(job, target.value(), fonts)
                                                    : export_png(job, target.value(), fonts);
}

}  // namespace convscope
