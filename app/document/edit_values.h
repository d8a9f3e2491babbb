#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "app/document/document.h"
#include "app/document/fills.h"
#include "app/document/tensor_edits.h"

namespace convscope {

/// The values of a document that can be edited.
enum class ValueTarget { input, weight, bias };

/// All values of a target, or those of one filter (the first place of a weight), one channel, or one channel of one
/// filter. Of an input and a bias, `filter` stays empty; a bias's places are its channels.
struct ValuePart {
  ValueTarget target = ValueTarget::input;
  std::optional<std::int64_t> filter{};
  std::optional<std::int64_t> channel{};
  bool operator==(const ValuePart&) const = default;
};

/// A bias's value is at (0, channel, 0, 0).
using CellEdit = TensorEdit;

/// The shape of a target's values: input_shape, weight_shape, and (1, out_channels, 1, 1) of a bias.
[[nodiscard]] Shape value_shape(const Document& document, ValueTarget target);

/// Whether the target has a value at the place: one that was edited may be gone with the layer.
[[nodiscard]] bool has_place(const Document& document, ValueTarget target, const Index& place);

/// One value. Requires a place within the shape.
[[nodiscard]] float value_at(const Document& document, ValueTarget target, const Index& place);

/// The document with other values; each edit makes it no longer its preset. Places lie within the shape, and tensors
/// have it. What a part does not cover stays.
/// `input_edits`: what makes one edit of a large input after the other cheap.
[[nodiscard]] Document with_cells(const Document& document, ValueTarget target, std::span<const CellEdit> edits);
[[nodiscard]] Document with_cells(const Document& document, ValueTarget target, std::span<const CellEdit> edits,
                                  TensorEdits& input_edits);
[[nodiscard]] Document with_values(const Document& document, const ValuePart& part, const Tensor& values);
[[nodiscard]] Document with_fill(const Document& document, const ValuePart& part, const Fill& fill);

}  // namespace convscope
