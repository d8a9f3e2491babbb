#include "app/scene/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

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
/// Smaller text than this, in pixels at scale 1, is not read.
constexpr float legible_size = 8;
constexpr float legible_corner_size = 7;

float length(Vec2 v) { return std::hypot(v.x, v.y); }

/// Characters, not bytes: continuation bytes of UTF-8 do not count.
std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string printed(const char* format, int precision, double value) {
  std::array<char, 400> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), format, precision, value);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string without_trailing_zeros(std::string text) {
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
      text.pop_back();
    }
  }
  return text;
}

/// "1e-05" is longer than need be: "1e-5".
std::string with_short_exponent(std::string text) {
  const std::size_t exponent = text.find('e');
  if (exponent == std::string::npos) {
    return text;
  }
  std::size_t digits = exponent + 1;
  if (text[digits] == '+') {
    text.erase(digits, 1);
  } else {
    ++digits;
  }
  while (digits + 1 < text.size() && text[digits] == '0') {
    text.erase(digits, 1);
  }
  return text;
}

std::string with_minus_signs(const std::string& text) {
  std::string typeset;
  for (const char c : text) {
    typeset += c == '-' ? std::string("\u2212") : std::string(1, c);
  }
  return typeset;
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
  layout.visible = plane.numbers && layout.size >= legible_size * scene.content_scale;
  if (layout.corner_size < legible_corner_size * scene.content_scale) {
    layout.corner_size = 0;
  }
  layout.max_characters = std::max<std::size_t>(
      1, static_cast<std::size_t>(width_share * width / (digit_width * longest_number_share * side) + 0.01F));
  return layout;
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
  const double exact = value;
  for (int decimals = 3; decimals >= 0; --decimals) {
    const std::string text = without_trailing_zeros(printed("%.*f", decimals, exact));
    const bool shows_something = text != "0" && text != "-0";
    if (shows_something && character_count(text) <= max_characters) {
      return with_minus_signs(text);
    }
  }
  const std::string scientific = with_short_exponent(printed("%.*e", 0, exact));
  return scientific.size() <= max_characters ? with_minus_signs(scientific) : "\u2026";
}

}  // namespace convscope
