#include "app/cli/export_values.h"

#include <algorithm>
#include <charconv>

#include "app/cli/parse_values.h"
#include "app/export/export.h"
#include "app/text/utf8.h"

namespace convscope {

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

std::optional<std::string> parse_title(std::string_view value) {
  const auto no_text = [](char32_t point) {
    const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029;
    const bool damaged = point == 0xFFFD;  // What decoding gives for bytes that are no UTF-8.
    return control || damaged || point == 0xFFFE || point == 0xFFFF;
  };
  return std::ranges::any_of(decode_utf8(value), no_text) ? std::nullopt : std::optional(std::string(value));
}

std::optional<ProgressStyle> parse_progress(std::string_view value) {
  if (value == "none") {
    return ProgressStyle::none;
  }
  if (value == "terminal") {
    return ProgressStyle::terminal;
  }
  return value == "json" ? std::optional(ProgressStyle::json) : std::nullopt;
}

}  // namespace convscope
