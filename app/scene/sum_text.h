#pragma once

#include "app/scene/cell_sum.h"
#include "app/scene/formula.h"
#include "app/text/phrase.h"

namespace convscope {

/// A longer sum is not written out.
inline constexpr std::int64_t max_written_terms = 49;

/// How a step's arithmetic is written, as data. A product's two sides: "3 · 2" and "= 6"; where values are compared or
/// averaged the value alone, "3" and nothing.
[[nodiscard]] MathText factors_text(const CellSum& sum, const Product& product);
[[nodiscard]] MathText product_text(const CellSum& sum, const Product& product);

/// The sum of what is done: "0 + 2 − 1 + bias 1 = 2" of one channel's products, or of the channels' sums where there
/// are more; "max = 3"; "0 + 2 + 1 = 3, 3 / 9 = 0.333". "… = 2" where more is to come. Empty for a stamp.
[[nodiscard]] MathText total_text(text::Language language, const CellSum& sum);

/// "channel 1: 6", or "channel 1: …" before it is begun.
[[nodiscard]] MathText channel_text(text::Language language, const ChannelSum& channel);

}  // namespace convscope
