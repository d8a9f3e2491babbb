#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace convscope {

/// Whether a byte of a UTF-8 text is a character's first.
[[nodiscard]] constexpr bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// How many characters a UTF-8 text has.
[[nodiscard]] std::int64_t count_characters(std::string_view text);

/// Takes the first code point off a UTF-8 text that is not empty. A byte that is not part of a valid sequence is taken
/// as U+FFFD.
char32_t take_code_point(std::string_view& text);

/// UTF-8 to code points; each byte that is not part of a valid sequence becomes U+FFFD.
[[nodiscard]] std::u32string decode_utf8(std::string_view text);

/// One code point as UTF-8.
[[nodiscard]] std::string encode_utf8(char32_t point);

}  // namespace convscope
