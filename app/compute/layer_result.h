#pragma once

#include <memory>

#include "app/document/document.h"
#include "engine/arithmetic.h"
#include "engine/tensor.h"

namespace convscope {

/// What the engine makes of a document.
struct LayerResult {
  OutputArithmetic arithmetic;
  std::shared_ptr<const Tensor> output;  ///< (1, out_channels, oH, oW)
  std::int64_t steps = 0;                ///< Elements of the output, visited one a step.
};

/// The window computes while it draws, so it takes layers up to this many multiply-accumulates (about half a second).
inline constexpr std::int64_t max_interactive_macs = std::int64_t{1} << 27;

/// Requires a document as make_document and with_layer give it.
[[nodiscard]] LayerResult compute(const Document& document);

/// Keeps the newest result and computes only when the layer or a value has changed.
class CurrentResult {
 public:
  [[nodiscard]] const LayerResult& of(const Document& document);

 private:
  Document computed_;
  LayerResult result_;
};

}  // namespace convscope
