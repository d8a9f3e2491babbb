#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>

#include "app/compute/layer_reads.h"
#include "app/compute/shown_matrix.h"
#include "app/compute/shown_tensor.h"
#include "app/compute/tensor_pool.h"
#include "app/document/document.h"
#include "engine/arithmetic.h"
#include "engine/tensor.h"

namespace convscope {

/// What the engine makes of a document, whatever the time. What the view does not ask for is not computed.
struct LayerResult {
  OutputArithmetic arithmetic;
  std::shared_ptr<const Tensor> output;  ///< (1, out_channels, oH, oW)
  std::int64_t steps = 0;                ///< Elements of the output.
  std::shared_ptr<const LayerReads> reads;
  ValueRange input_range;
  ValueRange weight_range;
  ValueRange output_range;
  /// The weight as it lies on the window: with its rows and columns from behind where the op or flip_kernel turns it.
  std::shared_ptr<const Tensor> window_weight;
  /// Which weight each place of the window has, ky·kW + kx, as a tensor (1, 1, kH, kW); and the same of the kernel.
  std::shared_ptr<const Tensor> window_numbers;
  std::shared_ptr<const Tensor> kernel_numbers;
  /// With Coloring::coverage: how often each cell is used, as counts.
  ShownTensor input_coverage;
  ShownTensor output_coverage;
  /// With Flow::gradient_of_sum.
  ShownTensor input_gradient;
  ShownTensor weight_gradient;
  ShownTensor output_gradient;  ///< Ones.
  /// With a MatrixForm.
  std::shared_ptr<const ShownMatrix> matrix;
};

/// A document with its result: a pair that belongs together, whatever is edited meanwhile.
struct Computed {
  Document document;
  LayerResult result;  ///< Without an output: none yet.
};

/// Requires a document as make_document and with_layer give it.
[[nodiscard]] LayerResult compute(const Document& document);

/// The same with what `before` has of it already, in the pool's memory. Empty when a stop was requested.
[[nodiscard]] std::optional<LayerResult> compute_from(const Computed& before, const Document& document,
                                                      const std::stop_token& stop, TensorPool pool = {});

/// What compute_from has to do, in about as many multiply-accumulates; 0: nothing, the result is the same.
[[nodiscard]] std::int64_t work_after(const Computed& before, const Document& document);

/// Whether both have the same result. Tensors are not looked into.
[[nodiscard]] bool same_result(const Document& a, const Document& b);

/// A view as far as it can be shown with this pair: what would take another result stays as it was computed.
[[nodiscard]] View view_with(const Computed& computed, const View& wanted);

/// What pictures are drawn of. The window keeps two results while it computes the next. Elements: of input, weight and
/// output together, a gibibyte of float32; 4096×4096 RGB into 8 channels has room. Multiply-accumulates: about a
/// minute.
inline constexpr std::int64_t max_drawn_elements = std::int64_t{1} << 28;
inline constexpr std::int64_t max_drawn_macs = std::int64_t{1} << 37;
/// Those of the three tensors. Requires a valid layer; so does the next.
[[nodiscard]] std::int64_t tensor_elements(const SizedLayer& sized);
[[nodiscard]] bool can_be_drawn(const SizedLayer& sized);

}  // namespace convscope
