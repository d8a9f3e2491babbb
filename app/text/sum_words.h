#pragma once

#include <cstdint>
#include <string>

#include "app/text/axis_order.h"
#include "app/text/phrase.h"
#include "engine/tensor.h"

namespace convscope::text {

/// What is said beside the numbers of a step. Names of cells and "max" are those of code.
inline constexpr const char* maximum = "max";

/// "out[0, 1, 1]"
[[nodiscard]] std::string output_cell(AxisOrder order, const Index& cell);
/// "in[0, 1, 1]"
[[nodiscard]] std::string input_cell(AxisOrder order, const Index& cell);
/// Where a product goes: "→ [1, 2]", row and column.
[[nodiscard]] std::string lands_on(const Index& output);
/// "channel 1: "
[[nodiscard]] std::string channel_sum(Language language, std::int64_t channel);
/// "Its value 3 times each weight is added to output channel 0:"
[[nodiscard]] std::string stamps(Language language, const std::string& value, std::int64_t out_channel);
/// More numbers than are listed.
[[nodiscard]] std::string too_many_products(Language language, std::int64_t products);
/// Channels whose sums are not listed: "and 12 more channels"
[[nodiscard]] std::string more_channels(Language language, std::int64_t channels);

/// The gradient of the sum of all outputs: "Input cells get from −3 to 12."
[[nodiscard]] std::string input_gets(Language language, const std::string& lowest, const std::string& highest);
/// "The weights from input channel 1 to output channel 0 get:"
[[nodiscard]] std::string weights_get(Language language, std::int64_t in_channel, std::int64_t out_channel);
/// "The bias gets 9, 1 from each output cell of its channel."
[[nodiscard]] std::string bias_gets(Language language, std::int64_t cells);

}  // namespace convscope::text
