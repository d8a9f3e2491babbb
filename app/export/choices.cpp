#include "app/export/choices.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "app/export/page_notes.h"
#include "app/export/stage.h"
#include "app/text/export_errors.h"
#include "app/timeline/schedule.h"

namespace convscope {
namespace {

Status check_size(Vec2 size) {
  const bool fits = std::min(size.x, size.y) >= min_export_side && std::max(size.x, size.y) <= max_export_side;
  return fits ? Status(Done{})
              : text::scaled_size_out_of_range(static_cast<int>(std::lround(size.x)),
                                               static_cast<int>(std::lround(size.y)));
}

Vec2 whole_size(const Stage& stage, const Captions& captions) {
  return captioned_size(stage.size, stage.content_scale, captions);
}

Result<Stage> chosen_stage(const ExportPlan& plan, const LayerResult& result, const Captions& captions) {
  const ExportChoices& choices = plan.choices;
  FileStage wanted{.size = {}, .labels = choices.labels, .captions = captions, .language = choices.language};
  if (choices.scale) {
    const Vec2 natural = whole_size(export_stage(plan.document, result, wanted), captions);
    const auto scaled = [&](float side) { return std::round(side * static_cast<float>(*choices.scale)); };
    wanted.size = Vec2{scaled(natural.x), scaled(natural.y)};
  } else {
    wanted.size = choices.size;
  }
  if (const Status fits = wanted.size ? check_size(*wanted.size) : Done{}; !fits) {
    return fits.error();
  }
  Stage stage = export_stage(plan.document, result, wanted);
  stage.numbers = choices.numbers.value_or(true);
  stage.transparent = choices.background.transparent;
  return stage.size.y < min_export_side ? Result<Stage>(text::no_room_for_captions()) : stage;
}

/// What is said of the document: of a page beside its picture, of others where it is asked for.
PageNotes chosen_notes(const ExportPlan& plan, const LayerResult& result) {
  const std::string& title = plan.choices.title.empty() ? plan.document.preset : plan.choices.title;
  PageNotes notes = page_notes(plan.choices.language, plan.document, result, title);
  if (!plan.choices.formula.value_or(true)) {
    notes.formula.clear();
    notes.sum = nullptr;
  }
  return notes;
}

/// A page has its title and its formula beside its picture.
Captions chosen_captions(const ExportPlan& plan, const PageNotes& notes) {
  if (format_of(plan.path) == ExportFormat::html) {
    return {};
  }
  return {plan.choices.title, plan.choices.formula.value_or(false) ? notes.sum : nullptr};
}

/// Complete formulas of steps here and there.
std::vector<std::string> some_formulas(const ExportPlan& plan, const Captions& captions) {
  constexpr std::int64_t most = 64;
  std::vector<std::string> formulas;
  if (captions.formula) {
    const Schedule schedule(plan.document);
    const StepRange steps = plan.choices.steps.value_or(StepRange{0, schedule.steps() - 1});
    for (std::int64_t step = steps.first; step <= steps.last; step += (steps.last - steps.first) / most + 1) {
      const auto last_tick = static_cast<double>(schedule.tick_of(step + 1) - 1);
      formulas.push_back(captions.formula(schedule.at(last_tick, Motion::stepwise, plan.animation.last_tick)));
    }
  }
  return formulas;
}

/// In pixels of the picture.
float room_below(const Stage& stage, const Captions& captions) { return stage.content_scale * room_of(captions).below; }

/// The stage of the picture, and for its formula as few lines as hold it.
Result<Stage> fit_captions(const ExportPlan& plan, const LayerResult& result, Captions& captions) {
  const std::vector<std::string> formulas = some_formulas(plan, captions);
  const auto fits = [&](const Stage& stage) {
    return std::ranges::all_of(formulas, [&](const std::string& formula) {
      return formula_lines_needed(formula, stage.size.x / stage.content_scale) <= captions.formula_lines;
    });
  };
  Result<Stage> stage = chosen_stage(plan, result, captions);
  while (stage && captions.formula_lines < most_formula_lines && !fits(stage.value())) {
    ++captions.formula_lines;
    Result<Stage> lower = chosen_stage(plan, result, captions);
    // A picture without a size of its own grows with its lines; in another they may take a third of it.
    if (plan.choices.size && (!lower || lower.value().size.y < 2 * room_below(lower.value(), captions))) {
      --captions.formula_lines;
      return stage;
    }
    stage = std::move(lower);
  }
  return stage;
}

}  // namespace

bool shows_numbers(const View& view, const ExportChoices& choices) {
  return choices.numbers.value_or(view.look != Look::oblique || view.numbers_when_oblique);
}

Status check_choices(const ExportChoices& choices, ExportFormat format) {
  if (choices.background.transparent && !traits(format).transparent) {
    return text::not_transparent(traits(format).name);
  }
  if (choices.size && choices.scale) {
    return text::size_and_scale();
  }
  return choices.size ? check_size(*choices.size) : Status(Done{});
}

Result<ExportPlan> plan_export(Document document, const std::filesystem::path& path, const ExportChoices& choices) {
  document.view.numbers_when_oblique = choices.numbers.value_or(document.view.numbers_when_oblique);
  const Schedule schedule(document);
  const StepRange steps = choices.steps.value_or(StepRange{0, schedule.steps() - 1});
  if (steps.last >= schedule.steps()) {
    return text::no_such_steps(steps.last, schedule.steps());
  }
  AnimationChoice animation;
  animation.first_tick = schedule.tick_of(steps.first);
  animation.last_tick = schedule.tick_of(steps.last + 1) - 1;
  animation.seconds_per_tick = choices.seconds_per_tick;
  animation.hold_seconds = choices.hold_seconds;
  animation.motion = choices.smooth ? Motion::smooth : Motion::stepwise;
  animation.frames_per_second = choices.frames_per_second;
  animation.background = choices.background.color;
  ExportPlan plan{std::move(document), path, choices, std::move(animation)};
  const std::optional<ExportFormat> format = format_of(path);
  const bool film = format == ExportFormat::mp4 || format == ExportFormat::webm;
  const double hours = duration_of(plan) / 3600;
  if (film && hours > most_film_hours) {
    return text::film_too_long(std::llround(std::ceil(hours)), std::llround(most_film_hours));
  }
  return plan;
}

double duration_of(const ExportPlan& plan) {
  const AnimationChoice& animation = plan.animation;
  const double seconds =
      animation.motion == Motion::smooth ? 1 / animation.frames_per_second : animation.seconds_per_tick;
  return static_cast<double>(frame_numbers(animation).count) * seconds + animation.hold_seconds;
}

Result<ExportJob> export_job(const ExportPlan& plan, const LayerResult& result) {
  PageNotes notes = chosen_notes(plan, result);
  AnimationChoice animation = plan.animation;
  animation.captions = chosen_captions(plan, notes);
  const Result<Stage> stage = fit_captions(plan, result, animation.captions);
  if (!stage) {
    return stage.error();
  }
  animation.stage = stage.value();
  ExportJob job{.animation = animate(plan.document, result, animation), .path = plan.path};
  if (plan.choices.readers_theme && !plan.choices.background.color) {
    Document dark = plan.document;
    dark.view.theme = Theme::dark;
    job.dark = animate(dark, result, animation).scene;
  }
  job.loop = plan.choices.loop;
  job.notes = std::move(notes);
  return job;
}

}  // namespace convscope
