#include <CLI/CLI.hpp>
#include <charconv>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include "app/cli/chosen_document.h"
#include "app/cli/command.h"
#include "app/cli/deferred_signals.h"
#include "app/cli/layer_options.h"
#include "app/cli/parse_values.h"
#include "app/export/export.h"
#include "app/export/frame_times.h"
#include "app/export/stage.h"
#include "app/export/target.h"
#include "app/text/export_errors.h"
#include "app/text/usage_errors.h"
#include "engine/taps.h"

namespace convscope {
namespace {

constexpr double max_fps = gif_ticks_per_second / min_gif_ticks;
constexpr double min_seconds = min_gif_ticks / gif_ticks_per_second;
constexpr double max_seconds = 600;

struct StepRange {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

struct Background {
  bool transparent = false;
  std::optional<Color> color{};
};

/// What the flags say.
struct ExportOptions {
  LayerOptions layer;
  std::string out;
  std::optional<Vec2> size{};
  std::optional<double> fps{};
  bool smooth = false;
  double seconds_per_step = 1;
  Look look = Look::oblique;
  Theme theme = Theme::light;
  Background background;
  std::optional<StepRange> steps{};
  bool force = false;
};

std::optional<Vec2> parse_pixels(std::string_view value) {
  const std::optional<Size> size = parse_size(value);  // A picture's size is width first.
  const auto fits = [](std::int64_t side) { return side >= min_export_side && side <= max_export_side; };
  if (!size || !fits(size->height) || !fits(size->width)) {
    return std::nullopt;
  }
  return Vec2{static_cast<float>(size->height), static_cast<float>(size->width)};
}

std::optional<double> parse_number(std::string_view value, double least, double most) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool read = error == std::errc{} && end == value.data() + value.size();
  return read && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

std::optional<StepRange> parse_steps(std::string_view value) {
  const std::size_t dash = value.find('-');
  const auto first = parse_integer(value.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : parse_integer(value.substr(dash + 1));
  if (!first || !last || *first < 0 || *last < *first) {
    return std::nullopt;
  }
  return StepRange{*first, *last};
}

std::optional<Background> parse_background(std::string_view value) {
  if (value == "transparent") {
    return Background{.transparent = true};
  }
  std::uint32_t hex = 0;
  const char* const end = value.data() + value.size();
  if (value.size() != 7 || value[0] != '#' || std::from_chars(value.data() + 1, end, hex, 16).ptr != end) {
    return std::nullopt;
  }
  return Background{.color = rgb(hex)};
}

std::optional<Look> parse_look(std::string_view value) {
  if (value == "flat") {
    return Look::flat;
  }
  return value == "oblique" ? std::optional(Look::oblique) : std::nullopt;
}

std::optional<Theme> parse_theme(std::string_view value) {
  if (value == "light") {
    return Theme::light;
  }
  return value == "dark" ? std::optional(Theme::dark) : std::nullopt;
}

/// How a flag looks in the help, and what a value that can be read is.
struct FlagWords {
  const char* name;
  const char* type;
  const char* help;
  std::string expected;
};

/// A flag whose value `parse` reads into `target`; a value that it cannot read is wrong usage.
template <typename Parse, typename Target>
void add_flag(CLI::App& command, const FlagWords& words, Parse parse, Target& target) {
  const auto take = [parse, &target](const std::string& value) { target = *parse(value); };
  const auto check = [parse, expected = words.expected](const std::string& value) {
    return parse(value) ? std::string() : text::bad_value(value, expected);
  };
  command.add_option_function<std::string>(words.name, take, words.help)->type_name(words.type)->check(check);
}

void add_flags(CLI::App& command, ExportOptions& options) {
  options.layer.add_to(command);
  command.add_option("--out", options.out, "Where to: NAME.gif, or NAME_%03d.png for one picture a frame")
      ->type_name("FILE")
      ->required();
  add_flag(command,
           {"--size", "WxH", "Width and height in pixels (default: what the picture needs)",
            "WIDTHxHEIGHT from 16x16 to 8192x8192"},
           parse_pixels, options.size);
  command.add_flag("--smooth", options.smooth, "Slide from cell to cell");
  add_flag(
      command, {"--fps", "N", "Frames a second with --smooth (default 25)", "a number from 1 to 50"},
      [](std::string_view value) { return parse_number(value, 1, max_fps); }, options.fps);
  add_flag(
      command, {"--seconds-per-step", "S", "How long a step lasts (default 1)", "a number from 0.02 to 600"},
      [](std::string_view value) { return parse_number(value, min_seconds, max_seconds); }, options.seconds_per_step);
  add_flag(command,
           {"--steps", "A-B", "Only these steps, counted from 0 (default: all)", "a step or a range, as in 3-5"},
           parse_steps, options.steps);
  add_flag(command, {"--look", "NAME", "flat (with numbers) or oblique (default)", "flat or oblique"}, parse_look,
           options.look);
  add_flag(command, {"--theme", "NAME", "light (default) or dark", "light or dark"}, parse_theme, options.theme);
  add_flag(command,
           {"--background", "COLOR", "transparent or #rrggbb (default: the theme's)", "transparent or #rrggbb"},
           parse_background, options.background);
  command.add_flag("--force", options.force, "Replace files that exist");
}

Status check_usage(const ExportOptions& options) {
  if (Status layer = options.layer.check_usage(); !layer) {
    return layer;
  }
  if (const auto target = parse_target(options.out); !target) {
    return target.error();
  }
  return options.fps && !options.smooth ? Status(text::fps_without_smooth()) : Status(Done{});
}

/// The part of the layer's steps that is asked for, without a stage.
Result<AnimationChoice> chosen_animation(const ExportOptions& options, const SizedLayer& sized) {
  const std::int64_t steps = step_count(sized);
  AnimationChoice choice;
  choice.first_step = options.steps ? options.steps->first : 0;
  choice.last_step = options.steps ? options.steps->last : steps - 1;
  choice.seconds_per_step = options.seconds_per_step;
  choice.motion = options.smooth ? Motion::smooth : Motion::stepwise;
  choice.frames_per_second = options.fps.value_or(choice.frames_per_second);
  choice.background = options.background.color;
  if (choice.last_step >= steps) {
    return text::no_such_steps(choice.last_step, steps);
  }
  return choice;
}

void print_summary(std::ostream& out, const ExportOptions& options, const ExportJob& job, Vec2 size) {
  const ExportTarget target = parse_target(options.out).value();
  const FrameNumbers& frames = job.animation.frames;
  const bool several = target.numbered && frames.count > 1;
  out << text::exported(target.path(frames.first), several ? target.path(frames.first + frames.count - 1) : "",
                        frames.count, static_cast<int>(size.x), static_cast<int>(size.y))
      << '\n';
}

Status run(const ExportOptions& options, std::ostream& out) {
  const Result<ChosenLayer> chosen = options.layer.choose();
  if (!chosen) {
    return chosen.error();
  }
  View view;
  view.look = options.look;
  view.theme = options.theme;
  const Result<Document> document = document_of(chosen.value(), view);
  if (!document) {
    return document.error();
  }
  Result<AnimationChoice> animation = chosen_animation(options, document.value().sized);
  if (!animation) {
    return animation.error();
  }
  AnimationChoice choice = std::move(animation).value();
  if (Status possible = check_export(options.out, frame_numbers(choice), options.force); !possible) {
    return possible;
  }
  const Result<FontSet> fonts = FontSet::load();
  if (!fonts) {
    return fonts.error();
  }
  const LayerResult result = compute(document.value());
  choice.stage = export_stage(document.value(), result, options.size);
  choice.stage.transparent = options.background.transparent;
  ExportJob job{animate(document.value(), result, choice), options.out, options.force, {}};

  const DeferredSignals signals;
  job.interrupted = [&signals] { return signals.end_is_asked(); };
  Status done = run_export(job, fonts.value());
  if (done) {
    print_summary(out, options, job, choice.stage.size);
  }
  return done;
}

}  // namespace

/// `export LAYER --out NAME.gif` or `NAME_%03d.png`: the animation of a layer as files. Needs no display.
Command add_export_command(CLI::App& app) {
  const auto options = std::make_shared<ExportOptions>();
  CLI::App* const parser = app.add_subcommand("export", "Write the animation of a layer: a GIF, or a PNG a frame");
  add_flags(*parser, *options);
  return {parser, [options] { return check_usage(*options); },
          [options](std::ostream& out) { return run(*options, out); }};
}

}  // namespace convscope
