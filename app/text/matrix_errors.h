#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "app/text/result.h"

namespace convscope::text {

/// Where a typed or pasted text is wrong, both counted from 1; columns are characters, not bytes.
struct TextPlace {
  std::int64_t line = 1;
  std::int64_t column = 1;
};

/// Why a text is no matrix.
[[nodiscard]] Error matrix_is_empty();
[[nodiscard]] Error matrix_word(TextPlace place, std::string_view word);
[[nodiscard]] Error matrix_number_too_large(TextPlace place, std::string_view word);
[[nodiscard]] Error matrix_left_out(TextPlace place);
[[nodiscard]] Error matrix_bracket_not_closed(TextPlace opened);
[[nodiscard]] Error matrix_bracket_not_opened(TextPlace place);
/// Numbers beside brackets, or brackets that are nested otherwise than their neighbours.
[[nodiscard]] Error matrix_mixed_brackets(TextPlace place);
[[nodiscard]] Error matrix_missing_cell(TextPlace place);
[[nodiscard]] Error matrix_too_deep(TextPlace place, int limit);
/// A row, or another part, that is not as long as the first of its kind.
[[nodiscard]] Error matrix_ragged(TextPlace place, std::int64_t found, std::int64_t expected);
[[nodiscard]] Error matrix_too_long(std::int64_t limit);

/// A matrix that does not fit where it is put: "a matrix of 2 × 3 × 3; the weight takes …".
[[nodiscard]] Error matrix_does_not_fit(const std::vector<std::int64_t>& shape, const Text& expected);
/// What a plane, and a whole tensor, would take.
[[nodiscard]] Text plane_or_tensor(const std::vector<std::int64_t>& tensor);
[[nodiscard]] Text values_of_bias(std::int64_t out_channels);

}  // namespace convscope::text
