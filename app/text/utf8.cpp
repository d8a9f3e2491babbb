#include "app/text/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace convscope {

std::int64_t count_characters(std::string_view text) { return std::ranges::count_if(text, starts_character); }

char32_t take_code_point(std::string_view& text) {
  constexpr char32_t replacement = 0xFFFD;
  struct Form {
    unsigned mask, lead;
    std::size_t length;
    char32_t smallest;
  };
  constexpr std::array<Form, 4> forms{
      {{0x80, 0x00, 1, 0}, {0xE0, 0xC0, 2, 0x80}, {0xF0, 0xE0, 3, 0x800}, {0xF8, 0xF0, 4, 0x10000}}};

  const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto take = [&text](char32_t point, std::size_t length) {
    text.remove_prefix(length);
    return point;
  };
  for (const Form& form : forms) {
    if ((byte(0) & form.mask) != form.lead || form.length > text.size()) {
      continue;
    }
    char32_t point = byte(0) & ~form.mask;
    for (std::size_t i = 1; i < form.length; ++i) {
      if ((byte(i) & 0xC0U) != 0x80U) {
        return take(replacement, 1);
      }
      point = point << 6 | (byte(i) & 0x3FU);
    }
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    const bool valid = point >= form.smallest && point <= 0x10FFFF && !surrogate;
    return valid ? take(point, form.length) : take(replacement, 1);
  }
  return take(replacement, 1);
}

std::u32string decode_utf8(std::string_view text) {
  std::u32string points;
  while (!text.empty()) {
    points.push_back(take_code_point(text));
  }
  return points;
}

std::string encode_utf8(char32_t point) {
  const auto following = [&](unsigned shift) { return static_cast<char>(0x80U | (point >> shift & 0x3fU)); };
  if (point < 0x80) {
    return {static_cast<char>(point)};
  }
  if (point < 0x800) {
    return {static_cast<char>(0xc0U | point >> 6), following(0)};
  }
  if (point < 0x10000) {
    return {static_cast<char>(0xe0U | point >> 12), following(6), following(0)};
  }
  return {static_cast<char>(0xf0U | point >> 18), following(12), following(6), following(0)};
}

}  // namespace convscope
