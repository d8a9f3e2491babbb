#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/document/document.h"
#include "app/timeline/moment.h"
#include "engine/taps.h"

namespace convscope {

/// One product of the current step: which tap, and its numbers.
struct Product {
  Tap tap;
  TapValue value;
  bool done = true;  ///< Whether it is in the sum already.
  Index output;      ///< Where it goes: to the step's cell, or where a stamp puts it.

  /// Without the rounding of a float product, as the engine sums it.
  [[nodiscard]] double exact() const { return static_cast<double>(value.value) * value.weight; }
};

struct ChannelSum {
  std::int64_t channel = 0;  ///< Of the input.
  double sum = 0;            ///< Of the products that are done.
  bool begun = true;         ///< Whether one of them is.
};

/// Of more products in a channel none is listed.
inline constexpr std::int64_t max_listed_products = 1024;

/// What becomes of a step's products: their sum, the largest, their mean; or a stamp, where each goes to an output cell
/// of its own.
enum class SumKind { sum, maximum, mean, stamp };

/// How an output cell's value comes about, or what an input cell stamps.
struct CellSum {
  SumKind kind = SumKind::sum;
  Index cell;                      ///< The output cell; the input cell of a stamp.
  std::int64_t front_channel = 0;  ///< The input channel whose products are listed.
  std::int64_t out_channel = 0;
  std::int64_t columns = 1;            ///< Products in a row of the list.
  std::int64_t product_count = 0;      ///< Of the front channel (and out_channel).
  std::vector<Product> products;       ///< These, in the order of `taps`; none where there are too many.
  std::vector<ChannelSum> channels;    ///< All channels of the group; none of a stamp.
  std::optional<std::size_t> current;  ///< With Pace::tap: the product that has been added last.
  std::optional<std::size_t> winner;   ///< Of a maximum: which product it is.
  bool complete = true;                ///< Whether nothing more is to come.
  double value_sum = 0;                ///< Of a mean: the values that are done.
  bool has_bias = false;
  float bias = 0;
  float total = 0;  ///< Of the parts that are done; the bias comes with the last one.
};

/// Requires a moment of the document's schedule.
[[nodiscard]] CellSum cell_sum(const Document& document, const Moment& moment);

/// Keeps the newest one and makes another only when what it is made of changes.
class CurrentCellSum {
 public:
  [[nodiscard]] const CellSum& of(const Document& document, const Moment& moment);

 private:
  std::optional<CellSum> sum_;
  Document document_;
  Moment moment_;
};

/// Its total alone. Not for a stamp.
[[nodiscard]] double partial_sum(const Document& document, const Moment& moment);

/// A number for formulas: as many digits as are needed to read it, at most six significant; "−" as U+2212.
[[nodiscard]] std::string formula_number(double value);

}  // namespace convscope
