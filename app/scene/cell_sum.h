#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/document/document.h"
#include "engine/taps.h"

namespace convscope {

/// One product of the current cell: which tap, and its numbers.
struct Product {
  Tap tap;
  TapValue value;
};

struct ChannelSum {
  std::int64_t channel = 0;  ///< Of the input.
  double sum = 0;
};

/// How an output cell's value comes about.
struct CellSum {
  Index output;
  std::int64_t front_channel = 0;    ///< The input channel whose products are listed.
  std::vector<Product> products;     ///< kH·kW of the front channel, row-major.
  std::vector<ChannelSum> channels;  ///< All channels of the group.
  bool has_bias = false;
  float bias = 0;
  float total = 0;  ///< The output cell's value.
};

/// Requires a step within the document's steps.
[[nodiscard]] CellSum cell_sum(const Document& document, std::int64_t step);

/// A number for formulas: as many digits as are needed to read it, at most six significant; "−" as U+2212.
[[nodiscard]] std::string formula_number(double value);

}  // namespace convscope
