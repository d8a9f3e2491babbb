#include "app/scene/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "engine/padding.h"

namespace convscope {
namespace {

/// Shares of the cell's height: of short numbers, and of the longest ones, which four digits fill the cell with.
constexpr float number_share = 0.45F;
constexpr float longest_number_share = 0.36F;
constexpr float corner_share = 0.26F;
/// Widest digit of the faces that we use, in font sizes (DejaVu Sans).
constexpr float digit_width = 0.64F;
/// Share of a cell's width that its number may take.
constexpr float width_share = 0.92F;
/// Smaller text than this, in pixels at scale 1, is not read; text fades in up to `clear_share` times this.
constexpr float legible_size = 8;
constexpr float legible_corner_size = 7;
constexpr float clear_share = 1.25F;

float length(Vec2 v) { return std::hypot(v.x, v.y); }

float text_opacity(float size, float legible) {
  return std::clamp((size / legible - 1) / (clear_share - 1), 0.0F, 1.0F);
}

float value_at(const ChannelValues& values, std::int64_t row, std::int64_t column) {
  return values.tensor->at({values.batch, values.channel, row, column});
}

/// Of the cell that is copied there, or what padding holds.
float padding_value(const Plane& plane, std::int64_t row, std::int64_t column) {
  const auto y = source_cell(plane.border.mode, row, plane.rows);
  const auto x = source_cell(plane.border.mode, column, plane.columns);
  return y && x && plane.values.tensor ? value_at(plane.values, *y, *x) : plane.border.value;
}

float value_inside(const Plane& plane, std::int64_t row, std::int64_t column) {
  const Size& by = plane.stretch.by;
  if (row % by.height != 0 || column % by.width != 0) {
    return 0;
  }
  const auto other = std::ranges::find_if(
      plane.other_numbers, [&](const CellNumber& number) { return number.row == row && number.column == column; });
  return other != plane.other_numbers.end() ? other->value : value_at(plane.values, row / by.height, column / by.width);
}

/// Room for any float's digits with three decimals.
using Digits = std::array<char, 64>;

std::string_view digits_of(Digits& room, double value, std::chars_format format, int precision) {
  const std::to_chars_result end = std::to_chars(room.data(), room.data() + room.size(), value, format, precision);
  return {room.data(), end.ptr};
}

std::string_view without_trailing_zeros(std::string_view text) {
  if (text.find('.') != std::string_view::npos) {
    text.remove_suffix(text.size() - 1 - text.find_last_not_of('0'));
    if (text.back() == '.') {
      text.remove_suffix(1);
    }
  }
  return text;
}

/// "1e-05" is longer than need be: "1e-5".
std::string with_short_exponent(std::string_view text) {
  const std::size_t exponent = text.find('e');
  if (exponent == std::string_view::npos) {
    return std::string(text);
  }
  std::string_view digits = text.substr(exponent + 1);
  const bool negative = digits.front() == '-';
  digits.remove_prefix(std::min(digits.find_first_not_of("+-0"), digits.size() - 1));
  std::string shortened(text.substr(0, exponent + 1));
  shortened += negative ? "-" : "";
  return shortened += digits;
}

std::string with_minus_signs(std::string_view text) {
  std::string typeset;
  for (const char c : text) {
    if (c == '-') {
      typeset += "\u2212";
    } else {
      typeset += c;
    }
  }
  return typeset;
}

/// With three decimals or as many as fit, where that shows more than a zero; empty: it does not.
std::string_view rounded_text(Digits& room, float value, std::size_t max_characters) {
  constexpr float exact_integers = 1 << 24;
  if (std::abs(value) <= exact_integers && value == std::trunc(value)) {
    const std::to_chars_result end =
        std::to_chars(room.data(), room.data() + room.size(), static_cast<std::int64_t>(value));
    const std::string_view text{room.data(), end.ptr};
    return text.size() <= max_characters ? text : std::string_view{};
  }
  for (int decimals = 3; decimals >= 0; --decimals) {
    const std::string_view text = without_trailing_zeros(digits_of(room, value, std::chars_format::fixed, decimals));
    if (text != "0" && text != "-0" && text.size() <= max_characters) {
      return text;
    }
  }
  return {};
}

}  // namespace

NumberLayout number_layout(const Scene& scene, const Plane& plane) {
  const float width = length(scene.camera.direction(plane.column_step));
  const float height = length(scene.camera.direction(plane.row_step));
  const float side = std::min(width, height);
  NumberLayout layout;
  layout.size = number_share * side;
  layout.text_width = width_share * width;
  layout.corner_size = corner_share * side;
  layout.opacity = plane.numbers ? text_opacity(layout.size, legible_size * scene.content_scale) : 0;
  layout.visible = layout.opacity > 0;
  layout.corner_opacity = text_opacity(layout.corner_size, legible_corner_size * scene.content_scale);
  if (layout.corner_opacity == 0) {
    layout.corner_size = 0;
  }
  layout.max_characters = std::max<std::size_t>(
      1, static_cast<std::size_t>(width_share * width / (digit_width * longest_number_share * side) + 0.01F));
  return layout;
}

std::optional<float> written_value(const Plane& plane, std::int64_t row, std::int64_t column) {
  if (row < 0 || row >= plane.rows || column < 0 || column >= plane.columns) {
    return plane.border.numbers ? std::optional(padding_value(plane, row, column)) : std::nullopt;
  }
  if (!plane.numbers || !plane.values.tensor || row * plane.columns + column >= plane.filled) {
    return std::nullopt;
  }
  const float value = value_inside(plane, row, column);
  return std::isnan(value) && plane.blank_nan ? std::nullopt : std::optional(value);
}

std::string cell_text(float value, std::size_t max_characters) {
  if (std::isnan(value)) {
    return max_characters >= 3 ? "NaN" : "?";
  }
  if (std::isinf(value)) {
    return value > 0 ? "\u221e" : "\u2212\u221e";
  }
  if (value == 0) {
    return "0";
  }
  Digits room{};
  if (const std::string_view rounded = rounded_text(room, value, max_characters); !rounded.empty()) {
    return with_minus_signs(rounded);
  }
  const std::string scientific = with_short_exponent(digits_of(room, value, std::chars_format::scientific, 0));
  return scientific.size() <= max_characters ? with_minus_signs(scientific) : "\u2026";
}

}  // namespace convscope
