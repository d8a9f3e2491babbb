#pragma once

#include <stop_token>

#include "app/compute/layer_result.h"
#include "app/document/document.h"

namespace convscope {

/// What the grids hold at one step, of values and gradients alike.
struct StepValues {
  ShownTensor input;
  ShownTensor weight;
  ShownTensor output;
};

/// How far a sum has come: all of the steps before `step`, and parts 0 to `part` of `parts` of that one.
struct Progress {
  std::int64_t step = 0;
  std::int64_t part = 0;
  std::int64_t parts = 1;
  bool operator==(const Progress&) const = default;
};

/// Requires result = compute(document) and a step of the document's schedule. Parts are those of Pace::tap or
/// Pace::channel; they matter while a transposed layer stamps.
[[nodiscard]] StepValues step_values(const Document& document, const LayerResult& result, const Progress& progress);

/// Whether the values depend on the step at all.
[[nodiscard]] bool follows_step(const Document& document);

/// What the grids hold of the forward pass when it is done.
[[nodiscard]] StepValues forward_values(const Document& document, const LayerResult& result);

/// Whether the steps of both have the same values. Tensors are not looked into.
[[nodiscard]] bool same_steps(const Document& a, const Document& b);

/// The same, kept as long as nothing that it depends on changes; goes on from the last stamp where it can.
class CurrentStep {
 public:
  /// When a stop is requested it may return early, with values of no use; the next call goes on from there.
  [[nodiscard]] const StepValues& of(const Document& document, const LayerResult& result, const Progress& progress,
                                     const std::stop_token& stop = {});
  /// Whether the last call came to its end.
  [[nodiscard]] bool is_complete() const { return complete_; }

 private:
  [[nodiscard]] bool stamp(const Document& document, const LayerResult& result, const Progress& progress,
                           const std::stop_token& stop);

  Document computed_;
  std::shared_ptr<const Tensor> output_;  ///< Of the result that it was made for.
  Progress progress_;
  StepValues values_;
  bool complete_ = false;
  Tensor stamped_;  ///< The output after `stamps_` whole stamps.
  std::int64_t stamps_ = 0;
};

}  // namespace convscope
