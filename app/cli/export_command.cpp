#include <CLI/CLI.hpp>
#include <future>
#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "app/cli/command.h"
#include "app/cli/deferred_signals.h"
#include "app/cli/export_options.h"
#include "app/cli/export_plan.h"
#include "app/cli/export_progress.h"
#include "app/export/choices.h"
#include "app/export/export.h"
#include "app/export/target.h"
#include "app/text/export_errors.h"

namespace convscope {
namespace {

Status run_one(const ExportOptions& options, const ExportPlan& plan, const FontSet& fonts, ExportProgress& progress) {
  const LayerResult result = compute(plan.document);
  Result<ExportJob> made = export_job(plan, result);
  if (!made) {
    return made.error();
  }
  ExportJob job = std::move(made).value();
  job.overwrite = options.force;
  const DeferredSignals signals;
  job.interrupted = [&signals] { return signals.end_is_asked(); };
  job.progress = [&](std::int64_t done, std::int64_t total) { progress.frame_done(job.path, done, total); };
  Status done = run_export(job, fonts);
  progress.end();
  if (done) {
    const ExportTarget target = parse_target(job.path).value();
    const Vec2 size = job.animation.size;
    progress.file_done(target, job.animation.frames, written_size(target.format, size), size);
  }
  return done;
}

Status run(const ExportOptions& options, std::ostream& out) {
  // Beside the plan, which may load FFmpeg: each takes some hundredths of a second. Later, where there is no thread.
  std::future<Result<FontSet>> loading =
      std::async(std::launch::async | std::launch::deferred, [] { return FontSet::load(); });
  const Result<std::vector<ExportPlan>> planned = plan_exports(options);
  if (!planned) {
    return planned.error();
  }
  const Result<FontSet> fonts = loading.get();
  if (!fonts) {
    return fonts.error();
  }
  if (options.choices.language == text::Language::korean && !fonts.value().has_hangul()) {
    return text::hangul_font_missing();
  }
  ExportProgress progress(options.progress.value_or(default_progress()), out);
  for (const ExportPlan& one : planned.value()) {
    if (Status done = run_one(options, one, fonts.value(), progress); !done) {
      return done;
    }
  }
  return Done{};
}

}  // namespace

/// `export LAYER --out NAME.gif` or `NAME_%03d.png`: the animation of a layer as files. Needs no display.
Command add_export_command(CLI::App& app) {
  const auto options = std::make_shared<ExportOptions>();
  CLI::App* const parser = app.add_subcommand("export", "Write the animation of a layer: a film, a page, or pictures");
  add_export_flags(*parser, *options);
  return {parser,
          [options, parser] {
            options->choices.readers_theme = parser->count("--theme") == 0;
            if (parser->count("--fps") > 0 && !options->choices.smooth) {
              return Status(text::fps_without_smooth());
            }
            return check_usage(*options);
          },
          [options](std::ostream& out) { return run(*options, out); }};
}

}  // namespace convscope
