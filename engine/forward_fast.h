#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>

#include "engine/layer.h"
#include "engine/tensor.h"

namespace convscope {

struct ForwardOptions {
  /// The caller's thread and others beside it, which live for the call; at least 1. Small work takes fewer.
  std::int64_t threads = 1;
  /// Looked at after a few taps of a line of cells: the call returns within microseconds of its request.
  std::stop_token stop = {};
  /// Told each complete line of the output, while the processor still has it at hand; by all threads, side by side.
  std::function<void(std::span<const float> line)> line_done = {};
};

/// What a layer is applied to: the arguments of `forward`.
struct Operands {
  const Tensor& input;
  const Tensor& weight;
  std::span<const float> bias = {};
};

/// `forward` for photographs: the same values bit for bit, whatever the number of threads (only which NaN a NaN is may
/// differ), as each cell's sum is made of the same float64 additions in the same order. Reads along rows what `forward`
/// reads cell by cell. Requires what `forward` requires. Empty when a stop was requested.
/// Allocates the output, and the weights once more as float64; each thread holds about 30 KB on its stack.
[[nodiscard]] std::optional<Tensor> forward_fast(const Layer& layer, const Operands& operands,
                                                 const ForwardOptions& options);

/// The same into a tensor that may be there already: where its memory suffices it is used again. (Fresh memory is slow:
/// for a photograph's output it can take longer than all sums.) False when a stop was requested; the values are then of
/// no use, the memory still is.
[[nodiscard]] bool forward_fast_into(const Layer& layer, const Operands& operands, const ForwardOptions& options,
                                     Tensor& output);

}  // namespace convscope
