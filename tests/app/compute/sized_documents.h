#pragma once

#include "app/document/document.h"

namespace convscope {

/// Samples through a 3 × 3 kernel: 9 · side² multiply-accumulates for each pair of channels.
inline Document document_of_side(std::int64_t side, std::int64_t out_channels = 1) {
  Preset preset;
  preset.sized.input_size = {side, side};
  preset.sized.layer.padding = {1, 1, 1, 1};
  preset.sized.layer.out_channels = out_channels;
  return make_document(preset);
}

/// The same with another value in its first cell.
inline Document with_first_value(const Document& document, float value) {
  Document changed = document;
  Tensor input = *document.input;
  input.at({0, 0, 0, 0}) = value;
  changed.input = std::make_shared<const Tensor>(std::move(input));
  return changed;
}

inline constexpr std::int64_t large_side = 600;  ///< 3 million: more than is computed at once.
inline constexpr std::int64_t small_side = 8;

}  // namespace convscope
