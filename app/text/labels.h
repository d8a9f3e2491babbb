#pragma once

#include <cstdint>
#include <string>

#include "app/text/phrase.h"
#include "engine/size.h"

namespace convscope::text {

/// The names of the picture's parts.
[[nodiscard]] std::string input(Language language);
[[nodiscard]] std::string kernel(Language language);
[[nodiscard]] std::string output(Language language);
/// What a step takes out of the input.
[[nodiscard]] std::string kernel_window(Language language);
/// The same where gradients are shown: of one output cell, or of the sum of all.
[[nodiscard]] std::string input_gradient(Language language, bool of_sum);
[[nodiscard]] std::string kernel_gradient(Language language, bool of_sum);
[[nodiscard]] std::string output_gradient(Language language, bool of_sum);
/// "∂ input": the same where there is little room.
[[nodiscard]] std::string short_gradient(const std::string& name);

/// "(9, 25)"
[[nodiscard]] std::string matrix_shape(std::int64_t rows, std::int64_t columns);
/// "channel 0 of 3"; "1 channel", where there is no other.
[[nodiscard]] std::string channel(Language language, std::int64_t channel, std::int64_t channels);
/// "filter 0 of 2"; "1 filter".
[[nodiscard]] std::string filter(Language language, std::int64_t filter, std::int64_t filters);
/// "group 0 of 4"
[[nodiscard]] std::string group(Language language, std::int64_t group, std::int64_t groups);
/// "+ 12 more": filters that are not drawn.
[[nodiscard]] std::string more(Language language, std::int64_t count);
/// "… 512 channels": more than are drawn.
[[nodiscard]] std::string channels_in_all(Language language, std::int64_t channels);
/// Between a window and the filter that it is multiplied with, cell by cell.
[[nodiscard]] std::string times();
/// "padded to 9 × 9"
[[nodiscard]] std::string padded_to(Language language, const Size& size);
/// "stretched and padded to 9 × 9": the input of a transposed layer, with empty cells between its own.
[[nodiscard]] std::string stretched_to(Language language, const Size& size);
/// "1 row and 2 columns are never read"; not for 0 and 0.
[[nodiscard]] std::string never_read(Language language, std::int64_t rows, std::int64_t columns);
/// What lies around the output of a transposed layer that stamps.
[[nodiscard]] std::string padding_crops(Language language);
/// "spans 5 × 5"
[[nodiscard]] std::string spans(Language language, const Size& size);

/// What colours by coverage count.
[[nodiscard]] std::string times_read(Language language);
[[nodiscard]] std::string times_written(Language language);

/// The matrix beside the grids, and what of it makes the current output.
[[nodiscard]] std::string im2col_matrix();
[[nodiscard]] std::string sparse_matrix(Language language);
[[nodiscard]] std::string matrix_row(Language language, std::int64_t row);
[[nodiscard]] std::string matrix_lit_row(Language language, std::int64_t row);
[[nodiscard]] std::string matrix_column(Language language, std::int64_t column);
[[nodiscard]] std::string matrix_too_large(Language language);
[[nodiscard]] std::string matrix_not_linear(Language language);

}  // namespace convscope::text
