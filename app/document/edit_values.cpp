#include "app/document/edit_values.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/document/same_bits.h"
#include "engine/check.h"
#include "engine/forward.h"

namespace convscope {
namespace {

/// A copy of a target's values as a tensor.
Tensor values_of(const Document& document, ValueTarget target) {
  switch (target) {
    case ValueTarget::input:
      return *document.input;
    case ValueTarget::weight:
      return *document.weight;
    case ValueTarget::bias:
      break;
  }
  return {value_shape(document, target), document.bias};
}

/// Equal values are the same tensor: nothing has changed.
std::shared_ptr<const Tensor> kept_if_equal(const std::shared_ptr<const Tensor>& before, Tensor values) {
  const bool equal = before->shape() == values.shape() && same_bits(before->values(), values.values());
  return equal ? before : std::make_shared<const Tensor>(std::move(values));
}

Document with_tensor(const Document& document, ValueTarget target, Tensor values) {
  Document changed = document;
  changed.preset.clear();
  switch (target) {
    case ValueTarget::input:
      changed.input = kept_if_equal(document.input, std::move(values));
      break;
    case ValueTarget::weight:
      changed.weight = kept_if_equal(document.weight, std::move(values));
      break;
    case ValueTarget::bias:
      changed.bias.assign(values.values().begin(), values.values().end());
      break;
  }
  return changed;
}

bool covers(const ValuePart& part, std::int64_t filter, std::int64_t channel) {
  return part.filter.value_or(filter) == filter && part.channel.value_or(channel) == channel;
}

}  // namespace

Shape value_shape(const Document& document, ValueTarget target) {
  switch (target) {
    case ValueTarget::input:
      return input_shape(document.sized);
    case ValueTarget::weight:
      return weight_shape(document.sized.layer);
    case ValueTarget::bias:
      break;
  }
  return {1, document.sized.layer.out_channels, 1, 1};
}

bool has_place(const Document& document, ValueTarget target, const Index& place) {
  const Shape shape = value_shape(document, target);
  return std::min({place.batch, place.channel, place.y, place.x}) >= 0 && place.batch < shape.batch &&
         place.channel < shape.channels && place.y < shape.height && place.x < shape.width;
}

float value_at(const Document& document, ValueTarget target, const Index& place) {
  CHECK_EQ(has_place(document, target, place), true);
  return target == ValueTarget::input    ? document.input->at(place)
         : target == ValueTarget::weight ? document.weight->at(place)
                                         : document.bias[static_cast<std::size_t>(place.channel)];
}

Document with_cells(const Document& document, ValueTarget target, std::span<const CellEdit> edits) {
  Tensor values = values_of(document, target);
  for (const CellEdit& edit : edits) {
    CHECK_EQ(has_place(document, target, edit.place), true);
    values.at(edit.place) = edit.value;
  }
  return with_tensor(document, target, std::move(values));
}

Document with_cells(const Document& document, ValueTarget target, std::span<const CellEdit> edits,
                    TensorEdits& input_edits) {
  if (target != ValueTarget::input) {
    return with_cells(document, target, edits);
  }
  for (const CellEdit& edit : edits) {
    CHECK_EQ(has_place(document, target, edit.place), true);
  }
  Document changed = document;
  changed.preset.clear();
  changed.input = input_edits.edited(document.input, edits);
  return changed;
}

Document with_values(const Document& document, const ValuePart& part, const Tensor& values) {
  Tensor merged = values_of(document, part.target);
  const Shape& shape = merged.shape();
  CHECK_EQ(values.shape() == shape, true);
  for (std::int64_t n = 0; n < shape.batch; ++n) {
    for (std::int64_t c = 0; c < shape.channels; ++c) {
      if (covers(part, n, c)) {
        const auto first = (n * shape.channels + c) * shape.height * shape.width;
        std::ranges::copy(values.channel(n, c), merged.values().begin() + first);
      }
    }
  }
  return with_tensor(document, part.target, std::move(merged));
}

Document with_fill(const Document& document, const ValuePart& part, const Fill& fill) {
  return with_values(document, part, filled(value_shape(document, part.target), fill));
}

}  // namespace convscope
