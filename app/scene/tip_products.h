#pragma once

#include <cstdint>
#include <vector>

#include "app/scene/cell_tip.h"

namespace convscope {

/// What a tip is about.
struct TipParts {
  text::Language language = text::Language::english;
  const Document& document;
  const LayerResult& result;
  const StepValues& values;
  const Focus& focus;
  [[nodiscard]] const Layer& layer() const { return document.sized.layer; }
};

/// A tap with both of its ends.
struct SeenTap {
  Index output;
  Tap tap;
  std::int64_t in_channel = 0;
};

/// The first max_tip_products of a product's taps, in their order.
[[nodiscard]] std::vector<SeenTap> first_taps(const UseProduct& uses);

/// What the tap adds to its output.
[[nodiscard]] MathText product(const TipParts& tip, const SeenTap& seen);
/// What flows back through the tap.
[[nodiscard]] MathText gradient_product(const TipParts& tip, const SeenTap& seen);
/// The ends of the tap other than the cell itself.
[[nodiscard]] MathText places(const TipParts& tip, const SeenTap& seen);

}  // namespace convscope
