#include "app/compute/step_values.h"

#include <utility>

#include "engine/forward.h"
#include "engine/gradient.h"
#include "engine/stamp.h"
#include "engine/taps.h"
#include "engine/uses.h"

namespace convscope {
namespace {

Tensor stamps_before(const Document& document, std::int64_t step) {
  return stamped_output(document.sized.layer, *document.input, *document.weight, active_bias(document), step);
}

/// Adds the parts of the current stamp: all of it, or its first products.
void add_parts(const Document& document, const Progress& progress, Tensor& output) {
  const Index cell = input_of_stamp(document.sized, progress.step);
  if (progress.part + 1 >= progress.parts) {
    add_stamp(document.sized.layer, *document.input, *document.weight, cell, output);
    return;
  }
  const std::vector<Use> uses = list_uses(uses_of_input(document.sized, cell));
  const std::size_t done =
      uses.size() * static_cast<std::size_t>(progress.part + 1) / static_cast<std::size_t>(progress.parts);
  for (std::size_t i = 0; i < done; ++i) {
    output.at(uses[i].output) += document.input->at(cell) * document.weight->at(*uses[i].weight);
  }
}

StepValues gradients_of_cell(const Document& document, const LayerResult& result, const Progress& progress) {
  const Index cell = output_of_step(document.sized, progress.step);
  Gradients gradients = gradients_of_output(document.sized.layer, *document.input, *document.weight, cell);
  Tensor one(result.output->shape());
  one.at(cell) = 1;
  return {shown(std::move(gradients.input)), shown(std::move(gradients.weight)), shown(std::move(one))};
}

}  // namespace

StepValues forward_values(const Document& document, const LayerResult& result) {
  return {{document.input, result.input_range},
          {document.weight, result.weight_range},
          {result.output, result.output_range}};
}

bool same_steps(const Document& a, const Document& b) {
  return a.sized == b.sized && a.input == b.input && a.weight == b.weight && a.bias == b.bias &&
         a.view.flow == b.view.flow && a.view.coloring == b.view.coloring && a.view.transposed == b.view.transposed &&
         a.view.matrix == b.view.matrix;
}

StepValues step_values(const Document& document, const LayerResult& result, const Progress& progress) {
  switch (document.view.flow) {
    case Flow::gradient_of_cell:
      return gradients_of_cell(document, result, progress);
    case Flow::gradient_of_sum:
      return {result.input_gradient, result.weight_gradient, result.output_gradient};
    case Flow::forward:
      break;
  }
  StepValues values = forward_values(document, result);
  if (is_stamping(document)) {
    Tensor output = stamps_before(document, progress.step);
    add_parts(document, progress, output);
    values.output.values = std::make_shared<const Tensor>(std::move(output));
  }
  return values;
}

const StepValues& CurrentStep::of(const Document& document, const LayerResult& result, const Progress& progress,
                                  const std::stop_token& stop) {
  const bool same = output_ == result.output && output_ && same_steps(computed_, document);
  if (same && complete_ && (progress == progress_ || !follows_step(document))) {
    return values_;
  }
  if (!same) {
    computed_ = document;
    output_ = result.output;
    stamped_ = {};
  }
  complete_ = true;
  if (is_stamping(document)) {
    complete_ = stamp(document, result, progress, stop);
  } else {
    values_ = step_values(document, result, progress);
  }
  progress_ = progress;
  return values_;
}

/// False when a stop was requested.
bool CurrentStep::stamp(const Document& document, const LayerResult& result, const Progress& progress,
                        const std::stop_token& stop) {
  if (stamped_.values().empty() || progress.step < stamps_) {
    stamped_ = stamps_before(document, 0);
    stamps_ = 0;
  }
  for (; stamps_ < progress.step && !stop.stop_requested(); ++stamps_) {
    add_stamp(document.sized.layer, *document.input, *document.weight, input_of_stamp(document.sized, stamps_),
              stamped_);
  }
  if (stop.stop_requested()) {
    return false;
  }
  Tensor output = stamped_;
  add_parts(document, progress, output);
  values_ = forward_values(document, result);
  values_.output.values = std::make_shared<const Tensor>(std::move(output));
  return true;
}

bool follows_step(const Document& document) {
  return is_stamping(document) || document.view.flow == Flow::gradient_of_cell;
}

}  // namespace convscope
