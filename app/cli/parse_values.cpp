#include "app/cli/parse_values.h"

#include <charconv>
#include <vector>

namespace convscope {

std::optional<std::vector<std::int64_t>> parse_integers(std::string_view text, char separator) {
  std::vector<std::int64_t> numbers;
  while (true) {
    const std::size_t end = text.find(separator);
    const std::optional<std::int64_t> number = parse_integer(text.substr(0, end));
    if (!number) {
      return std::nullopt;
    }
    numbers.push_back(*number);
    if (end == std::string_view::npos) {
      return numbers;
    }
    text.remove_prefix(end + 1);
  }
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  std::int64_t number = 0;
  const char* last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, number);
  if (error != std::errc{} || end != last) {
    return std::nullopt;
  }
  return number;
}

std::optional<Size> parse_size(std::string_view text) {
  const auto numbers = parse_integers(text, 'x');
  if (!numbers || numbers->size() > 2) {
    return std::nullopt;
  }
  return Size{numbers->front(), numbers->back()};
}

std::optional<bool> parse_flag(std::string_view text) {
  if (text == "true" || text == "True") {
    return true;
  }
  if (text == "false" || text == "False") {
    return false;
  }
  return std::nullopt;
}

std::optional<ParsedPadding> parse_padding(std::string_view text) {
  if (text == "same") {
    return ParsedPadding{PaddingRule::same, {}};
  }
  if (text == "valid") {
    return ParsedPadding{PaddingRule::valid, {}};
  }
  if (const std::optional<Size> size = parse_size(text)) {
    return ParsedPadding{PaddingRule::amounts, {size->height, size->height, size->width, size->width}};
  }
  const auto sides = parse_integers(text, ',');
  if (!sides || sides->size() != 4) {
    return std::nullopt;
  }
  return ParsedPadding{PaddingRule::amounts, {(*sides)[0], (*sides)[1], (*sides)[2], (*sides)[3]}};
}

}  // namespace convscope
