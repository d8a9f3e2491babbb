#include "app/cli/export_options.h"

#include <CLI/CLI.hpp>
#include <string_view>

#include "app/export/target.h"
#include "app/text/export_errors.h"
#include "app/text/usage_errors.h"

namespace convscope {
namespace {

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

auto number_within(double least, double most) {
  return [least, most](std::string_view value) { return parse_number(value, least, most); };
}

void add_target_flags(CLI::App& command, ExportOptions& options) {
  command.add_option("--out", options.out, "Where to: NAME.gif, or NAME_%03d.png for one picture a frame")
      ->type_name("FILE");
  command.add_flag("--all-presets", options.all_presets, "Every preset, as PRESET.gif in --out-dir");
  command.add_option("--out-dir", options.out_dir, "The folder for --all-presets")->type_name("DIR");
  add_flag(
      command,
      {"--format", "NAME", "The format of --all-presets (default gif)",
       "gif, apng, webp, mp4, webm, png, svg, pdf or html"},
      [](std::string_view value) { return format_named(value) ? std::optional(std::string(value)) : std::nullopt; },
      options.format);
  command.add_flag("--force", options.force, "Replace files that exist");
  add_flag(command,
           {"--progress", "STYLE", "none, terminal (default, where there is one) or json", "none, terminal or json"},
           parse_progress, options.progress);
}

void add_time_flags(CLI::App& command, ExportOptions& options) {
  ExportChoices& choices = options.choices;
  command.add_flag("--smooth", choices.smooth, "Slide from cell to cell");
  add_flag(command, {"--fps", "N", "Frames a second with --smooth (default 25)", "a number from 1 to 50"},
           number_within(least_export_fps, most_export_fps), choices.frames_per_second);
  add_flag(command, {"--seconds-per-step", "S", "How long a step lasts (default 1)", "a number from 0.02 to 600"},
           number_within(least_export_seconds, most_export_seconds), choices.seconds_per_tick);
  add_flag(command, {"--hold", "S", "How much longer the last frame stays (default 0)", "a number from 0 to 55"},
           number_within(0, most_export_hold), choices.hold_seconds);
  command.add_flag("--loop,!--no-loop", choices.loop, "Begin again after the last frame, or stop (default --loop)");
  add_flag(command,
           {"--steps", "A-B", "Only these steps, counted from 0 (default: all)", "a step or a range, as in 3-5"},
           parse_steps, choices.steps);
}

void add_picture_flags(CLI::App& command, ExportOptions& options) {
  ExportChoices& choices = options.choices;
  add_flag(command,
           {"--size", "WxH", "Width and height in pixels (default: what the picture needs)",
            "WIDTHxHEIGHT from 16x16 to 8192x8192"},
           parse_pixels, choices.size);
  add_flag(command,
           {"--scale", "S", "Times as large as the picture needs, in the place of --size", "a number from 0.1 to 20"},
           number_within(least_export_scale, most_export_scale), choices.scale);
  options.view.add_to(command);
  add_flag(command,
           {"--background", "COLOR", "transparent or #rrggbb (default: the theme's)", "transparent or #rrggbb"},
           parse_background, choices.background);
  command.add_flag_function(
      "--labels,!--no-labels", [&choices](std::int64_t count) { choices.labels = count > 0; },
      "Names and shapes beside the grids (default: when flat)");
  add_flag(command, {"--language", "CODE", "Of the words in the picture: en (default) or ko", "en or ko"},
           text::language_coded, choices.language);
  command.add_flag_function(
      "--numbers,!--no-numbers", [&choices](std::int64_t count) { choices.numbers = count > 0; },
      "Numbers in the cells of the oblique look (default: where the preset has values)");
  command.add_flag_function(
      "--formula,!--no-formula", [&choices](std::int64_t count) { choices.formula = count > 0; },
      "How the cell comes about, under the picture (default: a page alone, beside it)");
  add_flag(command,
           {"--title", "TEXT", "Stands above the picture, and in an SVG's, a PDF's or a page's title",
            "one line of UTF-8 text without control characters"},
           parse_title, choices.title);
}

/// The name whose format holds for the whole command.
std::string named_target(const ExportOptions& options) {
  return options.all_presets ? "a." + options.format_in_folder() : options.out;
}

Status check_target_flags(const ExportOptions& options) {
  if (options.all_presets) {
    if (!options.out.empty() || options.layer.check_usage()) {
      return text::all_presets_and_one();
    }
    return options.out_dir.empty() ? Status(text::missing_flag("--out-dir", "gif")) : Done{};
  }
  if (!options.out_dir.empty() || options.format) {
    return text::for_all_presets(options.format ? "--format" : "--out-dir");
  }
  if (options.out.empty()) {
    return text::missing_flag("--out", "a.gif");
  }
  return options.layer.check_usage();
}

}  // namespace

void add_export_flags(CLI::App& command, ExportOptions& options) {
  options.layer.add_to(command);
  add_target_flags(command, options);
  add_picture_flags(command, options);
  add_time_flags(command, options);
}

Status check_usage(const ExportOptions& options) {
  if (Status targets = check_target_flags(options); !targets) {
    return targets;
  }
  const Result<ExportTarget> target = parse_target(named_target(options));
  if (!target) {
    return target.error();
  }
  return check_choices(options.choices, target.value().format);
}

}  // namespace convscope
