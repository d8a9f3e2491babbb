#include "app/document/parse_matrix.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "app/document/matrix_text.h"
#include "app/text/utf8.h"

namespace convscope {
namespace {

constexpr std::string_view minus_sign = "\u2212";
constexpr std::string_view byte_order_mark = "\uFEFF";

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_'; }

/// What stands in "array(…)" or "np.array(…", from the first bracket on; the part itself without such words.
std::string_view inside_call(std::string_view part) {
  const auto* const name_end = std::ranges::find_if_not(part, is_name);
  if (name_end == part.begin() || name_end == part.end() || *name_end != '(') {
    return part;
  }
  const std::string_view inside = trimmed({name_end + 1, part.end()});
  const std::size_t last = inside.find_last_of(']');
  return inside.starts_with('[') && last != std::string_view::npos ? inside.substr(0, last + 1) : part;
}

/// "[1 2; 3 4]" without its brackets, or an empty view where it is not of that kind.
std::string_view inside_matlab(std::string_view part) {
  const bool one_level = part.size() >= 2 && part.front() == '[' && part.back() == ']' &&
                         std::ranges::count(part, '[') == 1 && std::ranges::count(part, ']') == 1;
  return one_level && part.find(';') != std::string_view::npos ? part.substr(1, part.size() - 2) : std::string_view();
}

/// As from_chars reads a number.
std::string plain_number(std::string_view word, bool decimal_comma) {
  std::string plain(word);
  if (word.starts_with(minus_sign)) {
    plain.replace(0, minus_sign.size(), 1, '-');
  } else if (word.starts_with('+')) {
    plain.erase(0, 1);
  }
  if (decimal_comma) {
    std::ranges::replace(plain, ',', '.');
  }
  return plain;
}

}  // namespace

text::TextPlace place_of(std::string_view whole, const char* at) {
  const std::string_view before = whole.substr(0, static_cast<std::size_t>(at - whole.data()));
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0.
  return {1 + std::ranges::count(before, '\n'), 1 + count_characters(before.substr(line_start))};
}

std::string_view trimmed(std::string_view part) {
  while (!part.empty() && is_blank(part.front())) {
    part.remove_prefix(1);
  }
  while (!part.empty() && is_blank(part.back())) {
    part.remove_suffix(1);
  }
  return part;
}

Result<float> read_number(std::string_view whole, std::string_view word, bool decimal_comma) {
  if (word == "True" || word == "False") {
    return word == "True" ? 1.0F : 0.0F;
  }
  const text::TextPlace place = place_of(whole, word.data());
  if (word == "..." || word == "\u2026") {
    return text::matrix_left_out(place);
  }
  const std::string plain = plain_number(word, decimal_comma);
  double value = 0;
  const char* const end = plain.data() + plain.size();
  const auto [stop, problem] = std::from_chars(plain.data(), end, value);
  if (stop != end || problem == std::errc::invalid_argument) {
    return text::matrix_word(place, word);
  }
  const bool small = plain.find("e-") != std::string::npos || plain.find("E-") != std::string::npos;
  if (problem == std::errc::result_out_of_range) {
    value = small ? 0 : std::numeric_limits<double>::max();
  }
  constexpr double rounds_to_infinity = 0x1.ffffffp+127;  // Half a step above the largest float32.
  if (std::isfinite(value) && std::abs(value) >= rounds_to_infinity) {
    return text::matrix_number_too_large(place, word);
  }
  return static_cast<float>(value);
}

Result<ParsedMatrix> parse_matrix(std::string_view text) {
  std::string_view part = text;
  if (part.starts_with(byte_order_mark)) {
    part.remove_prefix(byte_order_mark.size());
  }
  part = inside_call(trimmed(part));
  if (const std::string_view rows = inside_matlab(part); !rows.empty()) {
    return parse_lines(text, rows);
  }
  const bool brackets = part.find_first_of("[]") != std::string_view::npos;
  return brackets ? parse_brackets(text, part) : parse_lines(text, part);
}

}  // namespace convscope
