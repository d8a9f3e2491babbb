#pragma once

#include <string>
#include <vector>

#include "app/compute/layer_result.h"
#include "app/compute/step_values.h"
#include "app/scene/focus.h"
#include "app/scene/formula.h"
#include "app/text/phrase.h"

namespace convscope {

/// One line of a tip: what is said, and in a column of its own the places that it speaks of.
struct TipLine {
  MathText text;
  MathText places;
  bool operator==(const TipLine&) const = default;
};

/// What is said of a cell beside it: its name and its value, what it touches, and the first of the products that it
/// takes part in. When the view flows backward also its gradient, and the products that this is the sum of.
struct CellTip {
  std::vector<TipLine> lines;
  bool operator==(const CellTip&) const = default;
};

/// More products than this are only counted.
inline constexpr std::int64_t max_tip_products = 12;

/// Requires result = compute(document), the document's step values, and a focus of the document.
[[nodiscard]] CellTip cell_tip(text::Language language, const Document& document, const LayerResult& result,
                               const StepValues& values, const Focus& focus);

/// The line's plain text, its places after two spaces.
[[nodiscard]] std::string plain_text(const TipLine& line);

}  // namespace convscope
