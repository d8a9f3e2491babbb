#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/export/choices.h"
#include "app/scene/geometry.h"

namespace convscope {

/// The values of `export`'s flags. Each reads a whole text or gives nothing.

/// "1280x720", width first, each side from min_export_side to max_export_side.
[[nodiscard]] std::optional<Vec2> parse_pixels(std::string_view value);

/// A decimal number within the bounds.
[[nodiscard]] std::optional<double> parse_number(std::string_view value, double least, double most);

/// "3-5", "3"
[[nodiscard]] std::optional<StepRange> parse_steps(std::string_view value);

/// "transparent", "#rrggbb"
[[nodiscard]] std::optional<Background> parse_background(std::string_view value);

/// One line of text that every format can hold: UTF-8 without control characters.
[[nodiscard]] std::optional<std::string> parse_title(std::string_view value);

/// Where progress is shown: nowhere, on a terminal as a line that changes, or as lines of JSON.
enum class ProgressStyle { none, terminal, json };
/// "none", "terminal", "json"
[[nodiscard]] std::optional<ProgressStyle> parse_progress(std::string_view value);

}  // namespace convscope
