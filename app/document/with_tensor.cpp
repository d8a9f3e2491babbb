#include "app/document/with_tensor.h"

#include <numeric>
#include <utility>

#include "app/document/op_change.h"
#include "app/text/file_errors.h"
#include "app/text/names.h"
#include "app/text/problem_words.h"
#include "app/text/question_errors.h"
#include "app/text/usage_errors.h"
#include "engine/problem.h"

namespace convscope {
namespace {

/// The document on the layer, if it can be computed, no longer its preset.
Result<Document> on_layer(const Document& document, const SizedLayer& sized, std::string_view where) {
  if (const std::vector<Problem> problems = validate(sized); !problems.empty()) {
    return text::in_file(where, text::invalid_layer(problems));
  }
  Document changed = with_layer(document, sized);
  changed.preset.clear();
  return changed;
}

}  // namespace

Result<Document> with_input(const Document& document, Tensor input, std::string_view where) {
  const Shape shape = input.shape();
  if (shape.batch != 1) {
    return text::question_about_a_batch(where, shape.batch);
  }
  SizedLayer sized = document.sized;
  sized.input_size = {shape.height, shape.width};
  edit_parameter(sized, Parameter::in_channels, {}, shape.channels);
  if (!is_pool(sized.layer.op)) {
    sized.layer.groups = std::gcd(sized.layer.groups, shape.channels);
  }
  Result<Document> changed = on_layer(document, sized, where);
  if (!changed) {
    return changed;
  }
  Document result = std::move(changed).value();
  result.input = std::make_shared<const Tensor>(std::move(input));
  return result;
}

Result<Document> with_weight(const Document& document, Tensor weight, std::string_view where) {
  const Shape shape = weight.shape();
  SizedLayer sized = document.sized;
  Layer& layer = sized.layer;
  if (is_pool(layer.op)) {
    return text::in_file(where, text::pool_has_no(text::name(layer.op), "weight"));
  }
  layer.kernel_size = {shape.height, shape.width};
  const bool transposed = layer.op == Op::conv_transpose2d;
  (transposed ? layer.in_channels : layer.out_channels) = shape.batch;
  (transposed ? layer.out_channels : layer.in_channels) = shape.channels * layer.groups;
  Result<Document> changed = on_layer(document, sized, where);
  if (!changed) {
    return changed;
  }
  Document result = std::move(changed).value();
  result.weight = std::make_shared<const Tensor>(std::move(weight));
  return result;
}

Result<Document> with_bias(const Document& document, std::vector<float> bias, std::string_view where) {
  const Layer& layer = document.sized.layer;
  if (is_pool(layer.op)) {
    return text::in_file(where, text::pool_has_no(text::name(layer.op), "bias"));
  }
  if (std::ssize(bias) != layer.out_channels) {
    return text::wrong_bias(where, bias.size(), layer.out_channels);
  }
  Document changed = document;
  changed.preset.clear();
  changed.sized.layer.bias = true;
  changed.bias = std::move(bias);
  return changed;
}

}  // namespace convscope
