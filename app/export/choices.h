#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "app/compute/layer_result.h"
#include "app/document/document.h"
#include "app/export/export.h"
#include "app/export/format.h"
#include "app/export/frame_times.h"
#include "app/scene/color.h"
#include "app/scene/geometry.h"
#include "app/text/phrase.h"
#include "app/text/result.h"

namespace convscope {

/// Steps from 0, inclusive.
struct StepRange {
  std::int64_t first = 0;
  std::int64_t last = 0;
  bool operator==(const StepRange&) const = default;
};

struct Background {
  bool transparent = false;
  std::optional<Color> color{};  ///< Else the theme's.
  bool operator==(const Background&) const = default;
};

/// What may be chosen about a file's picture and time; the same on the command line and in the window. How the layer
/// is shown is the document's view.
struct ExportChoices {
  std::optional<Vec2> size{};     ///< In pixels; else as large as the picture needs,
  std::optional<double> scale{};  ///< or so many times.
  bool smooth = false;
  double frames_per_second = 25;  ///< Only when smooth.
  double seconds_per_tick = 1;
  double hold_seconds = 0;           ///< How much longer the last frame stays.
  std::optional<StepRange> steps{};  ///< Else all.
  bool loop = true;
  Background background{};
  bool readers_theme = false;                         ///< A page is dark where its reader's system is.
  text::Language language = text::Language::english;  ///< Of the words in the picture and on its page.
  std::optional<bool> labels{};                       ///< Else where the look has them.
  std::optional<bool> numbers{};                      ///< Else as look and view have them: see shows_numbers.
  std::optional<bool> formula{};                      ///< Under the picture; else a page alone has it, beside it.
  std::string title{};  ///< Above the picture; what a file says of itself else is the preset's name.
  bool operator==(const ExportChoices&) const = default;
};

/// Whether the cells of a file's picture have numbers: unless it was chosen, in the oblique look as the view says, and
/// in the others they have.
[[nodiscard]] bool shows_numbers(const View& view, const ExportChoices& choices);

/// The bounds of the numbers.
inline constexpr double least_export_fps = 1;
inline constexpr double most_export_fps = gif_ticks_per_second / min_gif_ticks;
inline constexpr double least_export_seconds = min_gif_ticks / gif_ticks_per_second;
inline constexpr double most_export_seconds = 600;
inline constexpr double most_export_hold = 55;  ///< A GIF's last frame can stay for 655 seconds in all.
inline constexpr double most_film_hours = 24;   ///< A film has ten pictures a second, whatever changes.
inline constexpr double least_export_scale = 0.1;
inline constexpr double most_export_scale = 20;

/// Choices that contradict each other, or the format.
[[nodiscard]] Status check_choices(const ExportChoices& choices, ExportFormat format);

/// A file that is asked for: what it shows is known, and nothing is computed yet.
struct ExportPlan {
  Document document;
  std::filesystem::path path;
  ExportChoices choices;
  AnimationChoice animation;  ///< Without stage and captions.
};

/// Looks at no disk. Fails for steps that the document has not, and for a film without an end.
[[nodiscard]] Result<ExportPlan> plan_export(Document document, const std::filesystem::path& path,
                                             const ExportChoices& choices);

/// How long the animation of a plan lasts, in seconds.
[[nodiscard]] double duration_of(const ExportPlan& plan);

/// The job of a plan whose layer is computed; with `overwrite`, threads and the rest still to be said. Fails where the
/// picture would be too small or too large. A path whose format is unknown is taken for a picture's.
[[nodiscard]] Result<ExportJob> export_job(const ExportPlan& plan, const LayerResult& result);

}  // namespace convscope
