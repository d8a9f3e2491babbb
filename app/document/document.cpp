#include "app/document/document.h"

#include <algorithm>
#include <utility>

#include "app/document/same_bits.h"
#include "app/document/sample_values.h"
#include "engine/forward.h"

namespace convscope {
namespace {

std::shared_ptr<const Tensor> resized(const std::shared_ptr<const Tensor>& old, const Shape& shape,
                                      Tensor (*sample)(const Shape&, const Tensor& kept)) {
  if (old && old->shape() == shape) {
    return old;
  }
  if (element_count(shape) == 0) {
    return std::make_shared<const Tensor>();  // A pool's weight.
  }
  static const Tensor none;
  return std::make_shared<const Tensor>(sample(shape, old ? *old : none));
}

std::vector<float> resized_bias(const std::vector<float>& old, std::int64_t out_channels) {
  std::vector<float> bias = sample_bias(out_channels);
  std::copy_n(old.begin(), std::min(old.size(), bias.size()), bias.begin());
  return bias;
}

bool same(const std::shared_ptr<const Tensor>& a, const std::shared_ptr<const Tensor>& b) {
  return a == b || (a && b && a->shape() == b->shape() && same_bits(a->values(), b->values()));
}

bool same_by_glance(const std::shared_ptr<const Tensor>& a, const std::shared_ptr<const Tensor>& b) {
  return a == b || (a && a->values().size() <= glance_values && same(a, b));
}

bool same_but_tensors(const Document& a, const Document& b) {
  return a.preset == b.preset && a.sized == b.sized && a.view == b.view && a.bias == b.bias && a.chain == b.chain;
}

}  // namespace

bool operator==(const Document& a, const Document& b) {
  return same_but_tensors(a, b) && same(a.input, b.input) && same(a.weight, b.weight);
}

bool is_same(const Document& a, const Document& b) {
  return same_but_tensors(a, b) && a.input == b.input && a.weight == b.weight;
}

bool is_equal_by_glance(const Document& a, const Document& b) {
  return same_but_tensors(a, b) && same_by_glance(a.input, b.input) && same_by_glance(a.weight, b.weight);
}

Document make_document(const Preset& preset, const View& view) {
  Document document;
  document.view = view;
  document.view.input_channel = 0;
  document.view.numbers_when_oblique = preset.input.has_value();
  if (preset.input) {
    document.input = std::make_shared<const Tensor>(*preset.input);
  }
  if (preset.weight) {
    document.weight = std::make_shared<const Tensor>(*preset.weight);
  }
  document.bias = preset.bias;
  document = with_layer(document, preset.sized);
  document.preset = preset.name;
  return document;
}

Document with_layer(const Document& document, const SizedLayer& sized) {
  Document changed = document;
  changed.preset = document.sized == sized ? document.preset : "";
  changed.sized = sized;
  changed.input = resized(document.input, input_shape(sized), sample_input);
  const bool had_weight = document.weight && !document.weight->values().empty();
  changed.weight_aside = had_weight ? document.weight : document.weight_aside;
  changed.weight = resized(changed.weight_aside, weight_shape(sized.layer), sample_weight);
  changed.bias = resized_bias(document.bias, sized.layer.out_channels);
  return changed;
}

bool is_stamping(const Document& document) {
  return document.sized.layer.op == Op::conv_transpose2d && document.view.flow == Flow::forward &&
         document.view.transposed == TransposedForm::stamping;
}

std::span<const float> active_bias(const Document& document) {
  return has_bias(document.sized.layer) ? std::span<const float>(document.bias) : std::span<const float>();
}

}  // namespace convscope
