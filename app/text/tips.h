#pragma once

#include <cstdint>
#include <string>

#include "app/text/axis_order.h"
#include "app/text/phrase.h"
#include "engine/tensor.h"

namespace convscope::text::tip {

/// The words of the tip beside a cell. Names of cells are those of code, the same in every language.
[[nodiscard]] std::string input_cell(AxisOrder order, const Index& cell);
[[nodiscard]] std::string padding_cell(AxisOrder order, const Index& cell);
[[nodiscard]] std::string output_cell(AxisOrder order, const Index& cell);
/// "bias[0]"
[[nodiscard]] std::string bias(std::int64_t channel);

/// Of an empty cell between the input's.
[[nodiscard]] std::string gap_reason(Language language, std::int64_t stride);

/// How an output comes about.
[[nodiscard]] std::string sum_of(Language language, std::int64_t products);
[[nodiscard]] std::string largest_of(Language language, std::int64_t values);
[[nodiscard]] std::string mean_of(Language language, std::int64_t values);

/// What a cell or a weight reaches.
[[nodiscard]] std::string reaches(Language language, std::int64_t outputs, std::int64_t weights);
[[nodiscard]] std::string read_by(Language language, std::int64_t outputs);
[[nodiscard]] std::string used_in(Language language, std::int64_t outputs);

/// "… and 97 more"
[[nodiscard]] std::string and_more(Language language, std::int64_t count);

/// "∂ sum / ∂ " or "∂ cell / ∂ ", before a cell's name.
[[nodiscard]] std::string gradient(Language language, bool of_sum);

}  // namespace convscope::text::tip
