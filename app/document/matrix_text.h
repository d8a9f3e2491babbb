#pragma once

#include <cstddef>
#include <string_view>

#include "app/document/parse_matrix.h"
#include "app/text/matrix_errors.h"
#include "app/text/result.h"

namespace convscope {

/// The pieces of parse_matrix. Inside app/document only. Parts of the text are views into the whole, so that errors can
/// say where they lie.

/// The line and column of a place in the whole text.
[[nodiscard]] text::TextPlace place_of(std::string_view whole, const char* at);

[[nodiscard]] constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
[[nodiscard]] std::string_view trimmed(std::string_view part);

/// A word as a number; with decimal_comma, "1,5" is 1.5.
[[nodiscard]] Result<float> read_number(std::string_view whole, std::string_view word, bool decimal_comma);

/// The text without brackets, and the one with them: `part` lies in `whole`.
[[nodiscard]] Result<ParsedMatrix> parse_lines(std::string_view whole, std::string_view part);
[[nodiscard]] Result<ParsedMatrix> parse_brackets(std::string_view whole, std::string_view part);

}  // namespace convscope
